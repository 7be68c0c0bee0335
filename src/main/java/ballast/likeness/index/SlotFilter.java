package ballast.likeness.index;

import java.util.Arrays;

/**
 * Finds candidates by lists that must be decoded. Only the rarest are counted: a text whose grams
 * weigh {@code T} is in one of any lists if the others weigh less than {@code T}. The remaining
 * candidates are looked up in the longer lists one by one and dropped as soon as they can no longer
 * reach {@code T}.
 *
 * <p>Reused from search to search; for one thread.
 */
final class SlotFilter {

  /** Looking one slot up in a list costs as much as counting this many. */
  private static final int PROBE_COST = 60;

  /** Lists up to this share of the window's words are added slot by slot. */
  private static final int SPARSE = 4;

  private final SlotCounts counts = new SlotCounts();
  private final int[] run = new int[PostingWriter.RUN];
  private final QueryLists lists = new QueryLists();
  // How many slots a list has in the window, then its place among those that were given.
  private long[] order = new long[1 << 7];
  private int total;
  // The weight of the lists that have not been counted.
  private int left;
  private int from;
  private int to;
  private long decoded;

  /**
   * Finds the candidates of a window.
   *
   * @return how many slots were decoded
   */
  long find(Window window, QueryLists given, Candidates into) {
    total = given.size();
    from = window.from();
    to = window.to();
    decoded = 0;
    left = given.weight();
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

  /** Forgets the lists of the last search. */
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
      lists.add(given.list((int) order[i]), given.weight((int) order[i]));
    }
  }

  /** The least weight that a text of the window must share. */
  private static int leastShared(Window window) {
    int[] fewest = {Integer.MAX_VALUE};
    window.forEachLength((start, end, shared) -> fewest[0] = Math.min(fewest[0], shared));
    return fewest[0];
  }

  private void count(Window window, int index) {
    PostingList list = lists.list(index);
    int weight = lists.weight(index);
    left -= weight;
    BlockSource blocks = window.part().source();
    if (list.chunks() == 0 || list.countWithin(from, to) < counts.width() / SPARSE) {
      decoded += list.forEachRun(blocks, from, to, run, (slots, n) -> countEach(slots, n, weight));
    } else {
      long[] bits = counts.blank();
      decoded += list.mark(blocks, from, to, bits);
      for (int i = 0; i < weight; i++) {
        counts.add(bits);
      }
    }
  }

  private void countEach(int[] slots, int n, int weight) {
    for (int i = 0; i < n; i++) {
      if (slots[i] >= from && slots[i] < to) {
        counts.add(slots[i], weight);
      }
    }
  }

  /**
   * Counts further lists as long as this costs less than looking up the remaining candidates in
   * them.
   *
   * @param first the list to begin with
   * @return the first one that has not been counted
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

  /** Estimates the number of candidates. */
  private long estimate(Window window) {
    long[] taken = {0};
    window.forEachLength(
        (start, end, shared) ->
            taken[0] += counts.estimate(start, end, Math.max(0, shared - left)));
    return taken[0];
  }
}
