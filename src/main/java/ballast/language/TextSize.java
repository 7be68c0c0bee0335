package ballast.language;

/**
 * The length of a text in the units of its script.
 *
 * @param words runs of letters or digits of other scripts
 * @param sentences end marks of sentences: 。！？ anywhere, . ! ? before white space or at the end
 */
public record TextSize(int han, int words, int sentences) {

  public static TextSize of(String text) {
    int han = 0;
    int words = 0;
    int sentences = 0;
    boolean inWord = false;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      int next = i + Character.charCount(c);
      boolean isHan = Han.isHan(c);
      boolean wordPart = !isHan && (Character.isLetterOrDigit(c) || (inWord && isInner(c)));
      han += isHan ? 1 : 0;
      words += wordPart && !inWord ? 1 : 0;
      inWord = wordPart;
      if (c == '。' || c == '！' || c == '？') {
        sentences++;
      } else if (c == '.' || c == '!' || c == '?') {
        boolean ends = next == text.length() || !Character.isLetterOrDigit(text.codePointAt(next));
        boolean initial = c == '.' && isInitial(text, i);
        sentences += ends && !initial ? 1 : 0;
      }
      i = next;
    }
    return new TextSize(han, words, sentences);
  }

  /** The weighted length, where one Han character counts a little more than half a word. */
  public double units() {
    return han + words * 1.6;
  }

  public boolean isLong() {
    return han > 40 || words > 25;
  }

  public boolean isProse() {
    return isLong() && sentences > 0;
  }

  /** Whether it is at least a sentence, which lists of links do not contain. */
  public boolean isSentence() {
    return sentences > 0 && (han >= 12 || words >= 8);
  }

  /** Whether a point follows an initial, as in {@code J. Smith}. */
  private static boolean isInitial(String text, int point) {
    return point > 0
        && Character.isUpperCase(text.charAt(point - 1))
        && (point == 1 || !Character.isLetterOrDigit(text.charAt(point - 2)))
        && point + 1 < text.length();
  }

  private static boolean isInner(int c) {
    return c == '\'' || c == '’' || c == '-' || c == '.' || c == ',';
  }
}
