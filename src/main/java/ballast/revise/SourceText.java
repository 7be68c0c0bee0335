package ballast.revise;

/**
 * A source passage in both versions.
 *
 * @param old empty if the passage was added
 * @param current empty if the passage was removed
 */
public record SourceText(String old, String current) {

  /** Returns the passage for a file that is known not to have changed. */
  SourceText unchanged() {
    return same(current.isEmpty() ? old : current);
  }

  public static SourceText same(String text) {
    return new SourceText(text, text);
  }
}
