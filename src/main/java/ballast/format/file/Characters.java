package ballast.format.file;

import ballast.language.WhiteSpace;

/**
 * Properties of single characters that matter for the layout of a text. All arguments are code
 * points.
 */
public final class Characters {

  private static final String TERMINATORS = "。！？!?.…‥｡．";
  private static final String CLOSERS = "”’」』）)]】》〉\"'»";

  private Characters() {}

  /**
   * Whether both scripts use the character (quotation marks, dashes, the ellipsis), so that only
   * its neighbours show the script.
   */
  public static boolean isShared(int codePoint) {
    return codePoint >= 0x2010 && codePoint <= 0x2027;
  }

  /** Whether it is white space of any kind or a character without width. */
  public static boolean isBlank(int codePoint) {
    return WhiteSpace.isSpace(codePoint) || codePoint == 0x200B || codePoint == 0x2060;
  }

  public static boolean isBlank(CharSequence text) {
    // No character beyond the first plane is blank.
    for (int i = 0; i < text.length(); i++) {
      if (!isBlank(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  public static String strip(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isBlank(text.charAt(start))) {
      start++;
    }
    while (end > start && isBlank(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  /** Whether the text ends like a sentence, ignoring closing quotes and brackets. */
  public static boolean endsSentence(CharSequence text) {
    int end = text.length();
    while (end > 0 && CLOSERS.indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return end > 0 && TERMINATORS.indexOf(text.charAt(end - 1)) >= 0;
  }

  public static boolean isLatinLetter(int codePoint) {
    if (codePoint < 0x80) {
      int lower = codePoint | 0x20;
      return lower >= 'a' && lower <= 'z';
    }
    return codePoint >= 0xC0 && codePoint < 0x250 && Character.isLetter(codePoint);
  }
}
