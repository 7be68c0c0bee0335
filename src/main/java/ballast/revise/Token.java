package ballast.revise;

import ballast.bitext.Span;

/**
 * A piece of a text that an edit takes whole.
 *
 * @param text its characters
 * @param span where it stands, UTF-16 units
 * @param kind what it is
 */
record Token(String text, Span span, Kind kind) {

  /** What a token is. White space is none. */
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
}
