package ballast.bitext;

/**
 * The neighbours of a unit's source text where it was translated.
 *
 * @param before source text of the segment before it; empty when unknown or when there is none
 * @param after source text of the segment after it; empty when unknown or when there is none
 */
public record Context(String before, String after) {

  /** The neighbours are unknown. */
  public static final Context NONE = new Context("", "");

  public boolean isEmpty() {
    return before.isEmpty() && after.isEmpty();
  }
}
