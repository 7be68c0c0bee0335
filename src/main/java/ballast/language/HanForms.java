package ballast.language;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;

/**
 * Distinguishes simplified from traditional characters: GB 2312 was made for the simplified form
 * and Big5 for the traditional one, and a character in only one of them has that form. A character
 * in both or neither has no form. Chinese characters are defined by {@link Han}. Not thread-safe.
 */
public final class HanForms {

  /**
   * Counts of the Han characters of a text.
   *
   * @param han all counted characters
   * @param simplified characters of the simplified form only
   * @param traditional characters of the traditional form only
   */
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
  // A cache by upper and lower half of a character: without it an import takes 8 % more CPU time.
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

  /**
   * Counts the characters of the first {@code maxLength} UTF-16 units; characters beyond U+FFFF are
   * not counted.
   */
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
