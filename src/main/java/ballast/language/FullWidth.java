package ballast.language;

/**
 * Full-width forms of the visible ASCII characters, U+FF01 to U+FF5E, as used in Chinese text:
 * {@code Ａ１，} for {@code A1,}. NFKC would fold them in the same way but also change many other
 * characters.
 */
public final class FullWidth {

  private static final int FIRST = 0xFF01;
  private static final int LAST = 0xFF5E;
  private static final int SHIFT = FIRST - '!';

  private FullWidth() {}

  public static boolean isForm(int c) {
    return c >= FIRST && c <= LAST;
  }

  public static int fold(int c) {
    return isForm(c) ? c - SHIFT : c;
  }
}
