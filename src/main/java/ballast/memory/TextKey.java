package ballast.memory;

import ballast.language.FullWidth;
import ballast.language.Han;
import java.text.Normalizer;
import java.util.Optional;

/**
 * The key for exact lookup of a text: white space collapsed, full and half width folded. Used only
 * for lookup; texts themselves are stored as read.
 *
 * <ul>
 *   <li>Every run of white space (including line breaks, tabs, no-break and ideographic spaces)
 *       becomes one space; white space at both ends is removed.
 *   <li>The characters of the Unicode block <em>Halfwidth and Fullwidth Forms</em> (U+FF00 to
 *       U+FFEF) become their ordinary forms by NFKC: {@code Ａ１，} is {@code A1,}.
 *   <li>Nothing else is folded: case, punctuation and simplified or traditional form distinguish
 *       texts.
 * </ul>
 */
public final class TextKey {

  private static final char FORMS_START = '\uFF00';
  private static final char FORMS_END = '\uFFF0';

  /** The {@linkplain #stored(String) stored keys} of both texts of a unit. */
  public record Stored(int source, int target) {}

  private TextKey() {}

  public static Stored stored(String source, String target) {
    return new Stored(stored(source), stored(target));
  }

  /** Returns the key of {@code text}; empty if there is only white space. */
  public static String of(String text) {
    int length = text.length();
    int same = 0;
    while (same < length && (isOrdinary(text.charAt(same)) || isKept(text, same))) {
      same++;
    }
    return same == length ? text : folded(text, same);
  }

  /** A quick test: most characters are neither white space nor full-width or half-width forms. */
  private static boolean isOrdinary(char c) {
    return (c > ' ' && c < 0x7F) || Han.isCommon(c);
  }

  /** Whether the key keeps the character unchanged, such as a single space inside the text. */
  private static boolean isKept(String text, int at) {
    char c = text.charAt(at);
    if (c == ' ') {
      return at > 0 && at + 1 < text.length() && !isSpace(text.charAt(at + 1));
    }
    return !isForm(c) && !isSpace(c);
  }

  /**
   * @param same length of its prefix that needs no folding
   */
  private static String folded(String text, int same) {
    StringBuilder key = new StringBuilder(text.length()).append(text, 0, same);
    boolean space = false;
    for (int i = same; i < text.length(); ) {
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
        i = appendForms(text, i, key);
      } else {
        int end = i + 1;
        while (end < text.length() && isOrdinary(text.charAt(end))) {
          end++;
        }
        key.append(text, i, end);
        i = end;
      }
    }
    return key.toString();
  }

  private static int appendForms(String text, int start, StringBuilder key) {
    int end = start + 1;
    boolean simple = FullWidth.isForm(text.charAt(start));
    while (end < text.length() && isForm(text.charAt(end))) {
      simple &= FullWidth.isForm(text.charAt(end));
      end++;
    }
    if (simple) {
      for (int i = start; i < end; i++) {
        key.append((char) FullWidth.fold(text.charAt(i)));
      }
    } else {
      key.append(Normalizer.normalize(text.substring(start, end), Normalizer.Form.NFKC));
    }
    return end;
  }

  /**
   * Returns the 32 bits stored for the text's key: the upper half of {@link #hash}. In a million
   * texts a few have equal keys, so a text found by its key must still be compared.
   */
  public static int stored(String text) {
    return (int) (hash(text) >>> Integer.SIZE);
  }

  /**
   * Returns 64 bits of the text's key: multiply and shift over its UTF-16 units, then the finaliser
   * of MurmurHash3. Part of the file format: changing it needs another schema version.
   */
  public static long hash(String text) {
    int length = text.length();
    char[] chars = chars(text);
    if (length == 0 || chars[0] == ' ' || chars[length - 1] == ' ') {
      return hashOfKey(of(text));
    }
    // The key of most texts is the text itself; no string needs to be built for it.
    long hash = start(length);
    char previous = 0;
    for (char c : chars) {
      char folded = c;
      if (c < 0x80) {
        boolean secondSpace = (c | previous) == ' ';
        if (c < ' ' || secondSpace) {
          return hashOfKey(of(text));
        }
      } else if (!Han.isCommon(c)) {
        if (FullWidth.isForm(c)) {
          folded = (char) FullWidth.fold(c);
        } else if (isForm(c) || isSpace(c)) {
          return hashOfKey(of(text));
        }
      }
      hash = step(hash, folded);
      previous = c;
    }
    return finish(hash);
  }

  private static long hashOfKey(String key) {
    long hash = start(key.length());
    for (char c : chars(key)) {
      hash = step(hash, c);
    }
    return finish(hash);
  }

  private static long start(int length) {
    return 0x9E3779B97F4A7C15L ^ length;
  }

  private static long step(long hash, char c) {
    long mixed = (hash ^ c) * 0xFF51AFD7ED558CCDL;
    return mixed ^ (mixed >>> 32);
  }

  private static long finish(long hash) {
    long mixed = (hash ^ (hash >>> 33)) * 0xC4CEB9FE1A85EC53L;
    return mixed ^ (mixed >>> 33);
  }

  private static char[] chars(String text) {
    char[] chars = new char[text.length()];
    text.getChars(0, chars.length, chars, 0);
    return chars;
  }

  /**
   * Describes the reason that a text cannot be stored; empty if there is none. Half a surrogate
   * pair has no UTF-8, and PostgreSQL does not accept U+0000.
   */
  public static Optional<String> unstorable(String text) {
    if (!isWellFormed(text)) {
      return Optional.of("half a character (an unpaired surrogate)");
    }
    return text.indexOf('\0') < 0 ? Optional.empty() : Optional.of("the character U+0000");
  }

  /** Returns whether every surrogate is paired, so that the text can be written as UTF-8. */
  public static boolean isWellFormed(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Character.isSurrogate(c)) {
        continue;
      }
      if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else {
        return false;
      }
    }
    return true;
  }

  /**
   * White space for stored keys: {@link ballast.language.WhiteSpace} without the next line and the
   * byte order mark.
   */
  static boolean isSpace(char c) {
    if (c < 0x80) {
      return c <= ' ' && (c == ' ' || Character.isWhitespace(c));
    }
    return !Han.isCommon(c) && (Character.isWhitespace(c) || Character.isSpaceChar(c));
  }

  private static boolean isForm(char c) {
    return c >= FORMS_START && c < FORMS_END;
  }
}
