package ballast.memory;

/**
 * One side of a {@link PinnedBead}.
 *
 * @param text its sentences, joined; empty when the side has none
 * @param occurrence which of the equal texts of the document it is, from 0; equal means equal but
 *     for white space
 * @param count how many equal texts the document had at that time; 0 when unknown
 */
public record PinnedText(String text, int occurrence, int count) {

  /** A side without sentences. */
  public static final PinnedText NONE = new PinnedText("", 0);

  public PinnedText {
    if (occurrence < 0 || count < 0 || (count > 0 && occurrence >= count)) {
      throw new IllegalArgumentException("occurrence " + occurrence + " of " + count);
    }
  }

  /** A text of a document of which nobody has counted the equal texts. */
  public PinnedText(String text, int occurrence) {
    this(text, occurrence, 0);
  }

  public boolean isEmpty() {
    return text.isEmpty();
  }
}
