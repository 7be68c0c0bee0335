package ballast.format.term;

import ballast.glossary.TermStatus;
import ballast.glossary.TermUse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A term as a file has it, in any language.
 *
 * @param lang the language code as written; empty when the file does not say
 * @param text one line, never blank
 * @param status whether it may be used; null when the file does not say
 * @param use how it is recognised in a text
 * @param note a note on this term
 */
record RawTerm(String lang, String text, @Nullable TermStatus status, TermUse use, String note) {

  /** A term about which nothing else is known. */
  static RawTerm of(String lang, String text) {
    return new RawTerm(lang, text, null, TermUse.DEFAULT, "");
  }

  /** Another term about which the same is known. */
  RawTerm with(String other) {
    return new RawTerm(lang, other, status, use, note);
  }

  /** The same term with a note. */
  RawTerm withNote(String other) {
    return new RawTerm(lang, text, status, use, other);
  }

  /** The same term in this language. */
  RawTerm in(String other) {
    return new RawTerm(other, text, status, use, note).inUse();
  }

  /** This term, without a status if it is Chinese: only a rendering can be forbidden. */
  RawTerm inUse() {
    boolean chinese = lang.toLowerCase(Locale.ROOT).startsWith("zh");
    return chinese ? new RawTerm(lang, text, null, use, note) : this;
  }
}
