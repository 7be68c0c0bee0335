package ballast.memory.store;

import java.util.NoSuchElementException;
import java.util.PrimitiveIterator;

/**
 * Rows by a key, in memory: 12 to 24 bytes a row. It keeps 32 bits of a key, so that it sometimes
 * also finds rows of another key: with a million rows, for one key in 4,000.
 */
final class RowTable {

  private static final int MIN_CAPACITY = 1 << 10;

  /**
   * An entry is the upper half of the mixed key and then the row, never 0; 0 where there is none.
   */
  private long[] entries = new long[MIN_CAPACITY];

  private int size;

  /**
   * Adds a row.
   *
   * @param row from 1 on
   */
  void add(long key, int row) {
    if (size >= entries.length / 3 * 2) {
      grow();
    }
    put((mixed(key) >>> Integer.SIZE << Integer.SIZE) | row);
    size++;
  }

  /** The rows that may have a key, oldest first; valid until a row is added. */
  PrimitiveIterator.OfInt find(long key) {
    long wanted = mixed(key) >>> Integer.SIZE;
    return new PrimitiveIterator.OfInt() {
      private int place = seek(placeOf(wanted << Integer.SIZE));

      private int seek(int from) {
        int at = from;
        while (entries[at] != 0 && entries[at] >>> Integer.SIZE != wanted) {
          at = (at + 1) & (entries.length - 1);
        }
        return at;
      }

      @Override
      public boolean hasNext() {
        return entries[place] != 0;
      }

      @Override
      public int nextInt() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        int row = (int) entries[place];
        place = seek((place + 1) & (entries.length - 1));
        return row;
      }
    };
  }

  /** Its size in bytes. */
  long bytes() {
    return (long) Long.BYTES * entries.length;
  }

  private void put(long entry) {
    int place = placeOf(entry);
    while (entries[place] != 0) {
      place = (place + 1) & (entries.length - 1);
    }
    entries[place] = entry;
  }

  /** Starts at the highest bits of the key, which every entry keeps. */
  private int placeOf(long entry) {
    return (int) (entry >>> (Long.SIZE - Integer.numberOfTrailingZeros(entries.length)));
  }

  private void grow() {
    long[] old = entries;
    entries = new long[old.length * 2];
    // Starts at a gap, so that rows with one key stay in their order.
    int start = 0;
    while (old[start] != 0) {
      start++;
    }
    for (int i = 0; i < old.length; i++) {
      long entry = old[(start + i) & (old.length - 1)];
      if (entry != 0) {
        put(entry);
      }
    }
  }

  /** The finaliser of MurmurHash3, because keys may be unevenly distributed. */
  private static long mixed(long key) {
    long mixed = (key ^ (key >>> 33)) * 0xFF51AFD7ED558CCDL;
    mixed = (mixed ^ (mixed >>> 33)) * 0xC4CEB9FE1A85EC53L;
    return mixed ^ (mixed >>> 33);
  }
}
