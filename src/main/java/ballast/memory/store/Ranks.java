package ballast.memory.store;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Numbers that put rows in order, with room between them, so that few rows change when one comes,
 * goes or moves. Pure computation.
 */
final class Ranks {

  /** The distance of new neighbours. */
  private static final long STEP = 1 << 20;

  private Ranks() {}

  /**
   * Returns rising ranks. As many items as possible keep theirs; none does if there is no room left
   * between two of them.
   *
   * @param before the ranks until now, in the new order; 0 for a new item
   */
  static long[] of(long[] before) {
    long[] ranks = inOrder(before);
    return fill(ranks) ? ranks : of(new long[before.length]);
  }

  /** Returns a longest subsequence of rising ranks, with 0 in all other places. */
  private static long[] inOrder(long[] before) {
    int[] previous = new int[before.length];
    NavigableMap<Long, Integer> lasts = new TreeMap<>(); // of the best subsequence of each length
    for (int i = 0; i < before.length; i++) {
      if (before[i] != 0) {
        Map.Entry<Long, Integer> lower = lasts.lowerEntry(before[i]);
        previous[i] = lower == null ? -1 : lower.getValue();
        Long higher = lasts.ceilingKey(before[i]);
        if (higher != null) {
          lasts.remove(higher);
        }
        lasts.put(before[i], i);
      }
    }
    long[] kept = new long[before.length];
    for (int i = lasts.isEmpty() ? -1 : lasts.lastEntry().getValue(); i >= 0; i = previous[i]) {
      kept[i] = before[i];
    }
    return kept;
  }

  /** Replaces each 0 by a rank between its neighbours. Returns false if a gap has no room. */
  private static boolean fill(long[] ranks) {
    long low = 0;
    int first = 0;
    for (int i = 0; i <= ranks.length; i++) {
      if (i < ranks.length && ranks[i] == 0) {
        continue;
      }
      int gap = i - first;
      long high = i == ranks.length ? low + STEP * (gap + 1) : ranks[i];
      if (high - low <= gap) {
        return false;
      }
      for (int k = 0; k < gap; k++) {
        ranks[first + k] = low + (high - low) / (gap + 1) * (k + 1);
      }
      low = high;
      first = i + 1;
    }
    return true;
  }
}
