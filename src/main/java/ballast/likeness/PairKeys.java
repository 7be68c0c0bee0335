package ballast.likeness;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;

/**
 * The keys of pairs of texts, such that two pairs of which both texts score at least the threshold
 * have a key in common: those of one of the two texts ({@link PieceKeys}). That is the one whose
 * symbols are words, if there is one, since it has fewer symbols, and few pieces that many texts
 * have.
 *
 * <p>A key that very many pairs have (all translations of "Contents") can be replaced by keys of
 * its own for the other text of these pairs. Of two pairs with the key that are nearly the same,
 * the other texts score too, so that they have one of these in common.
 *
 * <p>A reusable buffer; for one thread.
 */
public final class PairKeys {

  private final PieceKeys keys;

  /** The keys of a pair. */
  public static final class Found {

    private final long[] pieces;
    private final long[] all;

    private Found(long[] pieces, long[] all) {
      this.pieces = pieces;
      this.all = all;
    }

    /** Those that it has as the longer or the shorter text, each once. */
    public LongStream all() {
      return Arrays.stream(all);
    }

    /** Whether one of them is that of a piece: it has it as the longer text. */
    public boolean isPiece(long key) {
      return Arrays.binarySearch(pieces, key) >= 0;
    }
  }

  /**
   * @param threshold the lowest score, {@link ballast.likeness.Score#MIN_THRESHOLD} to 100
   */
  public PairKeys(int threshold) {
    keys = new PieceKeys(threshold);
  }

  /** The keys of a pair. */
  public Found of(ComparedPair pair) {
    return found(isByTarget(pair) ? pair.target() : pair.source(), pair.languages().hashCode());
  }

  /** The keys of a pair in place of one that it has. */
  public Found of(ComparedPair pair, long key) {
    return found(isByTarget(pair) ? pair.source() : pair.target(), key);
  }

  private static boolean isByTarget(ComparedPair pair) {
    return pair.source().measure() == Measure.CHARACTERS
        && pair.target().measure() == Measure.WORDS;
  }

  private Found found(ComparedPair.Text side, long among) {
    keys.read(side.text(), side.measure(), among);
    // Each piece is one of its own stretches.
    return new Found(keys.pieces(), keys.stretches());
  }

  /**
   * The keys of a text, such that two texts that score at least the threshold have a key in common.
   * After PassJoin (Li, Deng, Wang and Feng 2011, "Pass-Join: a partition-based method for
   * similarity joins").
   *
   * <p>Of two texts that score, call the longer one <i>x</i>, with <i>l</i> symbols, and the other
   * <i>y</i>; which is which does not matter if they are equally long. They are at most <i>t</i> =
   * {@link Score#mostEdits} edits apart, and <i>t</i> depends on <i>l</i> alone. Cut <i>x</i> into
   * <i>t</i> + 1 pieces. An alignment of the two texts divides <i>y</i> likewise, and the edits
   * among the <i>t</i> + 1 parts. Let <i>D(i)</i> be the number of edits in the first <i>i</i>
   * parts, less <i>i</i>: it begins with 0, ends below 0, and falls by 1 at most, namely at a part
   * without edits. So where it falls below 0 for the last time, from 0 to -1, there is a piece
   * <i>i</i> + 1 that stands unchanged in <i>y</i>, with at most <i>i</i> edits before and at most
   * <i>t</i> - <i>i</i> after it. Each edit shifts what follows by one place at most, which bounds
   * where in <i>y</i> the piece can stand. {@link #pieces} are the pieces of a text as <i>x</i>;
   * {@link #stretches} is every stretch of it, as <i>y</i>, that could be such a piece of some
   * longer text. Nothing is lost; what has a key in common by chance is found out when it is
   * compared.
   *
   * <p>A key stands for the symbols of a piece alone, not for its place, so that a text has no more
   * stretches than symbols for each length that pieces may have. A text without room for an edit
   * has one piece, all of it.
   *
   * <p>A reusable buffer; for one thread.
   */
  static final class PieceKeys {

    private static final long BASE = 0x9E3779B97F4A7C15L;

    private final int threshold;
    private final Symbols symbols = new Symbols();
    private long salt;
    private int length;
    // hashes[i] is of the first i symbols, powers[i] the i-th power of the base.
    private long[] hashes = {0};
    private long[] powers = {1};

