package ballast.language;

/**
 * White space as defined by Java or Unicode, including no-break and ideographic spaces, next line
 * (U+0085) and byte order mark (U+FEFF).
 */
public final class WhiteSpace {

  private WhiteSpace() {}

  public static boolean isSpace(int c) {
    if (c < 0x80) {
      return c <= ' ' && Character.isWhitespace(c);
    }
    // Java's lookup of two properties is too slow for every character of a Chinese text.
    return !Han.isCommon(c)
        && (Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0x85 || c == 0xFEFF);
  }

  /** Returns the text without any white space. */
  public static String removed(String text) {
    StringBuilder rest = new StringBuilder(text.length());
    text.chars().filter(c -> !isSpace(c)).forEach(c -> rest.append((char) c));
    return rest.toString();
  }

  /** Reduces each run of white space to one space and removes it at both ends. */
  public static String collapse(String text) {
    StringBuilder collapsed = new StringBuilder(text.length());
    boolean space = false;
    // No code point beyond the first plane is white space.
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
