package ballast.language;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;

/**
 * Tells simplified from traditional characters: of GB 2312 and Big5, which were made for one form
 * each, only one holds them. What both or neither hold is of no form. What is a Chinese character
 * at all, {@link Han} says. Not thread-safe.
 */
public final class HanForms {

  /**
   * The Han characters of a text.
   *
   * @param han all that count
   * @param simplified those that are only simplified
   * @param traditional those that are only traditional
   */
  public record Counts(int han, int simplified, int traditional) {}

  private static final byte UNKNOWN = 0;
  private static final byte NOT_COUNTED = 1;
  private static final byte OF_NO_FORM = 2;
  private static final byte SIMPLIFIED = 3;
  private static final byte TRADITIONAL = 4;

  // Below it are 々, 〇, numerals and radicals: they are in both forms, whichever set has them.
  private static final char FIRST_IDEOGRAPH = 0x3400;

  private static final int HALF = 1 << Byte.SIZE;

  private final CharsetEncoder mainland = Charset.forName("GB2312").newEncoder();
  private final CharsetEncoder taiwan = Charset.forName("Big5").newEncoder();
  // What has been found out, by the upper and the lower half of a character: an import that asks
  // each time takes 8 % more CPU.
  private final byte[][] known = new byte[HALF][];

  /**
   * @param notCounted Han characters that are to be passed over
   */
  public HanForms(String notCounted) {
    for (int i = 0; i < notCounted.length(); i++) {
      char c = notCounted.charAt(i);
      page(c)[c % HALF] = NOT_COUNTED;
    }
  }

  /**
   * Counts the characters of the first {@code most} UTF-16 units; those beyond U+FFFF do not count.
   */
  public Counts count(CharSequence text, int most) {
    int[] counts = new int[TRADITIONAL + 1];
    int length = Math.min(most, text.length());
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
