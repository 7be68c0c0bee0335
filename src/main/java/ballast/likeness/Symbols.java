package ballast.likeness;

import ballast.bitext.Span;
import java.util.Arrays;

/**
 * A text divided into the symbols to compare. By {@link Measure#CHARACTERS} each code point of the
 * {@link NormalText normal text} is one, including spaces. By {@link Measure#WORDS} a symbol is
 *
 * <ul>
 *   <li>a run of letters, digits and combining marks; an apostrophe ({@code '} or {@code ’})
 *       between two letters and a full stop or comma between two digits belong to it ({@code
 *       don't}, {@code 1,234.5});
 *   <li>each Han or kana character by itself;
 *   <li>every other code point by itself, except spaces, which are not symbols.
 * </ul>
 *
 * <p>A reusable buffer; not thread-safe.
 */
public final class Symbols {

  private static final int FIRST_KANA = 0x3040;

  private final NormalText text = new NormalText();
  private Measure measure = Measure.CHARACTERS;
  private int[] from = new int[128];
  private int[] to = new int[128];
  private int[] hashes = new int[128];
  private int size;

  public Symbols read(String raw, Measure by) {
    text.read(raw);
    measure = by;
    size = 0;
    if (by == Measure.CHARACTERS) {
      ensure(text.size());
      size = text.size();
      System.arraycopy(text.codes(), 0, hashes, 0, size);
      for (int i = 0; i < size; i++) {
        from[i] = i;
        to[i] = i + 1;
      }
    } else {
      words();
    }
    return this;
  }

  /** Number of symbols; 0 for a text of white space. */
  public int size() {
    return size;
  }

  public Measure measure() {
    return measure;
  }

  /**
   * Returns a code that is equal for equal symbols. It differs for different characters, but not
   * for all different words.
   */
  public int hash(int index) {
    return hashes[index];
  }

  /** Number of code points of a symbol in the normal text. */
  int length(int index) {
    return to[index] - from[index];
  }

  public int code(int index, int offset) {
    return text.code(from[index] + offset);
  }

  boolean same(int index, Symbols other, int otherIndex) {
    if (hashes[index] != other.hashes[otherIndex]) {
      return false;
    }
    if (measure == Measure.CHARACTERS) {
      return true;
    }
    int length = length(index);
    if (length != other.length(otherIndex)) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (code(index, i) != other.code(otherIndex, i)) {
        return false;
      }
    }
    return true;
  }

  public boolean sameAs(Symbols other) {
    if (size != other.size) {
      return false;
    }
    for (int i = 0; i < size; i++) {
      if (!same(i, other, i)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Returns the span of the raw text from symbol {@code first} to symbol {@code last}, inclusive.
   */
  public Span span(int first, int last) {
    return new Span(text.start(from[first]), text.end(to[last] - 1));
  }

  /** Returns whether a word is a Han or kana character, which is a word by itself in any text. */
  public boolean isAlone(int index) {
    int code = code(index, 0);
    return code >= FIRST_KANA
        && !isRunning(code)
        && (Character.isIdeographic(code) || isKana(code));
  }

  private static boolean isKana(int code) {
    return code >= FIRST_KANA && code <= 0x30FF;
  }

  private void words() {
    int[] codes = text.codes();
    int length = text.size();
    ensure(length);
    int at = 0;
    while (at < length) {
      int code = codes[at];
      if (code == ' ') {
        at++;
        continue;
      }
      int end = at + 1;
      if (isRunning(code)) {
        while (end < length && (isPlain(codes[end]) || (codes[end] != ' ' && continues(end)))) {
          end++;
        }
      }
      from[size] = at;
      to[size] = end;
      hashes[size++] = hash(codes, at, end);
      at = end;
    }
  }

  /**
   * Returns whether the code point at {@code at}, after one of a word, also belongs to the word.
   */
  private boolean continues(int at) {
    int code = text.code(at);
    if (isRunning(code)) {
      return true;
    }
    if (at + 1 == text.size()) {
      return false;
    }
    int previous = text.code(at - 1);
    int following = text.code(at + 1);
    return switch (code) {
      case '\'', '\u2019' -> isLetter(previous) && isLetter(following);
      case '.', ',' -> Character.isDigit(previous) && Character.isDigit(following);
      default -> false;
    };
  }

  private static boolean isLetter(int code) {
    return Character.isLetter(code) && isRunning(code);
  }

  /**
   * Returns whether a code point forms a word with its neighbours. The indexes of existing memories
   * depend on this. It therefore uses {@link Character#isIdeographic} and not {@link
   * ballast.language.Han}, which has more characters: 々 and 〻 form words here.
   */
  static boolean isRunning(int code) {
    if (code < 0x80) {
      return isPlain(code);
    }
    return (Character.isLetterOrDigit(code) || NormalText.isMark(code))
        && !Character.isIdeographic(code)
        && !isKana(code);
  }

  private static boolean isPlain(int code) {
    return (code >= 'a' && code <= 'z') || (code >= '0' && code <= '9');
  }

  private static int hash(int[] codes, int start, int end) {
    int hash = end - start;
    for (int i = start; i < end; i++) {
      hash = (hash ^ codes[i]) * 0x9E3779B1;
      hash ^= hash >>> 15;
    }
    return hash;
  }

  private void ensure(int needed) {
    if (needed > from.length) {
      int capacity = Math.max(needed, from.length * 2);
      from = Arrays.copyOf(from, capacity);
      to = Arrays.copyOf(to, capacity);
      hashes = Arrays.copyOf(hashes, capacity);
    }
  }
}
