package ballast.app.revisions;

import ballast.bitext.InputException;

/** Takes the results of comparing several files, one at a time. */
@FunctionalInterface
public interface SeveralVersions {

  /**
   * A file has both versions.
   *
   * @param name of the file
   * @param compared what has changed in it
   */
  void compared(String name, ComparedVersions compared);

  /** A translation is in one of the two versions only. */
  default void alone(LoneVersion version) {}

  /**
   * A file cannot be compared. The others are compared if this returns.
   *
   * @param name of the file
   * @param reason says which version cannot be read, and why
   */
  default void unreadable(String name, InputException reason) {
    throw reason;
  }

  /**
   * A translation that was removed or added: one of two versions has it, the other does not.
   *
   * @param file its name
   * @param isOld whether the old version has it
   * @param reason which of them, for example {@code only in HEAD}, {@code not in HEAD}
   */
  public record LoneVersion(String file, boolean isOld, String reason) {

    /** {@code new/1.en.txt: only in HEAD}. */
    public String inWords() {
      return file + ": " + reason;
    }
  }
}
