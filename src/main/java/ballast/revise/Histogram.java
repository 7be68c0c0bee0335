package ballast.revise;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds corresponding elements of two sequences by the histogram difference (after JGit's, which
 * refines patience difference). Of all common runs it takes those with the rarest element, then the
 * longest one, and continues to its left and right. If every element is frequent, it uses a longest
 * common subsequence, provided that the run is small enough.
 */
final class Histogram {

  private static final int NONE = -1;

  /** Maximum occurrences of an element that is evidence of a correspondence. */
  private static final int FREQUENT = 64;

  /** Maximum cells of the table for a longest common subsequence. */
  private static final long MAX_CELLS = 4_000_000;

  private final int[] before;
  private final int[] after;
  private final int[] beforeOf;
  private final Deque<Region> open = new ArrayDeque<>();

  private record Region(int aStart, int aEnd, int bStart, int bEnd) {}

  private Histogram(int[] before, int[] after) {
    this.before = before;
    this.after = after;
    this.beforeOf = new int[after.length];
    Arrays.fill(beforeOf, NONE);
  }

  /**
   * Returns for each element of {@code after} the position of its counterpart in {@code before},
   * rising; -1 if there is none.
   */
  static int[] match(int[] before, int[] after) {
    Histogram histogram = new Histogram(before, after);
    histogram.open.push(new Region(0, before.length, 0, after.length));
    while (!histogram.open.isEmpty()) {
      histogram.step(histogram.open.pop());
    }
    return histogram.beforeOf;
  }

  private void step(Region region) {
    int aStart = region.aStart;
    int bStart = region.bStart;
    int aEnd = region.aEnd;
    int bEnd = region.bEnd;
    while (aStart < aEnd && bStart < bEnd && before[aStart] == after[bStart]) {
      beforeOf[bStart++] = aStart++;
    }
    while (aStart < aEnd && bStart < bEnd && before[aEnd - 1] == after[bEnd - 1]) {
      beforeOf[--bEnd] = --aEnd;
    }
    if (aStart == aEnd || bStart == bEnd) {
      return;
    }
    Region remaining = new Region(aStart, aEnd, bStart, bEnd);
    Map<Integer, int[]> places = places(remaining);
    Region common = rarest(remaining, places);
    if (common == null) {
      if (Arrays.stream(after, bStart, bEnd).anyMatch(places::containsKey)) {
        longestCommon(remaining);
      }
      return;
    }
    for (int i = 0; i < common.bEnd - common.bStart; i++) {
      beforeOf[common.bStart + i] = common.aStart + i;
    }
    open.push(new Region(aStart, common.aStart, bStart, common.bStart));
    open.push(new Region(common.aEnd, aEnd, common.bEnd, bEnd));
  }

  /** Returns the common run with the rarest element; null if all common elements are frequent. */
  private @Nullable Region rarest(Region in, Map<Integer, int[]> places) {
    Region best = null;
    int bestCount = FREQUENT + 1;
    for (int j = in.bStart; j < in.bEnd; ) {
      int next = j + 1;
      int[] candidates = places.getOrDefault(after[j], new int[] {0});
      if (candidates[0] > bestCount) {
        j = next;
        continue;
      }
      for (int k = 1; k <= candidates[0]; k++) {
        Region found = extend(in, candidates[k], j);
        int count = rarity(found, places);
        int length = found.bEnd - found.bStart;
        if (best == null
            || count < bestCount
            || (count == bestCount && length > best.bEnd - best.bStart)) {
          best = found;
          bestCount = count;
        }
        next = Math.max(next, found.bEnd);
      }
      j = next;
    }
    return best;
  }

  private int rarity(Region found, Map<Integer, int[]> places) {
    int count = Integer.MAX_VALUE;
    for (int i = found.aStart; i < found.aEnd; i++) {
      int[] chain = places.get(before[i]);
      count = chain == null ? count : Math.min(count, chain[0]);
    }
    return count;
  }

  private Region extend(Region in, int a, int b) {
    int back = 0;
    while (a - back > in.aStart
        && b - back > in.bStart
        && before[a - back - 1] == after[b - back - 1]) {
      back++;
    }
    int ahead = 1;
    while (a + ahead < in.aEnd && b + ahead < in.bEnd && before[a + ahead] == after[b + ahead]) {
      ahead++;
    }
    return new Region(a - back, a + ahead, b - back, b + ahead);
  }

  /** Maps each element to its count, followed by its places; frequent elements have no places. */
  private Map<Integer, int[]> places(Region in) {
    Map<Integer, int[]> places = new HashMap<>();
    for (int i = in.aStart; i < in.aEnd; i++) {
      int[] chain = places.computeIfAbsent(before[i], element -> new int[2]);
      int count = ++chain[0];
      if (count > FREQUENT) {
        continue;
      }
      if (count >= chain.length) {
        chain = Arrays.copyOf(chain, chain.length * 2);
        places.put(before[i], chain);
      }
      chain[count] = i;
    }
    return places;
  }

  private void longestCommon(Region in) {
    int rows = in.aEnd - in.aStart;
    int columns = in.bEnd - in.bStart;
    if ((long) rows * columns > MAX_CELLS) {
      return; // a run of only frequent elements: one replacement is as good
    }
    int[][] length = new int[rows + 1][columns + 1];
    for (int i = rows - 1; i >= 0; i--) {
      for (int j = columns - 1; j >= 0; j--) {
        length[i][j] =
            before[in.aStart + i] == after[in.bStart + j]
                ? length[i + 1][j + 1] + 1
                : Math.max(length[i + 1][j], length[i][j + 1]);
      }
    }
    int i = 0;
    int j = 0;
    while (i < rows && j < columns) {
      if (before[in.aStart + i] == after[in.bStart + j]) {
        beforeOf[in.bStart + j++] = in.aStart + i++;
      } else if (length[i + 1][j] >= length[i][j + 1]) {
        i++;
      } else {
        j++;
      }
    }
  }
}
