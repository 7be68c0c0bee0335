package ballast.memory.fuzzy;

import java.util.Arrays;

/**
 * Finds candidates by lists that are in memory ({@link KeptLists}). It counts octets before slots:
 * an octet in which a text has {@code T} grams of a query is itself in the lists of as many, and
 * there are an eighth as many octets as slots. Few octets pass. Of these the lists say slot by slot
 * what they have, until not even the best slot can reach its bound.
 *
 * <p>Reused from search to search; for one thread.
 */
final class OctetFilter {

  /** What is known of a slot's count is eight bits. */
  static final int MOST_LISTS = 255;

  /** To tell the slots of an octet apart costs as much as to count so many slots. */
  private static final int OCTET_COST = 60;

  /** To estimate how many octets would pass costs as much as to count so many slots. */
  private static final int ESTIMATE_COST = 1000;

  /** After so many lists octets are dropped. */
  private static final int TOGETHER = 4;

  private static final int NONE = -1;
  private static final long LOWEST = 0x0101010101010101L;
  private static final long HIGHEST = LOWEST << (Byte.SIZE - 1);

  private final SlotCounts counts = new SlotCounts();
  private final int[] run = new int[PostingWriter.RUN];
  private final KeptList[] kept = new KeptList[MOST_LISTS];
  private final PostingList[] others = new PostingList[MOST_LISTS];
  private final long[] order = new long[MOST_LISTS];
  private int keptCount;
  private int otherCount;
  private int counted;

  // The octets that have passed, the counts of their slots, and how great one must become.
  private int[] octets = new int[1 << 10];
  private long[] sums = new long[1 << 10];
  private int[] needed = new int[1 << 10];
  private int size;

  private int from;
  private int to;
  private int last;
  private long decoded;

  /**
   * Finds the candidates of a window.
   *
   * @param lists those of the query's grams, {@value #MOST_LISTS} at most
   * @return how many slots were decoded
   */
  long find(Window window, PostingList[] lists, int count, Candidates into) {
    from = window.from();
    to = window.to();
    decoded = 0;
    arrange(lists, count);
    countOctets(window);
    collect(window);
    refine();
    for (int i = 0; i < size; i++) {
      addSlots(i, into);
    }
    into.drop(window, otherCount);
    return decoded + into.lookUp(others, 0, otherCount, window);
  }

  /** Forgets the lists of the last search. */
  void clear() {
    Arrays.fill(kept, null);
    Arrays.fill(others, null);
  }

  /**
   * Puts those in memory first that tell most slots of an octet apart, of the others short ones.
   */
  private void arrange(PostingList[] lists, int count) {
    keptCount = 0;
    otherCount = 0;
    for (int i = 0; i < count; i++) {
      KeptList list = lists[i].kept();
      if (list != null) {
        order[keptCount++] = key(lists[i].count() - (list.count() << KeptList.SHIFT), i);
      } else {
        otherCount++;
        order[count - otherCount] = key(lists[i].countWithin(from, to), i);
      }
    }
    Arrays.sort(order, 0, keptCount);
    Arrays.sort(order, keptCount, count);
    for (int i = 0; i < keptCount; i++) {
      KeptList list = lists[(int) order[i]].kept();
      if (list != null) {
        kept[i] = list;
      }
    }
    for (int i = 0; i < otherCount; i++) {
      others[i] = lists[(int) order[keptCount + i]];
    }
  }

  private static long key(int value, int index) {
    return (long) value << Integer.SIZE | index;
  }

  /** Counts in how many lists each octet is, in the others as far as that saves more. */
  private void countOctets(Window window) {
    counts.begin(
        from >>> KeptList.SHIFT,
        KeptList.octets(to),
        KeptList.octets(window.part().slots()),
        keptCount + otherCount);
    for (int i = 0; i < keptCount; i++) {
      counts.add(kept[i].octets());
    }
    counts.end();
    counted = 0;
    while (counted < otherCount && isWorthCounting(others[counted], window)) {
      last = NONE;
      decoded += others[counted++].forEachRun(window.part().source(), from, to, run, this::count);
    }
  }

