package ballast.revise;

import ballast.bitext.Span;

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
}
