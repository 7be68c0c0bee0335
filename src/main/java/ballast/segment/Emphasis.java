package ballast.segment;

import java.util.Arrays;

/**
 * Emphasis in Markdown: {@code *word*}, {@code **words**}. Recognises the emphasis of CommonMark
 * (0.31, 6.2) unless a Latin letter or digit touches it from outside: {@code a*b*c} has none.
 * Underscores are left alone, because most are part of names and addresses.
 */
final class Emphasis {

  /** Longer runs of asterisks are rules or blanks to fill in. */
  private static final int MAX_ASTERISKS = 3;

  private static final int NONE = -1;

  private Emphasis() {}

  /** Replaces each matching pair of emphasis marks by curved quotation marks. */
  static void quote(char[] text) {
    // Indexed by length, so that *a word* may stand inside **a sentence**.
    int[] open = new int[MAX_ASTERISKS];
    Arrays.fill(open, NONE);
    for (int at = 0; at < text.length; ) {
      if (text[at] != '*') {
        at++;
        continue;
      }
      int end = runEnd(text, at);
      if (end - at <= MAX_ASTERISKS) {
        int kind = end - at - 1;
        int start = open[kind];
        if (start != NONE && closes(text, at, end)) {
          if (!isAbbreviation(text, runEnd(text, start), at)) {
            fill(text, start, '\u201C');
            fill(text, at, '\u201D');
          }
          for (int i = 0; i < open.length; i++) {
            open[i] = open[i] >= start ? NONE : open[i];
          }
        } else if (opens(text, at, end)) {
          open[kind] = at;
        }
      }
      at = end;
    }
  }

  private static int runEnd(char[] text, int start) {
    int end = start;
    while (end < text.length && text[end] == '*') {
      end++;
    }
    return end;
  }

  private static boolean opens(char[] text, int at, int end) {
    return end < text.length && text[end] != ' ' && (at == 0 || !isLatin(text[at - 1]));
  }

  private static boolean closes(char[] text, int at, int end) {
    return text[at - 1] != ' ' && (end == text.length || !isLatin(text[end]));
  }

  /**
   * Whether it is one word with a full stop: neither {@code **U.S.**} nor {@code **Note.**} ends a
   * sentence.
   */
  private static boolean isAbbreviation(char[] text, int start, int end) {
    if (text[end - 1] != '.') {
      return false;
    }
    for (int i = start; i < end; i++) {
      if (text[i] == ' ' || text[i] >= 0x2E80) {
        return false;
      }
    }
    return true;
  }

  private static boolean isLatin(char c) {
    return c < 0x2E80 && Character.isLetterOrDigit(c);
  }

  private static void fill(char[] text, int from, char mark) {
    int end = runEnd(text, from);
    for (int i = from; i < end; i++) {
      text[i] = mark;
    }
  }
}
