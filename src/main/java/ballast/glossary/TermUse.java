package ballast.glossary;

/**
 * How a term is recognised in a text.
 *
 * @param match how near the words must be
 * @param caseSensitive whether capitals must be as written
 * @param partOfSpeech as the glossary says it ("noun", "proper noun"); empty when it does not
 */
public record TermUse(Match match, boolean caseSensitive, String partOfSpeech) {

  /** Of a term of which nothing is said. */
  public static final TermUse DEFAULT = new TermUse(Match.AUTO, false, "");
}
