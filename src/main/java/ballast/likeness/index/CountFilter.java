package ballast.likeness.index;

import ballast.likeness.Score;
import ballast.likeness.Symbols;
import ballast.likeness.index.PostingList.CachedList;
import ballast.likeness.index.PostingList.PostingWriter;
import java.util.Arrays;

/**
 * Finds the slots of a part with texts that may match a query: they have at least {@code T(n)} of
 * its grams (see {@link Grams}). It counts octets of slots for lists in memory ({@link
 * OctetFilter}), and single slots for lists that must be decoded ({@link SlotFilter}).
 *
 * <p>Reusable; not thread-safe.
 */
public final class CountFilter {

  private final Grams grams = new Grams();
  private final CachedLists memory;
  private final SlotFilter slots = new SlotFilter();
  private final OctetFilter octets = new OctetFilter();
  private final Candidates candidates = new Candidates();
  private final QueryLists lists = new QueryLists();

  /**
   * @param capacity bytes of lists to keep in memory; 0 for none
   */
  public CountFilter(long capacity) {
    memory = new CachedLists(capacity);
  }

  /** Clears all data about parts, which may no longer exist. */
  public void clear() {
    memory.clear();
    lists.clear();
    slots.clear();
    octets.clear();
  }

  /**
   * Finds the slots that may match; {@link #slot} returns them.
   *
   * @param query cut by the part's measure, with at least one symbol
   * @param threshold from {@link Score#MIN_THRESHOLD} to {@link Score#FULL}
   * @return their number
   */
  public int find(IndexPart part, Symbols query, int threshold, Effort effort) {
    effort.search();
    candidates.clear();
    int shortest = Score.shortest(threshold, query.size());
    int longest = Score.longest(threshold, query.size());
    int from = part.firstSlot(shortest);
    int to = longest == Integer.MAX_VALUE ? part.slots() : part.firstSlot(longest + 1);
    if (from < to) {
      grams.read(query);
      Bound bound = new Bound(grams, query.size(), threshold);
      effort.postings(search(new Window(part, bound, from, to), effort));
    }
    return candidates.size();
  }

  /** Announces the pages of a part's dictionary that {@link #find} will read. */
  public void wantPages(IndexPart part, Symbols query) {
    grams.read(query);
    for (int i = 0; i < grams.size(); i++) {
      part.want(grams.key(i));
    }
  }

  /** Announces the lists of a part that {@link #find} may read, by its dictionary. */
  public void wantLists(IndexPart part, Symbols query, int threshold) {
    int longest = Score.longest(threshold, query.size());
    int from = part.firstSlot(Score.shortest(threshold, query.size()));
    int to = longest == Integer.MAX_VALUE ? part.slots() : part.firstSlot(longest + 1);
    if (from >= to) {
      return;
    }
    grams.read(query);
    for (int i = 0; i < grams.size(); i++) {
      PostingList list = part.find(grams.key(i));
      if (list.kept() == null) {
        boolean whole = memory.wouldTake(part, list);
        list.want(part.source(), whole ? 0 : from, whole ? part.slots() : to);
      }
    }
  }

  /** Returns a slot found by the last search, in rising order. */
  public int slot(int index) {
    return candidates.slot(index);
  }

  /** Returns the number of slots decoded. */
  private long search(Window window, Effort effort) {
    int kept = 0;
    lists.clear();
    for (int i = 0; i < grams.size(); i++) {
      PostingList list = window.part().find(grams.key(i));
      kept += memory.find(window.part(), list, effort) == null ? 0 : 1;
      lists.add(list);
    }
    return kept > lists.size() / 2 && lists.size() <= OctetFilter.MAX_LISTS
        ? octets.find(window, lists, candidates)
        : slots.find(window, lists, candidates);
  }

  /**
   * Finds candidates by lists that must be decoded. Only the rarest are counted: if there are fewer
   * than {@code T} other lists, a text with {@code T} grams is in one of the rarest. The remaining
   * candidates are looked up in the longer lists one by one. They are dropped as soon as they can
   * no longer reach {@code T}.
   *
   * <p>Reusable; not thread-safe.
   */
  private static final class SlotFilter {

    /** Cost of looking up one slot in a list, in counted slots. */
    private static final int PROBE_COST = 60;

