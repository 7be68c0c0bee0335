package ballast.glossary;

import ballast.bitext.Span;
import ballast.language.ChineseWords;
import ballast.language.FullWidth;
import ballast.language.Han;
import ballast.language.WhiteSpace;
import java.util.Arrays;

/**
 * A Chinese text prepared for term search: width folded, traditional characters simplified, Latin
 * letters in lower case. Quotation marks, invisible characters and white space between Han
 * characters are dropped. Positions count the remaining code points; each maps to its place in the
 * raw text.
 */
final class HanText {

  private static final String QUOTES = "“”‘’„‟「」『』﹁﹂\"'";

  private final int[] codePoints;

  /** Start and end of each character in the raw text, in UTF-16 units. */
  private final int[] starts;

  private final int[] ends;

  /** Whether a quotation mark, which no word spans, was dropped before each character. */
  private final boolean[] gaps;

  private int length;

  private HanText(int room) {
    this.codePoints = new int[room];
    this.starts = new int[room];
    this.ends = new int[room];
    this.gaps = new boolean[room];
  }

  static HanText of(String raw, ChineseWords chineseWords) {
    HanText text = new HanText(raw.length());
    boolean gap = false;
    int next;
    for (int at = 0; at < raw.length(); at = next) {
      int c = raw.codePointAt(at);
      next = at + Character.charCount(c);
      if (QUOTES.indexOf(c) >= 0) {
        gap = true;
      } else if (!isInvisible(c) && !isInnerSpace(raw, at, c)) {
        int place = text.length++;
        text.codePoints[place] = folded(c, chineseWords);
        text.starts[place] = at;
        text.ends[place] = next;
        text.gaps[place] = gap;
        gap = false;
      }
    }
    return text;
  }

  private static int folded(int c, ChineseWords chineseWords) {
    if (c < 0x80) {
      return c >= 'A' && c <= 'Z' ? c + 32 : c;
    }
    if (FullWidth.isForm(c)) {
      return Character.toLowerCase(FullWidth.fold(c));
    }
    if (c == 0x3000 || c == 0xA0) {
      return ' ';
    }
    if (c == '•' || c == '・' || c == '‧') {
      return '·';
    }
    return Han.isHan(c) ? chineseWords.simplified(c) : Character.toLowerCase(c);
  }

  private static boolean isInvisible(int c) {
    return c == 0x200B || c == 0x200C || c == 0x200D || c == 0x2060 || c == 0xFEFF || c == 0xAD;
  }

  /** Whether it is white space from a line break or a typesetter between two Han characters. */
  private static boolean isInnerSpace(String raw, int at, int c) {
    return WhiteSpace.isSpace(c)
        && at > 0
        && at + 1 < raw.length()
        && Han.isHan(raw.codePointBefore(at))
        && Han.isHan(raw.codePointAt(at + 1));
  }

  int length() {
    return length;
  }

  int codePoint(int position) {
    return codePoints[position];
  }

  boolean isHanAt(int position) {
    return position >= 0 && position < length && Han.isHan(codePoints[position]);
  }

  /** Whether a quotation mark directly precedes this character in the raw text. */
  boolean isApart(int position) {
    return gaps[position];
  }

  String text(int from, int to) {
    return new String(codePoints, from, to - from);
  }

  Span span(int from, int to) {
    return new Span(starts[from], ends[to - 1]);
  }

  /** The position of the first character at or after an offset of the raw text, in UTF-16 units. */
  int positionAt(int offset) {
    int found = Arrays.binarySearch(starts, 0, length, offset);
    return found >= 0 ? found : -found - 1;
  }

  int[] codePoints() {
    return Arrays.copyOf(codePoints, length);
  }
}
