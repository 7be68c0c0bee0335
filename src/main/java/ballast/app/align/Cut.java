package ballast.app.align;

/**
 * A position in one side of a bead.
 *
 * @param sentences number of whole sentences before it
 * @param offset UTF-16 units of the next sentence before it; 0: between sentences
 */
public record Cut(int sentences, int offset) {

  public Cut {
    if (sentences < 0 || offset < 0) {
      throw new IllegalArgumentException("cut at " + sentences + ", " + offset);
    }
  }

  public static Cut after(int sentences) {
    return new Cut(sentences, 0);
  }
}