    /**
     * @param threshold the lowest score, {@link Score#MIN_THRESHOLD} to 100
     */
    public PieceKeys(int threshold) {
      if (threshold < Score.MIN_THRESHOLD || threshold > Score.FULL) {
        throw new IllegalArgumentException("threshold " + threshold);
      }
      this.threshold = threshold;
    }

    /**
     * Reads a text and returns this.
     *
     * @param among a number for the texts that are compared with each other; those with different
     *     numbers have no key in common
     */
    public PieceKeys read(String text, Measure measure, long among) {
      symbols.read(text, measure);
      salt = among;
      length = symbols.size();
      if (hashes.length <= length) {
        hashes = new long[2 * length + 1];
        powers = new long[2 * length + 1];
        powers[0] = 1;
        for (int i = 1; i < powers.length; i++) {
          powers[i] = powers[i - 1] * BASE;
        }
      }
      for (int i = 0; i < length; i++) {
        hashes[i + 1] = hashes[i] * BASE + mix(symbols.hash(i));
      }
      return this;
    }

    /** The number of symbols. */
    public int length() {
      return length;
    }

    /** The keys of its own pieces, each once, in ascending order. */
    public long[] pieces() {
      int edits = Score.mostEdits(threshold, length, length);
      long[] keys = new long[edits + 1];
      for (int i = 0; i <= edits; i++) {
        int start = start(length, edits, i);
        keys[i] = key(start, start(length, edits, i + 1) - start);
      }
      return distinct(keys, keys.length);
    }

    /** The keys of its stretches that may be pieces of longer texts; as {@link #pieces}. */
    public long[] stretches() {
      long[] keys = new long[16];
      int size = 0;
      for (Map.Entry<Integer, int[]> places : places().entrySet()) {
        int open = 0;
        for (int start = 0; start + places.getKey() <= length; start++) {
          open += places.getValue()[start];
          if (open > 0) {
            if (size == keys.length) {
              keys = Arrays.copyOf(keys, 2 * size);
            }
            keys[size++] = key(start, places.getKey());
          }
        }
      }
      return distinct(keys, size);
    }

    /**
     * Where a piece of a longer text may stand, by length of the piece: at each place, how many
     * ranges begin there, less those that have ended before it.
     */
    private Map<Integer, int[]> places() {
      Map<Integer, int[]> places = new TreeMap<>();
      int longest = Score.longest(threshold, length);
      for (int longer = length; longer <= longest; longer++) {
        int edits = Score.mostEdits(threshold, longer, length);
        int missing = longer - length;
        // Shifted to the right and back, or to the left and back, beside what is missing.
        int detour = (edits - missing) / 2;
        for (int i = 0; i <= edits; i++) {
          int start = start(longer, edits, i);
          int size = start(longer, edits, i + 1) - start;
          int first = start - Math.min(Math.min(i, missing + edits - i), missing + detour);
          int last = start + Math.min(Math.min(i, edits - i - missing), detour);
          first = Math.max(0, first);
          last = Math.min(length - size, last);
          if (first <= last) {
            int[] ranges = places.computeIfAbsent(size, key -> new int[length + 2]);
            ranges[first]++;
            ranges[last + 1]--;
          }
        }
      }
      return places;
    }

    /**
     * Where a piece begins, of so many that a text is cut into evenly, the longer ones at the end.
     */
    private static int start(int length, int edits, int piece) {
      int pieces = edits + 1;
      int size = length / pieces;
      int shorter = pieces - length % pieces;
      return piece * size + Math.max(0, piece - shorter);
    }

    private long key(int start, int size) {
      long hash = hashes[start + size] - hashes[start] * powers[size];
      return mix(mix(hash + size) ^ salt);
    }

    private static long[] distinct(long[] keys, int size) {
      Arrays.sort(keys, 0, size);
      int distinct = 0;
      for (int i = 0; i < size; i++) {
        if (distinct == 0 || keys[i] != keys[distinct - 1]) {
          keys[distinct++] = keys[i];
        }
      }
      return Arrays.copyOf(keys, distinct);
    }

    /** The finaliser of MurmurHash3. */
    private static long mix(long bits) {
      long mixed = (bits ^ (bits >>> 33)) * 0xFF51AFD7ED558CCDL;
      mixed = (mixed ^ (mixed >>> 33)) * 0xC4CEB9FE1A85EC53L;
      return mixed ^ (mixed >>> 33);
    }
  }
}
