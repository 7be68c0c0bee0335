package ballast.glossary;

/**
 * How a term is recognised in a text.
 *
 * @param match how closely the words must match
 * @param caseSensitive whether upper and lower case must be as written
 * @param partOfSpeech as the glossary writes it ("noun", "proper noun"); empty if it does not say
 */
public record TermUse(Match match, boolean caseSensitive, String partOfSpeech) {

  /** For a term of which a glossary says nothing. */
  public static final TermUse DEFAULT = new TermUse(Match.AUTO, false, "");
}
