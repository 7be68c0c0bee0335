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
   * Finds the candidates of a window.
   *
   * @param given the lists of the query's grams
   * @return how many slots were decoded
   */
  long find(Window window, PostingList[] given, int count, Candidates into) {
    total = count;
    from = window.from();
    to = window.to();
    decoded = 0;
    counts.begin(from, to, window.part().slots(), total);
    rarestFirst(given);
    int next = Math.min(total, total - leastShared(window) + 1);
    for (int i = 0; i < next; i++) {
      count(window, lists[i]);
    }
    counts.end();
    next = countMore(window, next);
    int left = total - next;
    window.forEachLength(
        (start, end, shared) ->
            counts.forEach(
                start, end, Math.max(0, shared - left), slot -> into.add(slot, counts.of(slot))));
    return decoded + into.lookUp(lists, next, total, window);
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
  private static int leastShared(Window window) {
    int[] fewest = {Integer.MAX_VALUE};
    window.forEachLength((start, end, shared) -> fewest[0] = Math.min(fewest[0], shared));
    return fewest[0];
  }

  private void count(Window window, PostingList list) {
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
   * Counts further lists as long as that costs less than to look up in them what is left.
   *
   * @param first the list to begin with
   * @return the first one that has not been counted
   */
  private int countMore(Window window, int first) {
    int next = first;
    int before = -1;
    while (next < total && next > before) {
      before = next;
      long cost = estimate(window, total - next) * PROBE_COST;
      int most = Math.min(total, next + SlotCounts.TOGETHER);
      while (next < most && (int) (order[next] >>> Integer.SIZE) < cost) {
        count(window, lists[next++]);
      }
      counts.end();
    }
    return next;
  }

  /** About how many candidates there would be, with so many lists left. */
  private long estimate(Window window, int left) {
    long[] taken = {0};
    window.forEachLength(
        (start, end, shared) ->
            taken[0] += counts.estimate(start, end, Math.max(0, shared - left)));
    return taken[0];
  }
}
