package ballast.memory.fuzzy;

import java.util.Arrays;

/**
 * Finds candidates by lists that must be decoded. Only the rarest are counted: a text that has
 * {@code T} of {@code G} grams has at least one of any {@code G - T + 1}. What is left after that
 * is looked up in the longer lists one by one, and dropped as soon as too few are left to reach
 * {@code T}.
 *
 * <p>Reused from search to search; for one thread.
 */
final class SlotFilter {

  /** To look one slot up in a list costs as much as to count so many. */
  private static final int PROBE_COST = 60;

  /** So few candidates are cheaper to compare than to look up in further lists. */
  private static final int FEW = 4;

  /** Lists up to this share of the window's words are added slot by slot. */
  private static final int SPARSE = 4;

  private final SlotCounts counts = new SlotCounts();
  private final int[] run = new int[PostingWriter.RUN];
  private PostingList[] lists = new PostingList[1 << 7];
  // How many slots a list has in the window, then its place among those that were given.
  private long[] order = new long[1 << 7];
  private int total;
  private int from;
  private int to;
  private long decoded;

  /**
   * Finds the candidates among the slots from {@code start} up to {@code end}.
   *
   * @param given the lists of the query's grams
   * @return how many slots were decoded
   */
  long find(
      Part part, PostingList[] given, int count, Bound bound, int start, int end, Candidates into) {
    total = count;
    from = start;
    to = end;
    decoded = 0;
    counts.begin(from, to, part.slots(), total);
    rarestFirst(given);
    int next = Math.min(total, total - leastShared(part, bound) + 1);
    for (int i = 0; i < next; i++) {
      count(part, lists[i]);
    }
    counts.end();
    next = countMore(part, bound, next);
    collect(part, bound, total - next, into);
    for (int i = next; i < total && into.size() > FEW; i++) {
      decoded += into.look(lists[i], part.source());
      into.drop(part, bound, total - i - 1);
    }
    return decoded;
  }

  private void rarestFirst(PostingList[] given) {
    if (order.length < total) {
      order = new long[total * 2];
      lists = new PostingList[total * 2];
    }
    for (int i = 0; i < total; i++) {
      order[i] = (long) given[i].countWithin(from, to) << Integer.SIZE | i;
    }
    Arrays.sort(order, 0, total);
    for (int i = 0; i < total; i++) {
      lists[i] = given[(int) order[i]];
    }
  }

  /** What a text of the window must share at least. */
  private int leastShared(Part part, Bound bound) {
    int fewest = Integer.MAX_VALUE;
    for (int i = part.lengthOf(from); i < part.lengths() && part.start(i) < to; i++) {
      fewest = Math.min(fewest, bound.shared(part.length(i)));
    }
    return fewest;
  }

  private void count(Part part, PostingList list) {
    if (list.chunks() == 0 || list.countWithin(from, to) < counts.width() / SPARSE) {
      decoded += list.forEachRun(part.source(), from, to, run, this::countEach);
    } else {
      long[] bits = counts.blank();
      decoded += list.mark(part.source(), from, to, bits);
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
   * Counts further lists as long as that costs less than to look up in them what is left.
   *
   * @param first the list to begin with
   * @return the first one that has not been counted
   */
  private int countMore(Part part, Bound bound, int first) {
    int next = first;
    int before = -1;
    while (next < total && next > before) {
      before = next;
      long cost = estimate(part, bound, total - next) * PROBE_COST;
      int most = Math.min(total, next + SlotCounts.TOGETHER);
      while (next < most && (int) (order[next] >>> Integer.SIZE) < cost) {
        count(part, lists[next++]);
      }
      counts.end();
    }
    return next;
  }

  /** About how many slots {@link #collect} would take up. */
  private long estimate(Part part, Bound bound, int left) {
    long taken = 0;
    for (int i = part.lengthOf(from); i < part.lengths() && part.start(i) < to; i++) {
      int needed = Math.max(0, bound.shared(part.length(i)) - left);
      taken += counts.estimate(part.start(i), part.end(i), needed);
    }
    return taken;
  }

  /** Takes up the slots that can reach their bound with the lists that are left. */
  private void collect(Part part, Bound bound, int left, Candidates into) {
    for (int i = part.lengthOf(from); i < part.lengths() && part.start(i) < to; i++) {
      int needed = Math.max(0, bound.shared(part.length(i)) - left);
      counts.forEach(part.start(i), part.end(i), needed, slot -> into.add(slot, counts.of(slot)));
    }
  }
}
