package ballast.revise;

/**
 * A stretch of the source, in both versions of it.
 *
 * @param old as it was; empty when it has been added
 * @param current as it is; empty when it has been removed
 */
public record SourceText(String old, String current) {

  /** A source that stayed as it was. */
  public static SourceText same(String text) {
    return new SourceText(text, text);
  }
}
