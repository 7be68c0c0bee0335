package ballast.likeness;

import ballast.bitext.Span;
import java.util.Arrays;

/**
 * A text divided into the symbols to compare, the tokens that a translator counts. Of the {@link
 * NormalText normal text} a symbol is
 *
 * <ul>
 *   <li>a word or number: a run of letters, digits and combining marks; an apostrophe ({@code '} or
 *       {@code ’}) between two letters and a full stop or comma between two digits belong to it
 *       ({@code don't}, {@code 1,234.5});
 *   <li>each Han or kana character by itself, and by {@link Measure#CHARACTERS} every letter of the
 *       other scripts that are written without spaces;
 *   <li>every other code point by itself, except spaces, which are not symbols.
 * </ul>
 *
 * <p>A reusable buffer; not thread-safe.
 */
public final class Symbols {

  private static final int FIRST_KANA = 0x3040;

  /** Thai; the alphabets with spaces come before it, apart from the extensions of two of them. */
  private static final int FIRST_UNSPACED = 0x0E00;

  private static final int FIRST_EXTENSION = 0x1E00;
  private static final int LAST_EXTENSION = 0x1FFF;

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
    words();
    return this;
  }

  /** Reads each code point of the normal text as a symbol, including spaces. */
  public Symbols readCodes(String raw) {
    text.read(raw);
    measure = Measure.CHARACTERS;
    size = text.size();
    ensure(size);
    System.arraycopy(text.codes(), 0, hashes, 0, size);
    for (int i = 0; i < size; i++) {
      from[i] = i;
      to[i] = i + 1;
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
   * Returns a code that is equal for equal symbols: the code point of a symbol that is only one,
   * and a negative number for a longer word, which it may share with others.
   */
  public int hash(int index) {
    return hashes[index];
  }

  /** Number of code points of a symbol in the normal text. */
  public int length(int index) {
    return to[index] - from[index];
  }

  public int code(int index, int offset) {
    return text.code(from[index] + offset);
  }

  boolean same(int index, Symbols other, int otherIndex) {
    if (hashes[index] != other.hashes[otherIndex]) {
      return false;
    }
    if (hashes[index] >= 0) {
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

  /** Returns whether all symbols are the same and, by characters, the spaces between them. */
  public boolean sameAs(Symbols other) {
    if (size != other.size) {
      return false;
    }
    for (int i = 0; i < size; i++) {
      if (!same(i, other, i) || (measure == Measure.CHARACTERS && from[i] != other.from[i])) {
        return false;
      }
    }
    return true;
  }

  /** Returns whether the texts differ in numbers and in nothing else. */
  public boolean differsInNumbers(Symbols other) {
    if (size != other.size) {
      return false;
    }
    boolean differs = false;
    for (int i = 0; i < size; i++) {
      if (!same(i, other, i)) {
        if (!isNumber(i) || !other.isNumber(i)) {
          return false;
        }
        differs = true;
      }
    }
    return differs;
  }

  /** Returns whether a symbol is a number in digits. */
  public boolean isNumber(int index) {
    for (int i = 0; i < length(index); i++) {
      int code = code(index, i);
      if (!isDigit(code) && (i == 0 || (code != '.' && code != ','))) {
        return false;
      }
    }
    return true;
  }

  /** Returns the number of {@link #isNumber numbers}. */
  public int numbers() {
    int numbers = 0;
    for (int i = 0; i < size; i++) {
      numbers += isNumber(i) ? 1 : 0;
    }
    return numbers;
  }

  /** Returns a symbol in the normal form. */
  String normal(int index) {
    return new String(text.codes(), from[index], length(index));
  }

  /** Returns whether there is no space between a symbol and the next one. */
  boolean adjoins(int index, int next) {
    return to[index] == from[next];
  }

  private static boolean isDigit(int code) {
    return code >= '0' && code <= '9';
  }

  /**
   * Returns the span of the raw text from symbol {@code first} to symbol {@code last}, inclusive.
   */
  public Span span(int first, int last) {
    return new Span(text.start(from[first]), text.end(to[last] - 1));
  }

  /** Returns whether a symbol is one by itself in any text, whatever is next to it. */
  public boolean isAlone(int index) {
    return !isWord(index) && !isJoint(code(index, 0));
  }

  /** Returns whether a symbol is a word or number. */
  public boolean isWord(int index) {
    return runs(code(index, 0));
  }

  /** Returns whether a mark may be part of a word or number. */
  private static boolean isJoint(int code) {
    return code == '\'' || code == '\u2019' || code == '.' || code == ',';
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
      if (runs(code)) {
        while (end < length && (isPlain(codes[end]) || (codes[end] != ' ' && continues(end)))) {
          end++;
        }
      }
      from[size] = at;
      to[size] = end;
      hashes[size++] = end == at + 1 ? code : hash(codes, at, end);
      at = end;
    }
  }

  /**
   * Returns whether the code point at {@code at}, after one of a word, also belongs to the word.
   */
  private boolean continues(int at) {
    int code = text.code(at);
    if (runs(code)) {
      return true;
    }
    if (!isJoint(code) || at + 1 == text.size()) {
      return false;
    }
    int previous = text.code(at - 1);
    int following = text.code(at + 1);
    boolean isDecimal = code == '.' || code == ',';
    return isDecimal
        ? Character.isDigit(previous) && Character.isDigit(following)
        : isLetter(previous) && isLetter(following);
  }

  private boolean isLetter(int code) {
    return Character.isLetter(code) && runs(code);
  }

  /** Returns whether a code point forms a word with its neighbours by this measure. */
  private boolean runs(int code) {
    return isRunning(code)
        && (measure == Measure.WORDS
            || code < FIRST_UNSPACED
            || (code >= FIRST_EXTENSION && code <= LAST_EXTENSION));
  }

  /**
   * Returns whether a code point forms a word with its neighbours by words. The indexes of existing
   * memories depend on this. It therefore uses {@link Character#isIdeographic} and not {@link
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
    return hash | Integer.MIN_VALUE;
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