  private boolean isWorthCounting(PostingList list, Window window) {
    int cost = list.countWithin(from, to);
    return cost < ESTIMATE_COST || cost < OCTET_COST * estimate(window);
  }

  private void count(int[] slots, int n) {
    for (int i = 0; i < n; i++) {
      int octet = slots[i] >>> KeptList.SHIFT;
      if (octet != last && slots[i] >= from && slots[i] < to) {
        last = octet;
        counts.add(octet);
      }
    }
  }

  /** About how many octets {@link #collect} would take up. */
  private long estimate(Window window) {
    long[] taken = {0};
    int left = otherCount - counted;
    window.forEachLength(
        (start, end, shared) ->
            taken[0] +=
                counts.estimate(
                    start >>> KeptList.SHIFT, KeptList.octets(end), Math.max(0, shared - left)));
    return taken[0];
  }

  /** Takes up the octets that can reach the bound of one of their slots. */
  private void collect(Window window) {
    size = 0;
    last = NONE;
    int left = otherCount - counted;
    window.forEachLength(
        (start, end, shared) ->
            counts.forEach(
                start >>> KeptList.SHIFT,
                KeptList.octets(end),
                Math.max(0, shared - left),
                octet -> take(octet, shared - left - counts.of(octet))));
  }

  /**
   * Takes an octet up.
   *
   * @param most how far the bound is above what the octet has; each list of those that have the
   *     octet lowers what a slot of it can reach unless it has the slot
   */
  private void take(int octet, int most) {
    if (octet == last) {
      // It has slots of two lengths.
      needed[size - 1] = Math.min(needed[size - 1], most);
      return;
    }
    last = octet;
    if (size == octets.length) {
      octets = Arrays.copyOf(octets, size * 2);
      needed = Arrays.copyOf(needed, size * 2);
      sums = new long[size * 2];
    }
    octets[size] = octet;
    needed[size] = most;
    sums[size++] = 0;
  }

  /** Counts the slots of the octets, and drops those octets whose slots cannot reach the bound. */
  private void refine() {
    for (int i = 0; i < keptCount && size > 0; i++) {
      add(kept[i]);
      if (i % TOGETHER == TOGETHER - 1 || i == keptCount - 1) {
        drop();
      }
    }
  }

  private void add(KeptList list) {
    for (int i = 0; i < size; i++) {
      long spread = list.spread(octets[i]);
      if (spread != 0) {
        sums[i] += spread;
        needed[i]++;
      }
    }
  }

  private void drop() {
    int left = 0;
    for (int i = 0; i < size; i++) {
      if (reaches(sums[i], needed[i])) {
        sums[left] = sums[i];
        needed[left] = needed[i];
        octets[left++] = octets[i];
      }
    }
    size = left;
  }

  /** Whether one of eight bytes is at least {@code least}. */
  static boolean reaches(long bytes, int least) {
    if (least <= 0) {
      return true;
    }
    if (least <= 1 << (Byte.SIZE - 1)) {
      // All at once: what is added makes the highest bit of such a byte 1 and carries nothing over.
      long raised = (bytes & ~HIGHEST) + ((1 << (Byte.SIZE - 1)) - least) * LOWEST;
      return ((raised | bytes) & HIGHEST) != 0;
    }
    for (long rest = bytes; rest != 0; rest >>>= Byte.SIZE) {
      if ((rest & MOST_LISTS) >= least) {
        return true;
      }
    }
    return false;
  }

  private void addSlots(int index, Candidates into) {
    int first = octets[index] << KeptList.SHIFT;
    for (int i = 0; i < Byte.SIZE; i++) {
      int tally = (int) (sums[index] >>> (i * Byte.SIZE)) & MOST_LISTS;
      if (tally >= needed[index] && first + i >= from && first + i < to) {
        into.add(first + i, tally);
      }
    }
  }
}
