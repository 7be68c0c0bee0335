package ballast.memory;

/**
 * The segments around a segment of a document.
 *
 * @param before the text before it; empty when unknown
 * @param after the text after it; empty when unknown
 */
public record Neighbours(String before, String after) {

  /** Those of a segment that stands alone. */
  public static final Neighbours UNKNOWN = new Neighbours("", "");

  /** Whether neither of the two has a text. */
  public boolean areUnknown() {
    return before.isBlank() && after.isBlank();
  }
}
