package ballast.language;

/**
 * An amount of text as translators count it.
 *
 * @param characters code points that are not white space
 * @param words each Han character, and each other run of non-space characters that contains a
 *     letter or digit: {@code 2024年GDP增长} is five words
 */
public record TextAmount(long characters, long words) {

  public static final TextAmount NONE = new TextAmount(0, 0);

  public static TextAmount of(String text) {
    long characters = 0;
    long words = 0;
    boolean inWord = false;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (WhiteSpace.isSpace(c)) {
        inWord = false;
        continue;
      }
      characters++;
      if (Han.isHan(c)) {
        words++;
        inWord = false;
      } else if (!inWord && Character.isLetterOrDigit(c)) {
        words++;
        inWord = true;
      }
    }
    return new TextAmount(characters, words);
  }

  public TextAmount plus(TextAmount other) {
    return new TextAmount(characters + other.characters, words + other.words);
  }
}
