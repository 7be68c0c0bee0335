package ballast.format.term;

import ballast.glossary.TermStatus;
import org.jspecify.annotations.Nullable;

/**
 * A term as a file has it, in any language.
 *
 * @param lang the language code as written; empty when the file does not say
 * @param text one line, never blank
 * @param status whether it may be used; null when the file does not say
 * @param partOfSpeech in words of the file; empty when it does not say
 * @param match the label of a {@link ballast.glossary.Match}; empty when the file does not say
 * @param caseSensitive whether capitals must be as written
 * @param note a note on this term
 */
record RawTerm(
    String lang,
    String text,
    @Nullable TermStatus status,
    String partOfSpeech,
    String match,
    boolean caseSensitive,
    String note) {

  /** A term about which nothing else is known. */
  static RawTerm of(String lang, String text) {
    return new RawTerm(lang, text, null, "", "", false, "");
  }
}
