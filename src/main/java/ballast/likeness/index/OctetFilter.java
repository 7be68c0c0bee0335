package ballast.likeness.index;

import java.util.Arrays;

/**
 * Finds candidates by lists that are in memory ({@link CachedLists}). It counts octets before
 * slots: an octet in which a text has grams of a weight {@code T} is itself in lists of that
 * weight, and there are an eighth as many octets as slots. Few octets pass. Their slots are then
 * counted one by one, until not even the best slot of an octet can reach its bound.
 *
 * <p>Reused from search to search; for one thread.
 */
final class OctetFilter {

  /** Separating the slots of an octet costs as much as counting this many slots. */
  private static final int OCTET_COST = 60;

  /** Estimating how many octets would pass costs as much as counting this many slots. */
  private static final int ESTIMATE_COST = 1000;

  /** Octets are dropped after this many lists. */
  private static final int TOGETHER = 4;

  private static final int NONE = -1;
  private static final long LOW_BITS = 0x0101010101010101L;
  private static final long HIGH_BITS = LOW_BITS << (Byte.SIZE - 1);
  private static final int BYTE = 0xFF;

  private final SlotCounts counts = new SlotCounts();
  private final int[] run = new int[PostingWriter.RUN];
  private final CachedList[] kept = new CachedList[Grams.MAX_WEIGHT];
  private final int[] keptWeights = new int[Grams.MAX_WEIGHT];
  private final QueryLists others = new QueryLists();
  private final long[] order = new long[Grams.MAX_WEIGHT];
  private int keptCount;
  // How many of the others have been counted by the octet, and what the rest weighs.
  private int counted;
  private int left;

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
   * @param lists of a weight of {@value Grams#MAX_WEIGHT} at most
   * @return how many slots were decoded
   */
  long find(Window window, QueryLists lists, Candidates into) {
    from = window.from();
    to = window.to();
    decoded = 0;
    arrange(lists);
    countOctets(window, lists.weight());
    collect(window);
    refine();
    for (int i = 0; i < size; i++) {
      addSlots(i, into);
    }
    into.drop(window, others.weight());
    return decoded + into.lookUp(others, 0, others.weight(), window);
  }

  /** Clears the lists of the last search. */
  void clear() {
    Arrays.fill(kept, null);
    others.clear();
  }

  /**
   * Puts first the lists in memory that exclude the most slots of an octet, then the short ones of
   * the others.
   */
  private void arrange(QueryLists lists) {
    keptCount = 0;
    int count = lists.size();
    int next = count;
    for (int i = 0; i < count; i++) {
      CachedList list = lists.list(i).kept();
      if (list != null) {
        int savings = (list.count() << CachedList.SHIFT) - lists.list(i).count();
        order[keptCount++] = key(-savings * lists.weight(i), i);
      } else {
        order[--next] = key(lists.list(i).countWithin(from, to), i);
      }
    }
    Arrays.sort(order, 0, keptCount);
    Arrays.sort(order, keptCount, count);
    for (int i = 0; i < keptCount; i++) {
      CachedList list = lists.list((int) order[i]).kept();
      if (list != null) {
        kept[i] = list;
        keptWeights[i] = lists.weight((int) order[i]);
      }
    }
    others.clear();
    for (int i = keptCount; i < count; i++) {
      others.add(lists.list((int) order[i]), lists.weight((int) order[i]));
    }
  }

  private static long key(int value, int index) {
    return (long) value << Integer.SIZE | index;
  }

  /**
   * Sums the weights of the lists of each octet; of the other lists only those for which that saves
   * time.
   */
  private void countOctets(Window window, int maxCount) {
    counts.begin(
        from >>> CachedList.SHIFT,
        CachedList.octets(to),
        CachedList.octets(window.part().slots()),
        maxCount);
    if (countKept(2)) {
      counts.twice();
    }
    countKept(1);
    counts.end();
    counted = 0;
    left = others.weight();
    while (counted < others.size() && isWorthCounting(others.list(counted), window)) {
      last = NONE;
      int weight = others.weight(counted);
      decoded +=
          others
              .list(counted++)
              .forEachRun(
                  window.part().source(), from, to, run, (slots, n) -> count(slots, n, weight));
      left -= weight;
    }
  }

  /** Counts the lists in memory of one weight; false when there is none. */
  private boolean countKept(int weight) {
    boolean any = false;
    for (int i = 0; i < keptCount; i++) {
      if (keptWeights[i] == weight) {
        counts.add(kept[i].octets());
        any = true;
      }
    }
    return any;
  }

  private boolean isWorthCounting(PostingList list, Window window) {
    int cost = list.countWithin(from, to);
    return cost < ESTIMATE_COST || cost < OCTET_COST * estimate(window);
  }

  private void count(int[] slots, int n, int weight) {
    for (int i = 0; i < n; i++) {
      int octet = slots[i] >>> CachedList.SHIFT;
      if (octet != last && slots[i] >= from && slots[i] < to) {
        last = octet;
        counts.add(octet, weight);
      }
    }
  }

  /** About how many octets {@link #collect} would take up. */
  private long estimate(Window window) {
    long[] taken = {0};
    window.forEachLength(
        (start, end, shared) ->
            taken[0] +=
                counts.estimate(
                    start >>> CachedList.SHIFT,
                    CachedList.octets(end),
                    Math.max(0, shared - left)));
    return taken[0];
  }

  /** Takes up the octets that can reach the bound of one of their slots. */
  private void collect(Window window) {
    size = 0;
    last = NONE;
    window.forEachLength(
        (start, end, shared) ->
            counts.forEach(
                start >>> CachedList.SHIFT,
                CachedList.octets(end),
                Math.max(0, shared - left),
                octet -> take(octet, shared - left - counts.of(octet))));
  }

  /**
   * Takes an octet up.
   *
   * @param maxCount how far the bound is above what the octet has; each list of those that have the
   *     octet lowers what a slot of it can reach by its weight unless it has the slot
   */
  private void take(int octet, int maxCount) {
    if (octet == last) {
      // It has slots of two lengths.
      needed[size - 1] = Math.min(needed[size - 1], maxCount);
      return;
    }
    last = octet;
    if (size == octets.length) {
      octets = Arrays.copyOf(octets, size * 2);
      needed = Arrays.copyOf(needed, size * 2);
      sums = new long[size * 2];
    }
    octets[size] = octet;
    needed[size] = maxCount;
    sums[size++] = 0;
  }

  /** Counts the slots of the octets, and drops those octets whose slots cannot reach the bound. */
  private void refine() {
    for (int i = 0; i < keptCount && size > 0; i++) {
      add(kept[i], keptWeights[i]);
      if (i % TOGETHER == TOGETHER - 1 || i == keptCount - 1) {
        drop();
      }
    }
  }

  private void add(CachedList list, int weight) {
    for (int i = 0; i < size; i++) {
      long spread = list.spread(octets[i]);
      if (spread != 0) {
        sums[i] += spread * weight;
        needed[i] += weight;
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

  /** Whether one of eight bytes is at least {@code minCount}. */
  static boolean reaches(long bytes, int minCount) {
    if (minCount <= 0) {
      return true;
    }
    if (minCount <= 1 << (Byte.SIZE - 1)) {
      // All at once: what is added makes the highest bit of such a byte 1 and carries nothing over.
      long raised = (bytes & ~HIGH_BITS) + ((1 << (Byte.SIZE - 1)) - minCount) * LOW_BITS;
      return ((raised | bytes) & HIGH_BITS) != 0;
    }
    for (long remaining = bytes; remaining != 0; remaining >>>= Byte.SIZE) {
      if ((remaining & BYTE) >= minCount) {
        return true;
      }
    }
    return false;
  }

  private void addSlots(int index, Candidates into) {
    int first = octets[index] << CachedList.SHIFT;
    for (int i = 0; i < Byte.SIZE; i++) {
      int tally = (int) (sums[index] >>> (i * Byte.SIZE)) & BYTE;
      if (tally >= needed[index] && first + i >= from && first + i < to) {
        into.add(first + i, tally);
      }
    }
  }
}
