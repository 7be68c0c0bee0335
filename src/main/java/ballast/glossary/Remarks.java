package ballast.glossary;

/**
 * What a glossary says for people.
 *
 * @param note a remark; may have several lines; empty when there is none
 * @param source who or what says so: an authority, a document; empty when unknown
 */
public record Remarks(String note, String source) {

  /** Nothing. */
  public static final Remarks NONE = new Remarks("", "");
}
