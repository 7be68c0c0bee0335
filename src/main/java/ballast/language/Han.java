package ballast.language;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;

/**
 * Defines the Chinese characters. All of Ballast uses this definition, so that texts are cut,
 * counted and compared consistently.
 *
 * <p>Han are the code points with the Unicode property <em>Script</em> = <em>Han</em> (Unicode
 * Standard Annex 24): the ideographs with their extensions and compatibility forms, 〇 (U+3007), the
 * iteration marks 々 and 〻, the numerals 〡 to 〩 and 〸 to 〺, and the radicals. The code points
 * reserved for ideographs in planes 2 and 3 and at the end of U+4E00 to U+9FFF (Annex 11) also
 * count. A Java version older than a character thus recognises it. Punctuation, kana, hangul,
 * enclosed forms such as ㈠ and ㊗, and ideographs of other scripts (Tangut, Nushu) are not Han.
 */
public final class Han {

  private static final int FIRST = 0x2E80;

  private Han() {}

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

  public static boolean occursIn(CharSequence text) {
    return text.codePoints().anyMatch(Han::isHan);
  }

  /**
   * Returns whether a code point is in the block <em>CJK Unified Ideographs</em>, U+4E00 to U+9FFF,
   * as nearly all Chinese text is. A quick test for loops that call {@link #isHan} for the rest.
   */
  public static boolean isCommon(int c) {
    return c >= 0x4E00 && c <= 0x9FFF;
  }

  /** Returns whether this CJK symbol is Han: 々, 〇, the Suzhou numerals, 〻. */
  private static boolean isSign(int c) {
    return c == 0x3005
        || c == 0x3007
        || (c >= 0x3021 && c <= 0x3029)
        || (c >= 0x3038 && c <= 0x303B);
  }

  /**
   * Distinguishes simplified from traditional characters. GB 2312 was made for the simplified form
   * and Big5 for the traditional one, so a character in only one of them has that form. A character
   * in both or neither has no form. {@link Han} defines Chinese characters. Not thread-safe.
   */
  public static final class HanForms {

    /** Counts of the Han characters of a text: all, and those of one form only. */
    public record Counts(int han, int simplified, int traditional) {}

    private static final byte UNKNOWN = 0;
    private static final byte NOT_COUNTED = 1;
    private static final byte OF_NO_FORM = 2;
    private static final byte SIMPLIFIED = 3;
    private static final byte TRADITIONAL = 4;

    // Below it are 々, 〇, numerals and radicals, which belong to both forms, whichever set has them.
    private static final char FIRST_IDEOGRAPH = 0x3400;

    private static final int HALF = 1 << Byte.SIZE;

    private final CharsetEncoder mainland = Charset.forName("GB2312").newEncoder();
    private final CharsetEncoder taiwan = Charset.forName("Big5").newEncoder();
    // Cached by upper and lower half of a character: without it an import takes 8% more CPU time.
    private final byte[][] known = new byte[HALF][];

    /**
     * @param notCounted Han characters to ignore
     */
    public HanForms(String notCounted) {
      for (int i = 0; i < notCounted.length(); i++) {
        char c = notCounted.charAt(i);
        page(c)[c % HALF] = NOT_COUNTED;
      }
    }

    /** Counts the characters up to U+FFFF in the first {@code maxLength} UTF-16 units. */
    public Counts count(CharSequence text, int maxLength) {
      int[] counts = new int[TRADITIONAL + 1];
      int length = Math.min(maxLength, text.length());
      for (int i = 0; i < length; i++) {
        char c = text.charAt(i);
        byte[] page = page(c);
        if (page[c % HALF] == UNKNOWN) {
          page[c % HALF] = form(c);
        }
        counts[page[c % HALF]]++;
      }
      int han = counts[OF_NO_FORM] + counts[SIMPLIFIED] + counts[TRADITIONAL];
      return new Counts(han, counts[SIMPLIFIED], counts[TRADITIONAL]);
    }

    private byte[] page(char c) {
      byte[] page = known[c / HALF];
      if (page == null) {
        page = new byte[HALF];
        known[c / HALF] = page;
      }
      return page;
    }

    private byte form(char c) {
      if (!Han.isHan(c)) {
        return NOT_COUNTED;
      }
      if (c < FIRST_IDEOGRAPH) {
        return OF_NO_FORM;
      }
      boolean inMainland = mainland.canEncode(c);
      if (inMainland == taiwan.canEncode(c)) {
        return OF_NO_FORM;
      }
      return inMainland ? SIMPLIFIED : TRADITIONAL;
    }
  }
}
