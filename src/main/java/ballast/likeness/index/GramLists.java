package ballast.likeness.index;

import java.util.Arrays;

/**
 * The texts that have a gram, for each gram, while texts come one after the other: 1 to 2 bytes for
 * each time that a text has a gram, and some 35 for each gram.
 *
 * <p>The keys of a text's grams are scattered, so that each access would miss the processor's
 * cache. Grams are therefore buffered in {@value #RANGES} ranges of keys and added to the lists of
 * a range in batches, because these lists fit into the cache. This takes a quarter of the time.
 */
final class GramLists {

  private static final int RANGE_BITS = 6;
  private static final int RANGES = 1 << RANGE_BITS;
  private static final int RANGE_SHIFT = GramRange.KEY_BITS - RANGE_BITS;
  private static final int MAX_WAITING = 1 << 15;

  /** Of the heap's bytes, so many for one gram that waits; it takes 8. */
  private static final int HEAP_SHARE = 128;

  private static final long OTHERS = 44L << 20;
  private static final long MIN_HEAP = 8L << 20;

  private final GramRange[] ranges = new GramRange[RANGES];
  private long bytes;

  /** The bytes of the heap of which grams get shares: all but what an import needs besides. */
  static long heap() {
    return Math.max(MIN_HEAP, Runtime.getRuntime().maxMemory() - OTHERS);
  }

  GramLists() {
    int mostWaiting = (int) Math.min(MAX_WAITING, heap() / HEAP_SHARE / RANGES);
    Arrays.setAll(ranges, range -> new GramRange(mostWaiting));
    bytes = Arrays.stream(ranges).mapToLong(GramRange::bytes).sum();
  }

  /**
   * Notes that a text has a gram.
   *
   * @param text not below that of the time before; the same one only with another gram
   */
  void add(long key, int text) {
    GramRange range = ranges[(int) (key >>> RANGE_SHIFT)];
    if (!range.add(key, text)) {
      long bytesBefore = range.bytes();
      range.distribute();
      bytes += range.bytes() - bytesBefore;
      range.add(key, text);
    }
  }

  /** Passes on the lists of all grams by rising key. */
  void forEach(GramRange.Action action) {
    for (GramRange range : ranges) {
      range.forEach(action);
    }
  }

  /** Bytes that they take, apart from those that wait. */
  long bytes() {
    return bytes;
  }
}
