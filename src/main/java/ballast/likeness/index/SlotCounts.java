package ballast.likeness.index;

import java.util.Arrays;

/**
 * Counts the lists that contain each slot of a window. The counts are bit-sliced: plane {@code p}
 * has bit {@code p} of the counts, those of 64 slots in each word. Full adders thus add a list
 * given as a bitmap to 64 counts at a time, eight lists together (the carry-save tree of Harley and
 * Seal, see Warren 2012, "Hacker's Delight", chapter 5).
 *
 * <p>Bitmaps and planes have the bit of slot {@code s} at {@code s % 64} of word {@code s / 64}.
 * Words outside the window are undefined. Reusable; not thread-safe.
 */
final class SlotCounts {

  private static final int SHIFT = 6;

  /** Number of lists added together. */
  static final int TOGETHER = 8;

  /** Number of words that fit the fastest cache for so many lists and planes. */
  private static final int STRETCH = 512;

  private static final int SAMPLE = 4;

  private static final int SAMPLES = 64;

  private long[][] planes = {};
  private int used;
  private int first;
  private int end;
  private int room;
  private final long[][] queue = new long[TOGETHER][];
  private final long[][] blanks = new long[TOGETHER][];
  private int queued;
  private int blank;
  private long[][] carries = new long[4][0];
  private long[] found = {};

  /**
   * Sets all counts to 0.
   *
   * @param from the first slot of the window
   * @param to one past the last
   * @param maxCount upper bound of all counts
   */
  void begin(int from, int to, int slots, int maxCount) {
    first = from >>> SHIFT;
    end = words(to);
    used = Integer.SIZE - Integer.numberOfLeadingZeros(maxCount);
    queued = 0;
    if (words(slots) > room || used > planes.length) {
      makeRoom(words(slots));
    }
    for (int p = 0; p < used; p++) {
      Arrays.fill(planes[p], first, end, 0);
    }
  }

  private void makeRoom(int words) {
    room = Math.max(room, words);
    planes = new long[Math.max(used, planes.length)][room];
    carries = new long[4][room];
    found = new long[room];
    Arrays.fill(blanks, null);
  }

  static int words(int slots) {
    return (slots + Long.SIZE - 1) >>> SHIFT;
  }

  int width() {
    return end - first;
  }

  /** Adds one to the count of a slot in the window. */
  void add(int slot) {
    int word = slot >>> SHIFT;
    long bit = 1L << slot;
    for (int p = 0; p < used && bit != 0; p++) {
      long previous = planes[p][word];
      planes[p][word] = previous ^ bit;
      bit &= previous;
    }
  }

  /** Adds one to the count of each slot of a bitmap, which must not change before {@link #end}. */
  void add(long[] bits) {
    queue[queued++] = bits;
    if (queued == TOGETHER) {
      addQueue();
    }
  }

  /** Returns an empty bitmap, to be filled and added before the next call. */
  long[] blank() {
    // The bitmaps in the queue are the last ones returned.
    blank = (blank + 1) % TOGETHER;
    long[] known = blanks[blank];
    if (known == null) {
      known = new long[room];
      blanks[blank] = known;
    } else {
      Arrays.fill(known, first, end, 0);
    }
    return known;
  }

  void end() {
    int done = 0;
    if (queued >= 4) {
      for (int at = first; at < end; at += STRETCH) {
        int stop = Math.min(end, at + STRETCH);
        four(0, at, stop, carries[0]);
        carry(2, at, stop);
      }
      done = 4;
    }
    if (queued - done >= 2) {
      for (int at = first; at < end; at += STRETCH) {
        int stop = Math.min(end, at + STRETCH);
        BitAdders.join(planes[0], queue[done], queue[done + 1], carries[0], at, stop);
        carry(1, at, stop);
      }
      done += 2;
    }
    if (queued > done) {
      for (int at = first; at < end; at += STRETCH) {
        int stop = Math.min(end, at + STRETCH);
        System.arraycopy(queue[done], at, carries[0], at, stop - at);
        carry(0, at, stop);
      }
    }
    queued = 0;
  }

  private void addQueue() {
    for (int at = first; at < end; at += STRETCH) {
      int stop = Math.min(end, at + STRETCH);
      four(0, at, stop, carries[2]);
      four(4, at, stop, carries[3]);
      if (used > 2) {
        BitAdders.join(planes[2], carries[2], carries[3], carries[0], at, stop);
        carry(3, at, stop);
      }
    }
    queued = 0;
  }

