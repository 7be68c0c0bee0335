package ballast.memory.fuzzy;

import java.util.Arrays;

/** Puts texts into the order of slots: by length, then by the upper bits of the text key. */
final class SlotOrder {

  private SlotOrder() {}

  /** Length and key as one number that sorts as slots do; the key as an unsigned number. */
  static long rank(int length, int key) {
    return (long) length << 32 | (key & 0xFFFFFFFFL);
  }

  static int length(long rank) {
    return (int) (rank >>> 32);
  }

  static int key(long rank) {
    return (int) rank;
  }

  /** The different ranks of the first {@code count}, rising. */
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

  /** Writes the slots of these ranks. */
  static void write(long[] ranks, PartWriter writer) {
    int[] lengths = new int[ranks.length];
    int[] keys = new int[ranks.length];
    for (int i = 0; i < ranks.length; i++) {
      lengths[i] = length(ranks[i]);
      keys[i] = key(ranks[i]);
    }
    writer.slots(lengths, keys, ranks.length);
  }
}
