package ballast.revise;

import ballast.language.ChineseWords;
import ballast.language.Han;
import ballast.language.WhiteSpace;
import java.text.Normalizer;

/** Removes differences of format from texts; see {@link Edit.Kind#FORMAT}. */
record TextFold(ChineseWords words) {

  boolean isSame(String one, String other) {
    return one.equals(other) || fold(one).equals(fold(other));
  }

  /**
   * Converts to lower case, half width, one kind of quotation mark and dash, simplified characters,
   * and spaces only in English.
   */
  String fold(String text) {
    StringBuilder folded = new StringBuilder(text.length());
    boolean space = false;
    String normal = Normalizer.normalize(text, Normalizer.Form.NFKC);
    for (int at = 0; at < normal.length(); ) {
      int c = normal.codePointAt(at);
      at += Character.charCount(c);
      if (WhiteSpace.isSpace(c)) {
        space = true;
        continue;
      }
      int plain = plain(c);
      if (plain < 0 || (plain == '-' && endsWith(folded, '-'))) {
        continue;
      }
      if (space
          && isLatin(plain)
          && !folded.isEmpty()
          && isLatin(folded.codePointBefore(folded.length()))) {
        folded.append(' ');
      }
      space = false;
      folded.appendCodePoint(plain);
    }
    return folded.toString();
  }

  private static boolean endsWith(StringBuilder text, char c) {
    return !text.isEmpty() && text.charAt(text.length() - 1) == c;
  }

  private static boolean isLatin(int c) {
    return Character.isLetterOrDigit(c) && !Han.isHan(c);
  }

  /** Returns the plain form of a character; negative if it is invisible. */
  private int plain(int c) {
    return switch (c) {
      case '。' -> '.';
      case '、' -> ',';
      case '“', '”', '„', '‟', '«', '»', '「', '」', '『', '』', '《', '》', '〈', '〉' -> '"';
      case '\'', '‘', '’', '‚', '‛', '‹', '›', '`', '´' -> '"';
      case '‐', '‑', '‒', '–', '—', '―', '−', '─' -> '-';
      case '【', '〔', '〖' -> '(';
      case '】', '〕', '〗' -> ')';
      default ->
          Character.getType(c) == Character.FORMAT
              ? -1
              : Han.isHan(c) ? words.simplified(c) : Character.toLowerCase(c);
    };
  }
}
