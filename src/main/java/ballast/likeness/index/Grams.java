package ballast.likeness.index;

import ballast.likeness.Measure;
import ballast.likeness.Symbols;

/**
 * The grams of a text, by which the index finds it: its symbols. By {@link Measure#CHARACTERS}
 * there are also the <em>pairs</em>, each two adjacent characters of a word, for phrases that begin
 * or end in the middle of one.
 *
 * <p>A gram's key is a 32-bit hash followed by the number of its earlier occurrences in the text,
 * in {@value #OCCURRENCE_BITS} bits. So the grams of a text are a set, and two texts have as many
 * grams in common as sets as they have as bags. Equal hashes of different grams can only increase
 * this number: there are more candidates, and none is missed. Grams beyond the highest occurrence
 * number are left out.
 *
 * <p><b>The bound.</b> Let a query have {@code m} symbols, {@code S} of them as grams, and let a
 * text of {@code n} symbols be at a Levenshtein distance of at most {@code k}. Turn the query into
 * the text edit by edit. At least {@code i = max(0, n - m)} edits are insertions, which remove no
 * symbol, and each of the others removes at most one. So the text has at least
 *
 * <pre>T(n) = S - (k - i)</pre>
 *
 * of the query's symbols. Searches for similar texts do not use the pairs: a changed word would
 * remove any number of them.
 */
final class Grams {

  static final int OCCURRENCE_BITS = 12;
  private static final int MAX_OCCURRENCES = 1 << OCCURRENCE_BITS;

  private long[] keys = new long[128];
  // A table of a text's keys; entries of other rounds belong to earlier texts.
  private long[] seen = new long[512];
  private int[] times = new int[512];
  private int[] rounds = new int[512];
  private int round;
  private int all;
  private int size;

  void read(Symbols symbols) {
    read(symbols, 0, symbols.size());
  }

  /**
   * Reads the grams of part of a text: any text that contains it has all of them, even if the
   * symbols before and after these are parts of longer ones there.
   *
   * @param end one past the last symbol
   */
  void read(Symbols symbols, int first, int end) {
    all = 0;
    round++;
    ensure(symbols);
    for (int i = first; i < end; i++) {
      add(hash(symbols.hash(i), 0));
    }
    size = all;
    for (int i = 0; i < symbols.size() && symbols.measure() == Measure.CHARACTERS; i++) {
      for (int at = 1; at < symbols.length(i); at++) {
        add(hash(symbols.code(i, at - 1), symbols.code(i, at)));
      }
    }
  }

  /** Returns {@code T} for a text within {@code edits} edits that is {@code insertions} longer. */
  int shared(int edits, int insertions) {
    return size - (edits - insertions);
  }

  /** Number of symbols; the pairs follow them. */
  int size() {
    return size;
  }

  /** Number of all grams. */
  int all() {
    return all;
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

  private void add(long key) {
    int occurrence = occurrences(key);
    if (occurrence < MAX_OCCURRENCES) {
      keys[all++] = key | occurrence;
    }
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

  /** Makes room for a word and its pairs by the number of its characters. */
  private void ensure(Symbols symbols) {
    int needed = 0;
    for (int i = 0; i < symbols.size(); i++) {
      needed += symbols.measure() == Measure.CHARACTERS ? symbols.length(i) : 1;
    }
    if (needed > keys.length) {
      keys = new long[Math.max(needed, keys.length * 2)];
      int room = Integer.highestOneBit(keys.length) * 4;
      seen = new long[room];
      times = new int[room];
      rounds = new int[room];
    }
  }
}
