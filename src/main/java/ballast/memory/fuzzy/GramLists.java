package ballast.memory.fuzzy;

import java.util.Arrays;

/**
 * The texts that have a gram, for each gram, while texts come one after the other: 1 to 2 bytes for
 * each time that a text has a gram, and some 35 for each gram.
 *
 * <p>The grams of a text are all over the keys, and so in memory that is in no cache. Therefore
 * grams wait until there are many, are put into {@value #RANGES} ranges by their keys, and then
 * each range gets its own: that fits into the processor's cache. It takes a quarter of the time.
 */
final class GramLists {

  /** Takes the list of a gram. */
  @FunctionalInterface
  interface Action {
    /**
     * Takes a list.
     *
     * @param texts rising; overwritten afterwards
     */
    void accept(long key, int[] texts, int count);
  }

  private static final int RANGE_BITS = 6;
  private static final int RANGES = 1 << RANGE_BITS;
  private static final int KEY_BITS = Integer.SIZE + Grams.OCCURRENCE_BITS;
  private static final int TEXT_BITS = Long.SIZE - KEY_BITS;
  private static final int MOST_WAITING = 1 << 21;

  /** Of the heap's bytes, so many for one gram that waits; it takes 16. */
  private static final int HEAP_SHARE = 256;

  private static final long OTHERS = 44L << 20;
  private static final long LEAST_HEAP = 8L << 20;

  private final int most = (int) Math.min(MOST_WAITING, heap() / HEAP_SHARE);
  private final GramRange[] ranges = new GramRange[RANGES];
  // Keys, and below each its text, counted from the first that has one here.
  private long[] waiting = new long[1 << 10];
  private long[] room = {};
  private int size;
  private int firstText;
  private long bytes;

  /** The bytes of the heap of which grams get shares: all but what an import needs besides. */
  static long heap() {
    return Math.max(LEAST_HEAP, Runtime.getRuntime().maxMemory() - OTHERS);
  }

  GramLists() {
    Arrays.setAll(ranges, range -> new GramRange());
  }

  /**
   * Notes that a text has a gram.
   *
   * @param text not below that of the time before; the same one only with another gram
   */
  void add(long key, int text) {
    if (size == waiting.length) {
      makeRoom();
    }
    if (size == 0) {
      firstText = text;
    } else if ((text - firstText) >>> TEXT_BITS != 0) {
      distribute();
      firstText = text;
    }
    waiting[size++] = (key << TEXT_BITS) | (text - firstText);
  }

  private void makeRoom() {
    if (size < most) {
      waiting = Arrays.copyOf(waiting, Math.min(most, size * 2));
    } else {
      distribute();
    }
  }

  /** Gives each range the grams that wait for it, in the order in which they came. */
  private void distribute() {
    int[] ends = new int[RANGES + 1];
    for (int i = 0; i < size; i++) {
      ends[range(waiting[i]) + 1]++;
    }
    for (int range = 0; range < RANGES; range++) {
      ends[range + 1] += ends[range];
    }
    if (room.length < size) {
      room = new long[waiting.length];
    }
    for (int i = 0; i < size; i++) {
      room[ends[range(waiting[i])]++] = waiting[i];
    }
    int at = 0;
    for (int range = 0; range < RANGES; range++) {
      for (; at < ends[range]; at++) {
        int text = (int) room[at] & ((1 << TEXT_BITS) - 1);
        ranges[range].add(room[at] >>> TEXT_BITS, firstText + text);
      }
    }
    size = 0;
    bytes = Arrays.stream(ranges).mapToLong(GramRange::bytes).sum();
  }

  private static int range(long waiting) {
    return (int) (waiting >>> (Long.SIZE - RANGE_BITS));
  }

  /** Gives the lists of all grams by rising key. */
  void forEach(Action action) {
    distribute();
    for (GramRange range : ranges) {
      range.forEach(action);
    }
  }

  /** Bytes that they take, apart from those that wait. */
  long bytes() {
    return bytes;
  }
}