    /** Minimum words of the window per slot of a list that is added slot by slot. */
    private static final int SPARSE = 4;

    private final SlotCounts counts = new SlotCounts();
    private final int[] run = new int[PostingWriter.RUN];
    private final QueryLists lists = new QueryLists();
    // Number of slots of a list in the window, followed by its index in the given lists.
    private long[] order = new long[1 << 7];
    private int total;
    // Number of lists not counted.
    private int left;
    private int from;
    private int to;
    private long decoded;

    /**
     * @return number of slots decoded
     */
    long find(Window window, QueryLists given, Candidates into) {
      total = given.size();
      from = window.from();
      to = window.to();
      decoded = 0;
      left = total;
      counts.begin(from, to, window.part().slots(), left);
      rarestFirst(given);
      int next = 0;
      for (int minCount = leastShared(window); next < total && left >= minCount; next++) {
        count(window, next);
      }
      counts.end();
      next = countMore(window, next);
      window.forEachLength(
          (start, end, shared) ->
              counts.forEach(
                  start, end, Math.max(0, shared - left), slot -> into.add(slot, counts.of(slot))));
      return decoded + into.lookUp(lists, next, left, window);
    }

    void clear() {
      lists.clear();
    }

    private void rarestFirst(QueryLists given) {
      if (order.length < total) {
        order = new long[total * 2];
      }
      for (int i = 0; i < total; i++) {
        order[i] = (long) given.list(i).countWithin(from, to) << Integer.SIZE | i;
      }
      Arrays.sort(order, 0, total);
      lists.clear();
      for (int i = 0; i < total; i++) {
        lists.add(given.list((int) order[i]));
      }
    }

    private static int leastShared(Window window) {
      int[] fewest = {Integer.MAX_VALUE};
      window.forEachLength((start, end, shared) -> fewest[0] = Math.min(fewest[0], shared));
      return fewest[0];
    }

    private void count(Window window, int index) {
      PostingList list = lists.list(index);
      left--;
      BlockSource blocks = window.part().source();
      if (list.chunks() == 0 || list.countWithin(from, to) < counts.width() / SPARSE) {
        decoded += list.forEachRun(blocks, from, to, run, this::countEach);
      } else {
        long[] bits = counts.blank();
        decoded += list.mark(blocks, from, to, bits);
        counts.add(bits);
      }
    }

    private void countEach(int[] slots, int n) {
      for (int i = 0; i < n; i++) {
        if (slots[i] >= from && slots[i] < to) {
          counts.add(slots[i]);
        }
      }
    }

    /**
     * Counts further lists as long as this costs less than looking up the remaining candidates in
     * them.
     *
     * @return the first list not counted
     */
    private int countMore(Window window, int first) {
      int next = first;
      int previous = -1;
      while (next < total && next > previous) {
        previous = next;
        long cost = estimate(window) * PROBE_COST;
        int end = Math.min(total, next + SlotCounts.TOGETHER);
        while (next < end && (int) (order[next] >>> Integer.SIZE) < cost) {
          count(window, next++);
        }
        counts.end();
      }
      return next;
    }

    private long estimate(Window window) {
      long[] taken = {0};
      window.forEachLength(
          (start, end, shared) ->
              taken[0] += counts.estimate(start, end, Math.max(0, shared - left)));
      return taken[0];
    }
  }

  /**
   * Finds candidates by lists in memory ({@link CachedLists}). It counts octets before slots. An
   * octet that contains a text with {@code T} grams is itself in as many lists, and there are an
   * eighth as many octets as slots. Few octets pass. Their slots are then counted one by one, until
   * not even the best slot of an octet can reach its bound.
   *
   * <p>Reusable; not thread-safe.
   */
  static final class OctetFilter {

    /** Cost of separating the slots of an octet, in counted slots. */
    private static final int OCTET_COST = 60;

    /** Cost of estimating the number of octets that would pass, in counted slots. */
    private static final int ESTIMATE_COST = 1000;

    /** Maximum lists of a query: slots of an octet are counted in a byte each. */
    static final int MAX_LISTS = 255;

    /** Number of lists after which octets are dropped. */
    private static final int TOGETHER = 4;

    private static final int NONE = -1;
    private static final long LOW_BITS = 0x0101010101010101L;
    private static final long HIGH_BITS = LOW_BITS << (Byte.SIZE - 1);
    private static final int BYTE = 0xFF;

