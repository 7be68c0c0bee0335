package ballast.revise;

/** Applies edits, as a comparison says that they were made. */
public final class Replay {

  private Replay() {}

  /** Applies edits to the old text and returns the new one. */
  public static String of(String old, Iterable<Edit> edits) {
    StringBuilder text = new StringBuilder();
    int at = 0;
    for (Edit edit : edits) {
      text.append(old, at, edit.old().start()).append(edit.newText());
      at = edit.old().end();
    }
    return text.append(old, at, old.length()).toString();
  }
}
