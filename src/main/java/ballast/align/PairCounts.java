package ballast.align;

import java.util.Arrays;

/**
 * A growing table of numbers for pairs of a left and a right token: open addressing, no objects.
 * Not thread-safe.
 */
final class PairCounts {

  private static final long FREE = -1;

  private long[] keys = new long[1 << 12];
  private int[] slots = new int[1 << 12];
  private long[] pairs = new long[1 << 11];
  private int size;

  PairCounts() {
    Arrays.fill(keys, FREE);
  }

  int size() {
    return size;
  }

  int left(int slot) {
    return (int) (pairs[slot] >>> 32);
  }

  int right(int slot) {
    return (int) pairs[slot];
  }

  /** The slot of a pair; slots are handed out in order of first use, from 0. */
  int slot(int left, int right) {
    long key = (long) left << 32 | right;
    int mask = keys.length - 1;
    int at = spread(key) & mask;
    while (keys[at] != key) {
      if (keys[at] == FREE) {
        return insert(key, at);
      }
      at = (at + 1) & mask;
    }
    return slots[at];
  }

  private int insert(long key, int at) {
    if (size == pairs.length) {
      pairs = Arrays.copyOf(pairs, size * 2);
    }
    keys[at] = key;
    slots[at] = size;
    pairs[size] = key;
    size++;
    if (size * 2 > keys.length) {
      grow();
    }
    return size - 1;
  }

  private void grow() {
    keys = new long[keys.length * 2];
    slots = new int[keys.length];
    Arrays.fill(keys, FREE);
    int mask = keys.length - 1;
    for (int slot = 0; slot < size; slot++) {
      int at = spread(pairs[slot]) & mask;
      while (keys[at] != FREE) {
        at = (at + 1) & mask;
      }
      keys[at] = pairs[slot];
      slots[at] = slot;
    }
  }

  private static int spread(long key) {
    long mixed = key * 0x9E3779B97F4A7C15L;
    return (int) (mixed ^ mixed >>> 32);
  }
}