    private final SlotCounts counts = new SlotCounts();
    private final int[] run = new int[PostingWriter.RUN];
    private final CachedList[] kept = new CachedList[MAX_LISTS];
    private final QueryLists others = new QueryLists();
    private final long[] order = new long[MAX_LISTS];
    private int keptCount;
    // Number of other lists counted by the octet, and of the rest.
    private int counted;
    private int left;

    // The octets that have passed, the counts of their slots, and the count that one must reach.
    private int[] octets = new int[1 << 10];
    private long[] sums = new long[1 << 10];
    private int[] needed = new int[1 << 10];
    private int size;

    private int from;
    private int to;
    private int last;
    private long decoded;

    /**
     * @param lists at most {@value #MAX_LISTS}
     * @return number of slots decoded
     */
    long find(Window window, QueryLists lists, Candidates into) {
      from = window.from();
      to = window.to();
      decoded = 0;
      arrange(lists);
      countOctets(window, lists.size());
      collect(window);
      refine();
      for (int i = 0; i < size; i++) {
        addSlots(i, into);
      }
      into.drop(window, others.size());
      return decoded + into.lookUp(others, 0, others.size(), window);
    }

    void clear() {
      Arrays.fill(kept, null);
      others.clear();
    }

    /**
     * Puts the lists in memory that exclude the most slots of an octet first, then the short ones
     * of the others.
     */
    private void arrange(QueryLists lists) {
      keptCount = 0;
      int count = lists.size();
      int next = count;
      for (int i = 0; i < count; i++) {
        CachedList list = lists.list(i).kept();
        if (list != null) {
          int savings = (list.count() << CachedList.SHIFT) - lists.list(i).count();
          order[keptCount++] = key(-savings, i);
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
        }
      }
      others.clear();
      for (int i = keptCount; i < count; i++) {
        others.add(lists.list((int) order[i]));
      }
    }

    private static long key(int value, int index) {
      return (long) value << Integer.SIZE | index;
    }

    /** Counts the lists of each octet, including other lists only if that saves time. */
    private void countOctets(Window window, int maxCount) {
      counts.begin(
          from >>> CachedList.SHIFT,
          CachedList.octets(to),
          CachedList.octets(window.part().slots()),
          maxCount);
      for (int i = 0; i < keptCount; i++) {
        counts.add(kept[i].octets());
      }
      counts.end();
      counted = 0;
      left = others.size();
      while (counted < others.size() && isWorthCounting(others.list(counted), window)) {
        last = NONE;
        decoded +=
            others.list(counted++).forEachRun(window.part().source(), from, to, run, this::count);
        left--;
      }
    }

    private boolean isWorthCounting(PostingList list, Window window) {
      int cost = list.countWithin(from, to);
      return cost < ESTIMATE_COST || cost < OCTET_COST * estimate(window);
    }

    private void count(int[] slots, int n) {
      for (int i = 0; i < n; i++) {
        int octet = slots[i] >>> CachedList.SHIFT;
        if (octet != last && slots[i] >= from && slots[i] < to) {
          last = octet;
          counts.add(octet);
        }
      }
    }

    /** Estimates the number of octets that {@link #collect} would accept. */
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

