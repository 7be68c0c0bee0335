package ballast.format.unit;

/**
 * A translation of the same or a similar text that a translator may use.
 *
 * @param unit id of the memory's unit; empty if there is none
 * @param origin the document that it is from; empty when unknown
 * @param source the text that was translated
 * @param target its translation
 * @param similarity how alike the texts are, 0 to 100 percent
 * @param score what that is worth: neighbours that are the same raise it to 101 or 102, penalties
 *     lower it
 */
public record XliffProposal(
    String unit, String origin, String source, String target, int similarity, int score) {

  /** Whether the text and at least one neighbour are the same. */
  boolean isInContext() {
    return score > 100;
  }
}
