package ballast.language;

/**
 * White space: what Java or Unicode calls so, no-break and ideographic spaces among them, the next
 * line (U+0085) and the byte order mark (U+FEFF).
 */
public final class WhiteSpace {

  private WhiteSpace() {}

  /** Whether a code point is white space. */
  public static boolean isSpace(int c) {
    if (c < 0x80) {
      return c <= ' ' && Character.isWhitespace(c);
    }
    // Java looks up two properties: not for every character of a Chinese text.
    return !Han.isCommon(c)
        && (Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0x85 || c == 0xFEFF);
  }

  /** A text with one space for each stretch of white space and none at its ends. */
  public static String collapse(String text) {
    StringBuilder collapsed = new StringBuilder(text.length());
    boolean space = false;
    // None beyond the first plane is white space.
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isSpace(c)) {
        space = true;
        continue;
      }
      if (space && !collapsed.isEmpty()) {
        collapsed.append(' ');
      }
      space = false;
      collapsed.append(c);
    }
    return collapsed.toString();
  }
}
