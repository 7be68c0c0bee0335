package ballast.likeness;

import ballast.language.FullWidth;
import ballast.language.Han;
import java.text.Normalizer;
import java.util.Arrays;

/**
 * A text in the normal form for comparison: code points after NFKC (Unicode Standard Annex 15), in
 * lower case. Each run of white space is one space, with none at the ends, and format characters
 * (zero width, direction, soft hyphen) are left out. Every code point has the span of its raw text.
 *
 * <p>NFKC is applied to each code point with the combining marks after it. A reusable buffer; not
 * thread-safe.
 */
public final class NormalText {

  /** Changes whenever the result for any text may change: stored indexes depend on it. */
  public static final int VERSION = 1;

  private static final char FIRST_MARK = 0x300;
  private static final char ELLIPSIS = 0x2026;
  private static final int HALF_VOICED = 0xFF9E;
  private static final int HALF_SEMI_VOICED = 0xFF9F;

  /** Visible ASCII and the space in lower case; 0 for the others. */
  private static final byte[] LOWER = lowerAscii();

  private char[] chars = new char[128];
  private int[] codes = new int[128];
  private int[] starts = new int[128];
  private int[] ends = new int[128];
  private int size;
  // Number of code points at the beginning with the same offsets as in the raw text.
  private int same;
  private int spaceStart = -1;
  private int spaceEnd;

  private static byte[] lowerAscii() {
    byte[] lower = new byte[0x80];
    for (char c = ' '; c < 0x7F; c++) {
      lower[c] = (byte) Character.toLowerCase(c);
    }
    return lower;
  }

  void read(String raw) {
    size = 0;
    same = 0;
    spaceStart = -1;
    int length = raw.length();
    if (length >= chars.length) {
      chars = new char[length * 2];
    }
    raw.getChars(0, length, chars, 0);
    chars[length] = 0; // no mark
    int at = 0;
    while (at < length) {
      at = ordinary(at, length);
      if (at == length) {
        break;
      }
      char c = chars[at];
      int end = at + 1;
      boolean alone = !mayCombine(chars[end]);
      if (alone && c < 0x80) {
        ascii(c, at);
      } else if (alone && isPlain(c)) {
        put(c, at, end);
      } else if (alone && FullWidth.isForm(c)) {
        put(lower(FullWidth.fold(c)), at, end);
      } else if (alone && c == ELLIPSIS) {
        // The only common mark of Chinese text that would need the normaliser.
        put('.', at, end);
        put('.', at, end);
        put('.', at, end);
      } else {
        end = piece(raw, at);
      }
      at = end;
    }
  }

  /**
   * Reads a run of visible ASCII characters, Han and single spaces in a loop without calls, because
   * most texts consist of these. Returns the end of the run.
   */
  private int ordinary(int from, int length) {
    if (spaceStart >= 0 || size == 0) {
      return from;
    }
    makeRoom(size + length - from);
    int end = copyOrdinary(from, length);
    if (end > from && !isComplete(end, length)) {
      end--;
    }
    place(from, end);
    return end;
  }

  /** Copies characters without their places; returns the end, perhaps one too high. */
  private int copyOrdinary(int from, int length) {
    char[] raw = chars;
    int[] out = codes;
    int shift = size - from;
    int previous = out[size - 1];
    int at = from;
    while (at < length) {
      char c = raw[at];
      int code = c;
      if (c < LOWER.length) {
        code = LOWER[c];
      } else if (!Han.isCommon(c)) {
        break;
      }
      boolean secondSpace = (code | previous) == ' ';
      if (code == 0 || secondSpace) {
        break;
      }
      out[at + shift] = code;
      previous = code;
      at++;
    }
    return at;
  }

  /**
   * Returns whether the character before {@code end} is complete, not a space before something
   * else.
   */
  private boolean isComplete(int end, int length) {
    return chars[end - 1] != ' ' && (end == length || !mayCombine(chars[end]));
  }

  private void place(int from, int end) {
    int shift = size - from;
    if (shift == 0 && same == size) {
      same = end;
    } else {
      for (int at = from; at < end; at++) {
        starts[at + shift] = at;
        ends[at + shift] = at + 1;
      }
    }
    size = end + shift;
  }

