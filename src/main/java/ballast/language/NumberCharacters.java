package ballast.language;

import java.util.Locale;

/** Tests of characters and words for the readers of numbers. */
final class NumberCharacters {

  /** Maximum length of a number word; avoids copying very long runs of letters. */
  static final int MAX_WORD = 16;

  private NumberCharacters() {}

  static int digit(char c) {
    if (c >= '0' && c <= '9') {
      return c - '0';
    }
    return c >= '０' && c <= '９' ? c - '０' : -1;
  }

  static boolean isDigitAt(String text, int at) {
    return at >= 0 && at < text.length() && digit(text.charAt(at)) >= 0;
  }

  static int digitsEnd(String text, int start) {
    int end = start;
    while (isDigitAt(text, end)) {
      end++;
    }
    return end;
  }

  static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  static int wordEnd(String text, int start) {
    int end = start;
    while (end < text.length() && isLetter(text.charAt(end))) {
      end++;
    }
    return end;
  }

  /** Returns the word at {@code start} in lower case; empty if it is too long for a number word. */
  static String word(String text, int start) {
    int end = wordEnd(text, start);
    return end - start > MAX_WORD ? "" : text.substring(start, end).toLowerCase(Locale.ROOT);
  }

  /** Returns the word after a single space or hyphen; empty if something else follows. */
  static String nextWord(String text, int end) {
    return end < text.length() && isGap(text.charAt(end)) ? word(text, end + 1) : "";
  }

  /** Returns the word before a single space or hyphen; empty if something else precedes. */
  static String previousWord(String text, int start) {
    if (start < 2 || !isGap(text.charAt(start - 1))) {
      return "";
    }
    int from = start - 1;
    while (from > 0 && start - from <= MAX_WORD && isLetter(text.charAt(from - 1))) {
      from--;
    }
    return text.substring(from, start - 1).toLowerCase(Locale.ROOT);
  }

  /** Returns the end of a word with the digits and letters directly after it: G20, B2B. */
  static int gluedEnd(String text, int end) {
    int at = end;
    while (at < text.length() && (digit(text.charAt(at)) >= 0 || isLetter(text.charAt(at)))) {
      at++;
    }
    return at;
  }

  /** Finds digits with a point and further digits: 4.0 in PCIe4.0. */
  static boolean isDecimalAt(String text, int at) {
    int point = digitsEnd(text, at);
    return point > at && isOneOf(".", text, point) && isDigitAt(text, point + 1);
  }

  static boolean isSpace(char c) {
    return c == ' ' || c == '\u00a0' || c == '\u202f';
  }

  static boolean isOneOf(String characters, String text, int at) {
    return at >= 0 && at < text.length() && characters.indexOf(text.charAt(at)) >= 0;
  }

  private static boolean isGap(char c) {
    return isSpace(c) || c == '-' || c == '\u2011';
  }
}
