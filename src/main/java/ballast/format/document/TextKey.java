package ballast.format.document;

/** The letters and digits of a text: what two readings of one paragraph agree on. */
final class TextKey {

  private TextKey() {}

  /** The letters and digits of a text, in order. */
  static String of(CharSequence text) {
    StringBuilder key = new StringBuilder(text.length());
    text.codePoints().filter(Character::isLetterOrDigit).forEach(key::appendCodePoint);
    return key.toString();
  }
}
