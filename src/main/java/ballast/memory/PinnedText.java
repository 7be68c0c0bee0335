package ballast.memory;

/**
 * One side of a {@link PinnedBead}.
 *
 * @param text its sentences, joined; empty when the side has none
 * @param occurrence which of the equal texts of the document it is, from 0; equal means equal but
 *     for white space
 */
public record PinnedText(String text, int occurrence) {

  /** A side without sentences. */
  public static final PinnedText NONE = new PinnedText("", 0);

  public PinnedText {
    if (occurrence < 0) {
      throw new IllegalArgumentException("occurrence " + occurrence);
    }
  }

  public boolean isEmpty() {
    return text.isEmpty();
  }
}
