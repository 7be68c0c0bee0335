package ballast.likeness.index;

import java.util.Arrays;

/** Sorts texts into the order of slots: by length, then by the upper bits of the text key. */
final class SlotOrder {

  /** Bits of a text's number in its part; fits with 32 more bits into a non-negative number. */
  static final int TEXT_BITS = 24;

  private SlotOrder() {}

  /** Returns length and key as one number that sorts as slots do; the key is unsigned. */
  static long rank(int length, int key) {
    return (long) length << 32 | (key & 0xFFFFFFFFL);
  }

  static int length(long rank) {
    return (int) (rank >>> 32);
  }

  static int key(long rank) {
    return (int) rank;
  }

  /**
   * @param ranks those of the texts, at most 2^{@value #TEXT_BITS}
   * @param slotOf receives the slot of each text
   * @return the rank of each slot: the distinct ranks, rising
   */
  static long[] assign(long[] ranks, int count, int[] slotOf) {
    long[] numbers = new long[count];
    for (int text = 0; text < count; text++) {
      numbers[text] = (key(ranks[text]) & 0xFFFFFFFFL) << TEXT_BITS | text;
    }
    long[] byKey = RadixSort.sorted(numbers, count, TEXT_BITS, new long[count]);
    for (int i = 0; i < count; i++) {
      int text = text(byKey[i]);
      byKey[i] = (long) length(ranks[text]) << TEXT_BITS | text;
    }
    long[] sorted =
        RadixSort.sorted(byKey, count, TEXT_BITS, byKey == numbers ? new long[count] : numbers);
    long[] slots = new long[count];
    int size = 0;
    for (int i = 0; i < count; i++) {
      int text = text(sorted[i]);
      if (size == 0 || slots[size - 1] != ranks[text]) {
        slots[size++] = ranks[text];
      }
      slotOf[text] = size - 1;
    }
    return Arrays.copyOf(slots, size);
  }

  private static int text(long number) {
    return (int) number & ((1 << TEXT_BITS) - 1);
  }

  static long[] distinct(long[] ranks, int count) {
    long[] sorted = RadixSort.sorted(Arrays.copyOf(ranks, count), count, 0, new long[count]);
    int kept = 0;
    for (int i = 0; i < count; i++) {
      if (i == 0 || sorted[i] != sorted[i - 1]) {
        sorted[kept++] = sorted[i];
      }
    }
    return Arrays.copyOf(sorted, kept);
  }

  /**
   * Sorts slots and removes repeated ones. Large numbers of slots are sorted in a bitmap; a second
   * bitmap of its non-empty words saves scanning the others.
   */
  static final class SlotSorter {

    /** Minimum number of slots not sorted by comparison. */
    private static final int MIN_RADIX_SORTED = 32;

    private final long[] bits;
    private final long[] words;

    SlotSorter(int slots) {
      bits = new long[slots / Long.SIZE + 1];
      words = new long[bits.length / Long.SIZE + 1];
    }

    /** Sorts the first {@code count}; returns the number of distinct ones. */
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
}
