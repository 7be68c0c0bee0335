package ballast.revise;

/**
 * A stretch of the source, in both versions of it.
 *
 * @param old the old text; empty when it was added
 * @param current the present text; empty when it was removed
 */
public record SourceText(String old, String current) {

  /** The same stretch, if its file is known not to have changed. */
  SourceText unchanged() {
    return same(current.isEmpty() ? old : current);
  }

  /** An unchanged source. */
  public static SourceText same(String text) {
    return new SourceText(text, text);
  }
}
