package ballast.likeness.index;

import java.util.Arrays;

/**
 * Sorts slots and removes repeated ones. Large numbers of slots are sorted in a bitmap; a second
 * bitmap of its non-empty words saves scanning the others.
 */
final class SlotSorter {

  /** Fewer slots than this are sorted by comparison. */
  private static final int MIN_RADIX_SORTED = 32;

  private final long[] bits;
  private final long[] words;

  /**
   * @param slots how many there are, counted from 0
   */
  SlotSorter(int slots) {
    bits = new long[slots / Long.SIZE + 1];
    words = new long[bits.length / Long.SIZE + 1];
  }

  /** Sorts the first {@code count}; returns how many different ones there are. */
  int sort(int[] slots, int count) {
    return count < MIN_RADIX_SORTED ? sortFew(slots, count) : sortMany(slots, count);
  }

  private static int sortFew(int[] slots, int count) {
    Arrays.sort(slots, 0, count);
    int kept = 0;
    for (int i = 0; i < count; i++) {
      if (i == 0 || slots[i] != slots[i - 1]) {
        slots[kept++] = slots[i];
      }
    }
    return kept;
  }

  private int sortMany(int[] slots, int count) {
    for (int i = 0; i < count; i++) {
      int word = slots[i] >>> 6;
      bits[word] |= 1L << slots[i];
      words[word >>> 6] |= 1L << word;
    }
    int kept = 0;
    for (int i = 0; i < words.length; i++) {
      for (long some = words[i]; some != 0; some &= some - 1) {
        int word = (i << 6) + Long.numberOfTrailingZeros(some);
        for (long remaining = bits[word]; remaining != 0; remaining &= remaining - 1) {
          slots[kept++] = (word << 6) + Long.numberOfTrailingZeros(remaining);
        }
        bits[word] = 0;
      }
      words[i] = 0;
    }
    return kept;
  }
}
