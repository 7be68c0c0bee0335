package ballast.revise;

import ballast.bitext.Span;
import ballast.language.ChineseFunctionWords;
import ballast.language.FunctionWords;
import java.util.Locale;

/**
 * A piece of a text that edits do not divide.
 *
 * @param text its characters
 * @param span its place in the text, in UTF-16 units
 * @param kind its kind
 */
record Token(String text, Span span, Kind kind) {

  /** The kinds of tokens. White space is not a token. */
  enum Kind {
    /** Letters, with digits and apostrophes among them. */
    WORD,
    /** Han characters. */
    HAN,
    /** Digits, with points and commas between them. */
    NUMBER,
    /** Any other character. */
    MARK
  }

  /** Whether it is more than a mark or a word that only holds others together. */
  boolean hasContent() {
    return switch (kind) {
      case MARK -> false;
      case NUMBER -> true;
      case WORD -> !FunctionWords.isLink(text.toLowerCase(Locale.ROOT));
      case HAN -> !ChineseFunctionWords.isLink(text);
    };
  }
}
