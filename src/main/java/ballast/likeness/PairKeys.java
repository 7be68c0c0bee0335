package ballast.likeness;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;

/**
 * Keys of pairs of texts: two pairs have a common key if both texts score at least the threshold.
 * The keys are those of one of the two texts ({@link PieceKeys}). A text with words as symbols is
 * preferred, because it has fewer symbols and few pieces that many texts share.
 *
 * <p>A key of very many pairs (all translations of "Contents") can be replaced by separate keys for
 * their other text. In two nearly equal pairs with the key, the other texts also score, so they
 * share one of these.
 *
 * <p>A reusable buffer; not thread-safe.
 */
public final class PairKeys {

  private final PieceKeys keys;

  public static final class Found {

    private final long[] pieces;
    private final long[] all;

    private Found(long[] pieces, long[] all) {
      this.pieces = pieces;
      this.all = all;
    }

    /** Returns its keys as the longer or the shorter text, each once. */
    public LongStream all() {
      return Arrays.stream(all);
    }

    /** Returns whether this is the key of a piece, with this text as the longer one. */
    public boolean isPiece(long key) {
      return Arrays.binarySearch(pieces, key) >= 0;
    }
  }

  /**
   * @param threshold minimum score, {@link ballast.likeness.Score#MIN_THRESHOLD} to 100
   */
  public PairKeys(int threshold) {
    keys = new PieceKeys(threshold);
  }

  public Found of(ComparedPair pair) {
    return found(isByTarget(pair) ? pair.target() : pair.source(), pair.languages().hashCode());
  }

  /** Returns the keys of a pair that replace one of its keys. */
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
   * Keys of a text: two texts that score at least the threshold have a common key. After PassJoin
   * (Li, Deng, Wang and Feng 2011, "Pass-Join: a partition-based method for similarity joins").
   *
   * <p>Of two texts that score, call the longer one <i>x</i>, with <i>l</i> symbols, and the other
   * <i>y</i>. For equal lengths the order does not matter. They are at most <i>t</i> = {@link
   * Score#mostEdits} edits apart, and <i>t</i> depends on <i>l</i> alone. Cut <i>x</i> into
   * <i>t</i> + 1 pieces. An alignment of the two texts divides <i>y</i> likewise, and the edits
   * among the <i>t</i> + 1 parts. Let <i>D(i)</i> be the number of edits in the first <i>i</i>
   * parts, less <i>i</i>. It begins with 0, ends below 0, and falls by at most 1, namely at a part
   * without edits. So at its last fall from 0 to -1, a piece <i>i</i> + 1 is unchanged in <i>y</i>,
   * with at most <i>i</i> edits before and at most <i>t</i> - <i>i</i> after it. Each edit shifts
   * the rest by at most one place, which bounds the position of the piece in <i>y</i>. {@link
   * #pieces} are the pieces of a text as <i>x</i>; {@link #stretches} are all its stretches, as
   * <i>y</i>, that could be such a piece of some longer text. No pair is lost, and the comparison
   * rejects texts that share a key by chance.
   *
   * <p>A key depends on the symbols of a piece, not on its place. So for each possible length of a
   * piece, a text has no more stretches than symbols. A text without room for an edit has one
   * piece, the whole text.
   *
   * <p>A reusable buffer; not thread-safe.
   */
  static final class PieceKeys {

    private static final long BASE = 0x9E3779B97F4A7C15L;

    private final int threshold;
    private final Symbols symbols = new Symbols();
    private long salt;
    private int length;
    // hashes[i] covers the first i symbols, powers[i] is the i-th power of the base.
    private long[] hashes = {0};
    private long[] powers = {1};

    /**
     * @param threshold minimum score, {@link Score#MIN_THRESHOLD} to 100
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
     * @param among a number for the texts to compare with each other; texts with different numbers
     *     have no common key
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

    public int length() {
      return length;
    }

    /** Returns the keys of its own pieces, each once, in ascending order. */
    public long[] pieces() {
      int edits = Score.mostEdits(threshold, length, length);
      long[] keys = new long[edits + 1];
      for (int i = 0; i <= edits; i++) {
        int start = start(length, edits, i);
        keys[i] = key(start, start(length, edits, i + 1) - start);
      }
      return distinct(keys, keys.length);
    }

    /**
     * Returns the keys of its stretches that may be pieces of longer texts, as {@link #pieces}
     * does.
     */
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
     * Returns possible places of pieces of a longer text, by length of the piece: at each place,
     * the number of ranges that begin there, less those that ended before it.
     */
    private Map<Integer, int[]> places() {
      Map<Integer, int[]> places = new TreeMap<>();
      int longest = Score.longest(threshold, length);
      for (int longer = length; longer <= longest; longer++) {
        int edits = Score.mostEdits(threshold, longer, length);
        int missing = longer - length;
        // Shifted to the right and back, or to the left and back, in addition to the missing
        // symbols.
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

    /** Returns the start of a piece if a text is cut evenly, with the longer pieces at the end. */
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