  /** Adds four lists of the queue; the carry above 3 goes into {@code fours}. */
  private void four(int index, int at, int stop, long[] fours) {
    BitAdders.join(planes[0], queue[index], queue[index + 1], carries[0], at, stop);
    BitAdders.join(planes[0], queue[index + 2], queue[index + 3], carries[1], at, stop);
    if (used > 1) {
      BitAdders.join(planes[1], carries[0], carries[1], fours, at, stop);
    }
  }

  /** Adds the first carry to a plane and further carries to those above. */
  private void carry(int plane, int at, int stop) {
    for (int p = plane; p < used; p++) {
      BitAdders.add(planes[p], carries[0], at, stop);
    }
  }

  int of(int slot) {
    int count = 0;
    for (int p = 0; p < used; p++) {
      count |= (int) (planes[p][slot >>> SHIFT] >>> slot & 1) << p;
    }
    return count;
  }

  @FunctionalInterface
  interface SlotAction {
    void accept(int slot);
  }

  /**
   * Finds the slots with a count of at least {@code minCount}, in order.
   *
   * @param from the first slot, in the window
   * @param to one past the last
   */
  void forEach(int from, int to, int minCount, SlotAction action) {
    int start = from >>> SHIFT;
    int stop = words(to);
    select(start, stop, minCount);
    for (int word = start; word < stop; word++) {
      long bits = found[word];
      if (bits != 0) {
        bits &= within(word, from, to);
        while (bits != 0) {
          action.accept((word << SHIFT) + Long.numberOfTrailingZeros(bits));
          bits &= bits - 1;
        }
      }
    }
  }

  /**
   * Estimates the number of slots that {@link #forEach} would find from {@value #SAMPLE} words in
   * each {@link #step}.
   */
  long estimate(int from, int to, int minCount) {
    long taken = 0;
    int step = step();
    int stop = words(to);
    for (int word = ((from >>> SHIFT) + step - 1) / step * step; word < stop; word += step) {
      int end = Math.min(stop, word + SAMPLE);
      select(word, end, minCount);
      for (int i = word; i < end; i++) {
        taken += Long.bitCount(found[i] & within(i, from, to));
      }
    }
    return taken * step / SAMPLE;
  }

  /** Small windows are sampled more closely. */
  private int step() {
    return Math.max(SAMPLE, width() / SAMPLES);
  }

  /**
   * Selects the counts of some words that are at least {@code minCount}, from the lowest bit up.
   */
  private void select(int start, int stop, int minCount) {
    if (minCount >>> used != 0) {
      Arrays.fill(found, start, stop, 0);
      return;
    }
    Arrays.fill(found, start, stop, -1L);
    for (int p = 0; p < used; p++) {
      if ((minCount >>> p & 1) == 0) {
        BitAdders.or(found, planes[p], start, stop);
      } else {
        BitAdders.and(found, planes[p], start, stop);
      }
    }
  }

  /** Returns the slots of a word from {@code from} up to {@code to}. */
  private static long within(int word, int from, int to) {
    int start = word << SHIFT;
    long bits = -1L;
    if (start < from) {
      bits <<= from - start;
    }
    if (to - start < Long.SIZE) {
      bits &= (1L << (to - start)) - 1;
    }
    return bits;
  }

  /** Bit-parallel adders over arrays of 64-bit words. */
  private static final class BitAdders {

    private BitAdders() {}

    /** Adds two lists or carries to a plane; the new carry goes into {@code carry}. */
    static void join(long[] plane, long[] left, long[] right, long[] carry, int at, int stop) {
      for (int i = at; i < stop; i++) {
        long a = plane[i];
        long b = left[i];
        long c = right[i];
        long one = a ^ b;
        plane[i] = one ^ c;
        carry[i] = (a & b) | (one & c);
      }
    }

    static void add(long[] plane, long[] carry, int at, int stop) {
      for (int i = at; i < stop; i++) {
        long a = plane[i];
        long b = carry[i];
        plane[i] = a ^ b;
        carry[i] = a & b;
      }
    }

    static void or(long[] bits, long[] plane, int start, int stop) {
      for (int i = start; i < stop; i++) {
        bits[i] |= plane[i];
      }
    }

    static void and(long[] bits, long[] plane, int start, int stop) {
      for (int i = start; i < stop; i++) {
        bits[i] &= plane[i];
      }
    }
  }
}