  int size() {
    return size;
  }

  int code(int index) {
    return codes[index];
  }

  /** Returns all code points, possibly followed by others; overwritten by the next reading. */
  int[] codes() {
    return codes;
  }

  int start(int index) {
    return index < same ? index : starts[index];
  }

  int end(int index) {
    return index < same ? index + 1 : ends[index];
  }

  private void ascii(char c, int at) {
    if (c == ' ') {
      space(at, at + 1);
    } else if (c > ' ') {
      put(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c, at, at + 1);
    } else {
      other(c, at, at + 1);
    }
  }

  /** Reads a code point with its marks; returns the end. */
  private int piece(String raw, int start) {
    int code = raw.codePointAt(start);
    int end = start + Character.charCount(code);
    boolean marked = false;
    if (!isSpace(code)) {
      while (end < raw.length() && isMark(raw.codePointAt(end))) {
        end += Character.charCount(raw.codePointAt(end));
        marked = true;
      }
    }
    if (!marked && (code < 0x80 || isSpace(code) || isPlain(code))) {
      other(code, start, end);
      return end;
    }
    String normal = Normalizer.normalize(raw.substring(start, end), Normalizer.Form.NFKC);
    for (int i = 0; i < normal.length(); ) {
      int c = normal.codePointAt(i);
      other(c, start, end);
      i += Character.charCount(c);
    }
    return end;
  }

  private void other(int code, int start, int end) {
    if (isSpace(code)) {
      space(start, end);
    } else if (Character.getType(code) != Character.FORMAT) {
      put(lower(code), start, end);
    }
  }

  private void space(int start, int end) {
    spaceStart = spaceStart < 0 ? start : spaceStart;
    spaceEnd = end;
  }

  private void put(int code, int start, int end) {
    if (spaceStart >= 0) {
      if (size > 0) {
        append(' ', spaceStart, spaceEnd);
      }
      spaceStart = -1;
    }
    append(code, start, end);
  }

  private void append(int code, int start, int end) {
    makeRoom(size + 1);
    codes[size] = code;
    if (same == size && start == size && end == size + 1) {
      same++;
    } else {
      starts[size] = start;
      ends[size] = end;
    }
    size++;
  }

  private void makeRoom(int needed) {
    if (needed > codes.length) {
      int room = Math.max(needed, codes.length * 2);
      codes = Arrays.copyOf(codes, room);
      starts = Arrays.copyOf(starts, room);
      ends = Arrays.copyOf(ends, room);
    }
  }

  private static int lower(int code) {
    return Character.toLowerCase(code);
  }

  /**
   * White space for stored indexes: {@link ballast.language.WhiteSpace} except the next line, which
   * stays, and the byte order mark, which is left out as a format character.
   */
  static boolean isSpace(int code) {
    return Character.isWhitespace(code) || Character.isSpaceChar(code);
  }

  /**
   * Returns whether a common character stays unchanged: Han, kana, the marks of Chinese and
   * English.
   */
  static boolean isPlain(int c) {
    return Han.isCommon(c)
        || (c >= 0x3001 && c <= 0x3029)
        || (c >= 0x3041 && c <= 0x3096)
        || (c >= 0x30A1 && c <= 0x30FA)
        || (c >= 0x3400 && c <= 0x4DBF)
        || c == 0x2013
        || c == 0x2014
        || c == 0x2018
        || c == 0x2019
        || c == 0x201C
        || c == 0x201D
        || c == 0xB7;
  }

  /** A quick test whether the UTF-16 unit after a character may be a mark on it. */
  private static boolean mayCombine(char next) {
    return next >= FIRST_MARK
        && !isPlain(next)
        && !FullWidth.isForm(next)
        && (isMark(next) || Character.isSurrogate(next));
  }

  static boolean isMark(int code) {
    if (code == HALF_VOICED || code == HALF_SEMI_VOICED) {
      return true;
    }
    int type = Character.getType(code);
    return type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.ENCLOSING_MARK;
  }
}
