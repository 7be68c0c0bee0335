package ballast.format.unit;

/**
 * A translation of the same text, or of one like it, that a translator may take.
 *
 * @param unit id of the memory's unit; empty when there is none
 * @param origin the document that it is from; empty when unknown
 * @param source the text that was translated
 * @param target its translation
 * @param similarity how alike the texts are, 0 to 100 percent
 * @param score what that is worth: neighbours that are the same raise it to 101 or 102, penalties
 *     lower it
 */
public record XliffProposal(
    String unit, String origin, String source, String target, int similarity, int score) {

  /** Whether text and neighbours are the same. */
  boolean isInContext() {
    return score > 100;
  }
}
