package ballast.memory;

import java.text.Normalizer;

/**
 * The key under which a text is looked up exactly: white space collapsed, full and half width
 * folded. Only for looking up; texts themselves are stored as read.
 *
 * <ul>
 *   <li>Every stretch of white space (line breaks, tabs, no-break and ideographic spaces included)
 *       becomes one space; at both ends it goes.
 *   <li>The characters of the Unicode block <em>Halfwidth and Fullwidth Forms</em> (U+FF00 to
 *       U+FFEF) become their ordinary forms by NFKC: {@code Ａ１，} is {@code A1,}.
 *   <li>Nothing else: case, punctuation and simplified or traditional form tell texts apart.
 * </ul>
 */
final class TextKey {

  private static final char FORMS_START = '\uFF00';
  private static final char FORMS_END = '\uFFF0';

  private TextKey() {}

  /** The key of {@code text}; empty when there is only white space. */
  static String of(String text) {
    StringBuilder key = new StringBuilder(text.length());
    boolean space = false;
    for (int i = 0; i < text.length(); ) {
      char c = text.charAt(i);
      if (isSpace(c)) {
        space = true;
        i++;
        continue;
      }
      if (space && !key.isEmpty()) {
        key.append(' ');
      }
      space = false;
      if (isForm(c)) {
        int end = i + 1;
        while (end < text.length() && isForm(text.charAt(end))) {
          end++;
        }
        key.append(Normalizer.normalize(text.substring(i, end), Normalizer.Form.NFKC));
        i = end;
      } else {
        key.append(c);
        i++;
      }
    }
    return key.toString();
  }

  /**
   * The 32 bits that are stored for the text's key: the upper half of {@link #hash}. Two of a
   * million texts that share them are rare, but they are there: whoever finds a text by its key
   * compares it.
   */
  static int stored(String text) {
    return (int) (hash(text) >>> Integer.SIZE);
  }

  /**
   * 64 bits of the text's key: multiply and shift over its UTF-16 units, then the finaliser of
   * MurmurHash3. Part of the file format: changing it needs a migration.
   */
  static long hash(String text) {
    String key = of(text);
    long hash = 0x9E3779B97F4A7C15L ^ key.length();
    for (int i = 0; i < key.length(); i++) {
      hash = (hash ^ key.charAt(i)) * 0xFF51AFD7ED558CCDL;
      hash ^= hash >>> 32;
    }
    hash = (hash ^ (hash >>> 33)) * 0xC4CEB9FE1A85EC53L;
    return hash ^ (hash >>> 33);
  }

  /** Whether every surrogate has its other half: whether the text can be written as UTF-8. */
  static boolean isWellFormed(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else if (Character.isSurrogate(c)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  private static boolean isForm(char c) {
    return c >= FORMS_START && c < FORMS_END;
  }
}
