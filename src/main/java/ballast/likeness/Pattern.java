package ballast.likeness;

import java.util.Arrays;

/**
 * One text prepared for comparison with many: the bit-parallel algorithm of Myers (1999, "A fast
 * bit-vector algorithm for approximate string matching based on dynamic programming") in the form
 * of Hyyrö (2003) for the global distance, 64 symbols a word, with blocks for longer texts. Not
 * thread-safe.
 */
public final class Pattern {

  private static final int WORD = 64;
  private static final int SHIFT = 6;

  private final Symbols text;
  private final int length;
  private final int words;
  private final long last;
  // Row 0 is for symbols that the text does not have.
  private final long[] rows;
  private final int[] table;
  private final int[] symbolOf;
  private final Signature signature;
  private final long[] plus;
  private final long[] minus;

  public Pattern(String raw, Measure measure) {
    this(new Symbols().read(raw, measure));
  }

  /**
   * @param text must not be reused as a buffer while this pattern is in use
   */
  public Pattern(Symbols text) {
    this.text = text;
    length = text.size();
    words = Math.max(1, (length + WORD - 1) >>> SHIFT);
    last = 1L << ((length - 1) & (WORD - 1));
    table = new int[Integer.highestOneBit(Math.max(8, length * 2)) * 2];
    symbolOf = new int[length + 1];
    int distinct = 0;
    for (int i = 0; i < length; i++) {
      int slot = slot(text, i);
      if (table[slot] == 0) {
        table[slot] = ++distinct;
        symbolOf[distinct] = i;
      }
    }
    rows = new long[Math.multiplyExact(distinct + 1, words)];
    for (int i = 0; i < length; i++) {
      rows[row(text, i) * words + (i >>> SHIFT)] |= 1L << (i & (WORD - 1));
    }
    signature = Signature.of(text);
    plus = new long[words];
    minus = new long[words];
  }

  public Symbols symbols() {
    return text;
  }

  /**
   * Returns the Levenshtein distance to another text cut by the same measure; any number above
   * {@code maxEdits} if it is above.
   */
  public int distance(Symbols other, int maxEdits) {
    int n = other.size();
    if (Math.abs(length - n) > maxEdits) {
      return maxEdits + 1;
    }
    if (length == 0 || n == 0) {
      return Math.max(length, n);
    }
    return words == 1 ? shortDistance(other, n, maxEdits) : longDistance(other, n, maxEdits);
  }

  /**
   * Returns the score of another text cut by the same measure; any number below {@code threshold}
   * if it is below.
   */
  public int score(Symbols other, int threshold) {
    int maxEdits = Score.mostEdits(threshold, length, other.size());
    int distance = distance(other, maxEdits);
    if (distance == 0 && !text.sameAs(other)) {
      return Score.SPACING;
    }
    return distance > maxEdits ? -1 : Score.of(distance, length, other.size());
  }

  /**
   * Tests quickly whether a text with these symbols can score {@code threshold}; no false
   * negatives.
   */
  public boolean mayScore(Signature other, int otherLength, int threshold) {
    return signature.mayScore(other, length, otherLength, threshold);
  }

  private int shortDistance(Symbols other, int n, int maxEdits) {
    long up = -1L;
    long down = 0;
    int score = length;
    for (int j = 0; j < n; j++) {
      long equal = rows[row(other, j)];
      long vertical = equal | down;
      long horizontal = (((equal & up) + up) ^ up) | equal;
      long right = down | ~(horizontal | up);
      long left = up & horizontal;
      if ((right & last) != 0) {
        score++;
      } else if ((left & last) != 0) {
        score--;
      }
      // Each remaining column can reduce the distance by at most one.
      if (score - (n - 1 - j) > maxEdits) {
        return maxEdits + 1;
      }
      right = (right << 1) | 1;
      left <<= 1;
      up = left | ~(vertical | right);
      down = right & vertical;
    }
    return score;
  }

  private int longDistance(Symbols other, int n, int maxEdits) {
    Arrays.fill(plus, -1L);
    Arrays.fill(minus, 0);
    int score = length;
    for (int j = 0; j < n; j++) {
      score += column(row(other, j) * words);
      if (score - (n - 1 - j) > maxEdits) {
        return maxEdits + 1;
      }
    }
    return score;
  }

  /** Advances by one symbol; returns the change of the distance in the last row. */
  private int column(int row) {
    int carry = 1;
    for (int b = 0; b < words; b++) {
      long up = plus[b];
      long down = minus[b];
      long equal = rows[row + b];
      long top = b == words - 1 ? last : Long.MIN_VALUE;
      long vertical = equal | down;
      if (carry < 0) {
        equal |= 1;
      }
      long horizontal = (((equal & up) + up) ^ up) | equal;
      long right = down | ~(horizontal | up);
      long left = up & horizontal;
      int out = (right & top) != 0 ? 1 : (left & top) != 0 ? -1 : 0;
      right <<= 1;
      left <<= 1;
      if (carry < 0) {
        left |= 1;
      } else if (carry > 0) {
        right |= 1;
      }
      plus[b] = left | ~(vertical | right);
      minus[b] = right & vertical;
      carry = out;
    }
    return carry;
  }

  private int row(Symbols other, int index) {
    return table[slot(other, index)];
  }

  private int slot(Symbols other, int index) {
    int mask = table.length - 1;
    int hash = other.hash(index) * 0x9E3779B1;
    int slot = (hash ^ (hash >>> 16)) & mask;
    while (table[slot] != 0 && !text.same(symbolOf[table[slot]], other, index)) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  /**
   * The symbols of a text as 128 bits, for a quick test whether two texts can be similar. Every
   * edit removes at most one symbol of a text, so texts at a distance of {@code k} lack at most
   * {@code k} of each other's bits.
   */
  public record Signature(long low, long high) {

    public static Signature of(Symbols symbols) {
      long low = 0;
      long high = 0;
      for (int i = 0; i < symbols.size(); i++) {
        int hash = symbols.hash(i) * 0x9E3779B1;
        if (hash < 0) {
          high |= 1L << (hash >>> 25);
        } else {
          low |= 1L << (hash >>> 25);
        }
      }
      return new Signature(low, high);
    }

    public boolean mayScore(Signature other, int length, int otherLength, int threshold) {
      int maxEdits = Score.mostEdits(threshold, length, otherLength);
      return Math.abs(length - otherLength) <= maxEdits
          && Long.bitCount(low & ~other.low) + Long.bitCount(high & ~other.high) <= maxEdits
          && Long.bitCount(other.low & ~low) + Long.bitCount(other.high & ~high) <= maxEdits;
    }
  }
}
