package ballast.revise;

import ballast.bitext.Span;
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

  /** Chinese characters that, alone or together, hold words together. */
  private static final String PARTICLES = "的地得了着过和与及或在于从对以为被把由是也都就而且并之其";

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
      case WORD -> !FunctionWords.isFunction(text.toLowerCase(Locale.ROOT));
      case HAN -> text.codePoints().anyMatch(c -> PARTICLES.indexOf(c) < 0);
    };
  }
}
