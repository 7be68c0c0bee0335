package ballast.glossary;

/**
 * Remarks in a glossary that are meant for people.
 *
 * @param note a remark; may have several lines; empty when there is none
 * @param source the authority or document that it relies on; empty when unknown
 */
public record Remarks(String note, String source) {

  /** No remarks. */
  public static final Remarks NONE = new Remarks("", "");

  /** The same with another note. */
  public Remarks withNote(String other) {
    return new Remarks(other, source);
  }
}
