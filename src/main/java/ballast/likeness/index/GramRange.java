package ballast.likeness.index;

import java.util.Arrays;

/** The grams whose keys are in some range, and the texts that have them. */
final class GramRange {

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

  static final int KEY_BITS = Integer.SIZE + Grams.OCCURRENCE_BITS;

  private static final int TEXT_BITS = Long.SIZE - KEY_BITS;
  private static final int MIN_CAPACITY = 1 << 7;
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  private final ByteLists lists = new ByteLists();
  // The numbers of grams from 1 on, by their keys; 0 where there is none.
  private int[] table = new int[2 * MIN_CAPACITY];
  // For each gram, next to each other because they are needed together: its key, and then its last
  // text in
  // the upper half and the end of its list in the lower one.
  private long[] grams = new long[2 * MIN_CAPACITY];
  private int[] starts = new int[MIN_CAPACITY];
  private int size;

  // Keys, and below each its text, counted from the first that has one here.
  private long[] waiting = new long[MIN_CAPACITY];
  private final int mostWaiting;
  private int waits;
  private int firstText;

  /**
   * @param mostWaiting how many grams wait at most
   */
  GramRange(int mostWaiting) {
    this.mostWaiting = mostWaiting;
  }

  /**
   * Notes that a text has a gram.
   *
   * @param text not below that of the time before; the same one only with another gram
   * @return false if that is only possible after {@link #distribute}
   */
  boolean add(long key, int text) {
    if (waits == 0) {
      firstText = text;
    }
    int distance = text - firstText;
    if (distance >>> TEXT_BITS != 0 || (waits == waiting.length && !makeRoom())) {
      return false;
    }
    waiting[waits++] = (key << TEXT_BITS) | distance;
    return true;
  }

  private boolean makeRoom() {
    if (waits < mostWaiting) {
      waiting = Arrays.copyOf(waiting, Math.min(mostWaiting, waits * 2));
    }
    return waits < waiting.length;
  }

  /** Puts the grams that wait into their lists. */
  void distribute() {
    for (int i = 0; i < waits; i++) {
      int distance = (int) waiting[i] & ((1 << TEXT_BITS) - 1);
      put(waiting[i] >>> TEXT_BITS, firstText + distance);
    }
    waits = 0;
  }

  private void put(long key, int text) {
    int place = place(key);
    int gram = table[place] - 1;
    if (gram < 0) {
      gram = begin(key, place);
    }
    long state = grams[2 * gram + 1];
    int end = lists.add((int) state, text - (int) (state >>> Integer.SIZE));
    grams[2 * gram + 1] = ((long) text << Integer.SIZE) | end;
  }

  /** Where a key is in the table, or where it would go. */
  private int place(long key) {
    int mask = table.length - 1;
    int place = (int) ((key * SPREAD) >>> Integer.SIZE) & mask;
    while (table[place] != 0 && grams[2 * table[place] - 2] != key) {
      place = (place + 1) & mask;
    }
    return place;
  }

  private int begin(long key, int place) {
    int at = place;
    if (size == starts.length) {
      grow();
      at = place(key);
    }
    starts[size] = lists.begin();
    grams[2 * size] = key;
    grams[2 * size + 1] = starts[size];
    table[at] = size + 1;
    return size++;
  }

  private void grow() {
    grams = Arrays.copyOf(grams, grams.length * 2);
    starts = Arrays.copyOf(starts, size * 2);
    table = new int[table.length * 2];
    for (int gram = 0; gram < size; gram++) {
      table[place(grams[2 * gram])] = gram + 1;
    }
  }

  /** Gives the lists of all grams by rising key. */
  void forEach(Action action) {
    distribute();
    long[] keys = new long[size];
    for (int gram = 0; gram < size; gram++) {
      keys[gram] = grams[2 * gram];
    }
    for (long key : RadixSort.sorted(keys, size, 0, new long[size])) {
      int gram = table[place(key)] - 1;
      int count = lists.read(starts[gram], (int) grams[2 * gram + 1]);
      int[] texts = lists.numbers();
      for (int i = 1; i < count; i++) {
        texts[i] += texts[i - 1];
      }
      action.accept(key, texts, count);
    }
  }

  /** Bytes that they take, apart from those that wait. */
  long bytes() {
    return lists.bytes()
        + (long) Integer.BYTES * (table.length + starts.length)
        + (long) Long.BYTES * grams.length;
  }
}
