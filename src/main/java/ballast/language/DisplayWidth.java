package ballast.language;

/** Column widths of characters on a terminal or in any monospaced text. */
public final class DisplayWidth {

  /** First and last code point of each run of wide characters (Unicode East Asian Width). */
  private static final int[][] WIDE = {
    {0x1100, 0x115F}, {0x2E80, 0x303E}, {0x3041, 0xA4CF}, {0xAC00, 0xD7A3}, {0xF900, 0xFAFF},
    {0xFE30, 0xFE6F}, {0xFF01, 0xFF60}, {0xFFE0, 0xFFE6}, {0x1F300, 0x1F64F}, {0x1F680, 0x1F6FF},
    {0x1F900, 0x1F9FF}, {0x1FA70, 0x1FAFF}, {0x20000, 0x3FFFD}
  };

  private DisplayWidth() {}

  /** Returns whether a code point takes two columns: Han, kana, hangul, emoji. */
  public static boolean isWide(int codePoint) {
    if (codePoint < WIDE[0][0]) {
      return false;
    }
    for (int[] run : WIDE) {
      if (codePoint <= run[1]) {
        return codePoint >= run[0];
      }
    }
    return false;
  }

  /** Returns the columns of a code point: 0 (for example a combining mark), 1 or 2. */
  public static int columns(int codePoint) {
    int type = Character.getType(codePoint);
    if (type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT) {
      return 0;
    }
    return isWide(codePoint) ? 2 : 1;
  }

  public static int columns(CharSequence text) {
    return text.codePoints().map(DisplayWidth::columns).sum();
  }
}
