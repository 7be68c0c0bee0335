package ballast.likeness.index;

import ballast.likeness.Measure;
import ballast.likeness.Symbols;

/**
 * The grams of a text, by which the index finds it.
 *
 * <p>By {@link Measure#WORDS} each symbol is a gram. By {@link Measure#CHARACTERS} each Han
 * character or full-width mark is one, a <em>single</em>. Letters, digits and spaces are too few
 * and too frequent to tell texts apart, so each two adjacent ones are a gram, a <em>pair</em>.
 *
 * <p>A gram's key is a 32-bit hash followed by the number of its earlier occurrences in the text,
 * in {@value #OCCURRENCE_BITS} bits. So the grams of a text are a set, and two texts have as many
 * grams in common as sets as they have as bags. Equal hashes of different grams can only increase
 * this number: there are more candidates, and none is missed. Grams beyond the highest occurrence
 * number are left out.
 *
 * <p><b>The bound.</b> Let a query of {@code m} symbols have {@code S} singles and {@code L} pairs,
 * and let a text of {@code n} symbols be at a Levenshtein distance of at most {@code k}. Turn the
 * query into the text edit by edit. At least {@code i = max(0, n - m)} edits are insertions, and an
 * insertion removes at most one pair and no single. Each of the other {@code k - i} edits removes
 * at most one single or two pairs: a replaced or deleted symbol is either a single, and then in no
 * pair, or it is in at most two pairs. So let a single <em>weigh</em> two and a pair one: no edit
 * removes more than two. Of the query's grams the text has a weight of at least
 *
 * <pre>T(n) = 2 S + L - 2 (k - i) - min(i, L)</pre>
 *
 * whichever of the query's grams are left out of {@code S} and {@code L}. A text with all its pairs
 * and few of its singles does not reach it, but would if a single weighed no more than a pair. If
 * {@code T} is 0, as in texts with much Latin at a threshold just above 50, every text of that
 * length is a candidate.
 *
 * <p>If the query has only singles, as words and pure Han text do, or if all together would weigh
 * more than {@value #MAX_WEIGHT}, each gram weighs one. If {@code x} of the {@code k - i} edits hit
 * pairs, at most {@code min(L, 2 x + i)} pairs and {@code k - i - x} singles are lost. The maximum
 * is at {@code x = min(k - i, (L - i) / 2)}. Then
 *
 * <pre>T(n) = S + L - k - min(k - i, floor((L - i) / 2))     where L >= i
 * T(n) = S - (k - i)                                where L < i</pre>
 *
 * <p>Singles come before pairs. So with equal hashes the singles have the lower numbers, and the
 * common grams of two texts weigh no less than with different hashes.
 */
final class Grams {

  static final int OCCURRENCE_BITS = 12;
  private static final int MAX_OCCURRENCES = 1 << OCCURRENCE_BITS;

  /** Maximum weight of all grams of a query: filters count in eight bits. */
  static final int MAX_WEIGHT = 255;

  private static final int FIRST_HAN_MARK = 0x2E80;

  private long[] keys = new long[128];
  private long[] pairKeys = new long[128];
  // A table of a text's keys; entries of other rounds belong to earlier texts.
  private long[] seen = new long[512];
  private int[] times = new int[512];
  private int[] rounds = new int[512];
  private int round;
  private int size;
  private int singles;
  private boolean singlesWeighMore;

  void read(Symbols symbols) {
    read(symbols, 0, symbols.size());
  }

  /**
   * Reads the grams of part of a text: any text that contains these adjacent symbols has all of
   * them.
   *
   * @param end one past the last symbol
   */
  void read(Symbols symbols, int first, int end) {
    size = 0;
    int pairs = 0;
    ensure(end - first);
    boolean words = symbols.measure() == Measure.WORDS;
    for (int i = first; i < end; i++) {
      int symbol = symbols.hash(i);
      if (words || isSingle(symbol)) {
        keys[size++] = hash(symbol, 0);
      } else if (i + 1 < end && !isSingle(symbols.hash(i + 1))) {
        pairKeys[pairs++] = hash(symbol, symbols.hash(i + 1));
      }
    }
    singles = size;
    System.arraycopy(pairKeys, 0, keys, size, pairs);
    size += pairs;
    number();
    pairs = size - singles;
    singlesWeighMore = pairs > 0 && 2 * singles + pairs <= MAX_WEIGHT;
  }

  /** Returns {@code T} for a text within {@code edits} edits that is {@code insertions} longer. */
  int shared(int edits, int insertions) {
    int pairs = size - singles;
    if (singlesWeighMore) {
      return 2 * singles + pairs - 2 * (edits - insertions) - Math.min(insertions, pairs);
    }
    if (pairs < insertions) {
      return singles - (edits - insertions);
    }
    return size - edits - Math.min(edits - insertions, (pairs - insertions) / 2);
  }

  int weight(int index) {
    return singlesWeighMore && index < singles ? 2 : 1;
  }

  private static boolean isSingle(int code) {
    return code >= FIRST_HAN_MARK && !(code >= 0x3040 && code <= 0x30FF);
  }

  int size() {
    return size;
  }

  long key(int index) {
    return keys[index];
  }

  private static long hash(int a, int b) {
    long mixed = a * 0x9E3779B97F4A7C15L + b * 0xC2B2AE3D27D4EB4FL;
    mixed ^= mixed >>> 32;
    mixed *= 0xD6E8FEB86659FD93L;
    return (mixed >>> 32) << OCCURRENCE_BITS;
  }

  private void number() {
    int kept = 0;
    int keptSingles = 0;
    round++;
    for (int i = 0; i < size; i++) {
      int occurrence = occurrences(keys[i]);
      if (occurrence < MAX_OCCURRENCES) {
        keys[kept++] = keys[i] | occurrence;
        keptSingles += i < singles ? 1 : 0;
      }
    }
    size = kept;
    singles = keptSingles;
  }

  /** Counts the earlier calls with this key for this text. */
  private int occurrences(long key) {
    int mask = seen.length - 1;
    int place = (int) (key >>> OCCURRENCE_BITS) & mask;
    while (rounds[place] == round && seen[place] != key) {
      place = (place + 1) & mask;
    }
    if (rounds[place] != round) {
      rounds[place] = round;
      seen[place] = key;
      times[place] = 0;
    }
    return times[place]++;
  }

  private void ensure(int needed) {
    if (needed > keys.length) {
      keys = new long[Math.max(needed, keys.length * 2)];
      pairKeys = new long[keys.length];
      int room = Integer.highestOneBit(keys.length) * 4;
      seen = new long[room];
      times = new int[room];
      rounds = new int[room];
    }
  }
}
