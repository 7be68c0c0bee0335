package ballast.language;

/**
 * Defines which characters are Chinese. All of Ballast uses this definition, so that texts are cut,
 * counted and compared consistently.
 *
 * <p>Han are the code points whose Unicode property <em>Script</em> is <em>Han</em> (Unicode
 * Standard Annex 24): the ideographs with their extensions and compatibility forms, 〇 (U+3007), the
 * iteration marks 々 and 〻, the numerals 〡 to 〩 and 〸 to 〺, and the radicals. The code points that
 * Unicode reserves for ideographs in planes 2 and 3 and at the end of U+4E00 to U+9FFF (Annex 11)
 * also count, so that a Java version older than a character recognises it. Punctuation, kana,
 * hangul, enclosed forms such as ㈠ and ㊗, and ideographs of other scripts (Tangut, Nushu) are not
 * Han.
 */
public final class Han {

  /** The first code point that can be Han. */
  private static final int FIRST = 0x2E80;

  private Han() {}

  /** Whether a code point is a Chinese character. */
  public static boolean isHan(int c) {
    if (c < FIRST) {
      return false;
    }
    if (isCommon(c)) {
      return true;
    }
    // Java looks up scripts in a list of ranges: too slow for every comma and kana.
    if (c >= 0x3000 && c < 0x3400) {
      return isSign(c);
    }
    if (c >= 0xFB00 && c <= 0xFFFF) {
      return false;
    }
    if (c >= 0x20000 && c <= 0x3FFFF) {
      return (c & 0xFFFF) <= 0xFFFD;
    }
    return Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN;
  }

  /** Whether a text has one. */
  public static boolean occursIn(CharSequence text) {
    return text.codePoints().anyMatch(Han::isHan);
  }

  /**
   * Whether a code point is in the block <em>CJK Unified Ideographs</em>, U+4E00 to U+9FFF: nearly
   * all Chinese text is. A quick test for loops that call {@link #isHan} for the rest.
   */
  public static boolean isCommon(int c) {
    return c >= 0x4E00 && c <= 0x9FFF;
  }

  /**
   * Whether it is one of the Han characters among the CJK symbols: 々, 〇, the Suzhou numerals, 〻.
   */
  private static boolean isSign(int c) {
    return c == 0x3005
        || c == 0x3007
        || (c >= 0x3021 && c <= 0x3029)
        || (c >= 0x3038 && c <= 0x303B);
  }
}