    /** Accepts the octets that can reach the bound of one of their slots. */
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
     * @param maxCount difference between the bound and the octet's count. Each list with the octet
     *     but not a slot lowers the possible count of that slot by one
     */
    private void take(int octet, int maxCount) {
      if (octet == last) {
        // The octet has slots of two lengths.
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

    /** Counts the slots of the octets, and drops octets with slots that cannot reach the bound. */
    private void refine() {
      for (int i = 0; i < keptCount && size > 0; i++) {
        add(kept[i]);
        if (i % TOGETHER == TOGETHER - 1 || i == keptCount - 1) {
          drop();
        }
      }
    }

    private void add(CachedList list) {
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

    /** Returns whether one of eight bytes is at least {@code minCount}. */
    static boolean reaches(long bytes, int minCount) {
      if (minCount <= 0) {
        return true;
      }
      if (minCount <= 1 << (Byte.SIZE - 1)) {
        // All at once: the addition sets the highest bit of such a byte and carries nothing over.
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

  /**
   * The slots that may still match, rising, each with the number of its lists found so far.
   * Reusable; not thread-safe.
   */
  private static final class Candidates {

    /** Maximum candidates that are cheaper to compare than to look up in further lists. */
    private static final int MAX_COMPARED = 4;

    private final ListProbe probe = new ListProbe();
    private int[] slots = new int[1 << 10];
    private int[] tally = new int[1 << 10];
    private boolean[] hits = new boolean[1 << 10];
    private int size;

    void clear() {
      size = 0;
    }

    int size() {
      return size;
    }

    int slot(int index) {
      return slots[index];
    }

    /**
     * @param count number of its lists found so far
     */
    void add(int slot, int count) {
      if (size == slots.length) {
        slots = Arrays.copyOf(slots, size * 2);
        tally = Arrays.copyOf(tally, size * 2);
      }
      slots[size] = slot;
      tally[size++] = count;
    }

    /**
     * Looks the candidates up in the lists from {@code first} on, in order of cost, and drops those
     * that cannot reach their bound, as long as this saves time.
     *
     * @param left number of these lists
     * @return number of slots decoded
     */
    long lookUp(QueryLists lists, int first, int left, Window window) {
      long decoded = 0;
      int remaining = left;
      for (int i = first; i < lists.size() && size > MAX_COMPARED; i++) {
        decoded += look(lists.list(i), window.part().source());
        remaining--;
        drop(window, remaining);
      }
      return decoded;
    }

    /** Looks all candidates up in one more list; returns the number of slots decoded. */
    private int look(PostingList list, BlockSource blocks) {
      if (hits.length < size) {
        hits = new boolean[slots.length];
      }
      int decoded = probe.find(list, blocks, slots, size, hits);
      for (int i = 0; i < size; i++) {
        if (hits[i]) {
          tally[i]++;
        }
      }
      return decoded;
    }

    /**
     * Drops the candidates that cannot reach their bound.
     *
     * @param left number of remaining lists
     */
    void drop(Window window, int left) {
      IndexPart part = window.part();
      Bound bound = window.bound();
      int kept = 0;
      int index = size == 0 ? 0 : part.lengthOf(slots[0]);
      int end = part.end(index);
      int needed = bound.shared(part.length(index)) - left;
      for (int i = 0; i < size; i++) {
        while (slots[i] >= end) {
          index++;
          end = part.end(index);
          needed = bound.shared(part.length(index)) - left;
        }
        if (tally[i] >= needed) {
          slots[kept] = slots[i];
          tally[kept++] = tally[i];
        }
      }
      size = kept;
    }
  }

  /** The lists of a query's grams. Reusable; not thread-safe. */
  private static final class QueryLists {

    private PostingList[] lists = new PostingList[1 << 7];
    private int size;

    void clear() {
      Arrays.fill(lists, 0, size, null);
      size = 0;
    }

    void add(PostingList list) {
      if (size == lists.length) {
        lists = Arrays.copyOf(lists, size * 2);
      }
      lists[size++] = list;
    }

    int size() {
      return size;
    }

    PostingList list(int index) {
      return lists[index];
    }
  }

  /**
   * The minimum number of grams that a text shares with a query, by its number of symbols: {@code
   * T(n)} of {@link Grams}.
   */
  private static final class Bound {

    private final Grams grams;
    private final int length;
    private final int threshold;

    /**
     * @param threshold minimum score
     */
    Bound(Grams grams, int length, int threshold) {
      this.grams = grams;
      this.length = length;
      this.threshold = threshold;
    }

    /**
     * Returns the minimum number that a text of {@code n} symbols must share; 0 or less if every
     * text is a candidate.
     */
    int shared(int n) {
      return grams.shared(Score.mostEdits(threshold, length, n), Math.max(0, n - length));
    }
  }

  /**
   * The slots of a part with lengths that can match a query.
   *
   * @param to one past the last; above {@code from}
   */
  private record Window(IndexPart part, Bound bound, int from, int to) {

    @FunctionalInterface
    interface LengthAction {
      /**
       * @param shared minimum number of grams, see {@link Bound#shared}
       */
      void accept(int start, int end, int shared);
    }

    void forEachLength(LengthAction action) {
      for (int i = part.lengthOf(from); i < part.lengths() && part.start(i) < to; i++) {
        action.accept(part.start(i), part.end(i), bound.shared(part.length(i)));
      }
    }
  }
}
