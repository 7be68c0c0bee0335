package ballast.memory;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Decides which unit of a new revision is which unit of the one before. Pure computation.
 *
 * <p>Units with the same texts first: those at both ends, then those that occur once in each
 * revision and keep their order (patience difference, after Cohen), their equal neighbours, equal
 * ones in the same gap, and equal ones anywhere (these have moved). Then, in each gap between
 * correspondences that keep the order: the same source text, the same target text, and last, in
 * order, related texts by {@link GapPairing}. The similarity of two units is the mean of the {@link
 * WordBag} similarities of their source and of their target texts; below {@value #RELATED} they are
 * not related. Last, a unit with the same source text anywhere. Everything takes time linear in the
 * units and their texts, but for sorting.
 */
final class RevisionMatcher {

  static final double RELATED = 0.5;
  private static final int NONE = -1;

  private final List<TextPair> before;
  private final List<TextPair> after;
  private final int[] beforeOf;
  private final boolean[] taken;
  private final Map<String, Integer> wordNumbers = new HashMap<>();
  private final Map<String, WordBag> bags = new HashMap<>();
  private boolean[] moved = {};
  private long comparisons;

  private RevisionMatcher(List<TextPair> before, List<TextPair> after) {
    this.before = before;
    this.after = after;
    this.beforeOf = new int[after.size()];
    this.taken = new boolean[before.size()];
    Arrays.fill(beforeOf, NONE);
  }

  /** Matches two revisions; both lists in document order. */
  static RevisionMatcher match(List<TextPair> before, List<TextPair> after) {
    RevisionMatcher matcher = new RevisionMatcher(before, after);
    matcher.matchEqual();
    matcher.markMoved();
    for (Gap gap : matcher.gaps()) {
      matcher.matchByKey(gap, TextPair::source);
      matcher.matchByKey(gap, TextPair::target);
      matcher.matchRelated(gap);
    }
    matcher.matchByKey(matcher.everything(), TextPair::source);
    return matcher;
  }

  /** The old unit that the new unit at {@code index} is; -1 when it is none of them. */
  int beforeOf(int index) {
    return beforeOf[index];
  }

  /** Whether the old unit at {@code index} is one of the new ones. */
  boolean isKept(int index) {
    return taken[index];
  }

  /** Whether the new unit at {@code index} has an old one's texts, but another order. */
  boolean isMoved(int index) {
    return moved[index];
  }

  /** How many pairs of units were compared by similarity. */
  long comparisons() {
    return comparisons;
  }

  private record Gap(int beforeStart, int beforeEnd, int afterStart, int afterEnd) {}

  private Gap everything() {
    return new Gap(0, before.size(), 0, after.size());
  }

  private void matchEqual() {
    int start = 0;
    while (start < before.size() && start < after.size() && isEqual(start, start)) {
      pair(start, start);
      start++;
    }
    int beforeEnd = before.size();
    int afterEnd = after.size();
    while (beforeEnd > start && afterEnd > start && isEqual(beforeEnd - 1, afterEnd - 1)) {
      pair(--beforeEnd, --afterEnd);
    }
    matchUnique();
    spread();
    for (Gap gap : gaps()) {
      matchByKey(gap, Function.identity());
    }
    matchByKey(everything(), Function.identity());
  }

  /** Pairs that occur once on both sides, as far as they keep their order. */
  private void matchUnique() {
    Map<TextPair, int[]> places = new HashMap<>();
    for (int j = 0; j < before.size(); j++) {
      if (!taken[j]) {
        int place = j;
        places.merge(before.get(j), new int[] {place, NONE}, (a, b) -> new int[] {-2, NONE});
      }
    }
    for (int i = 0; i < after.size(); i++) {
      int[] place = beforeOf[i] == NONE ? places.get(after.get(i)) : null;
      if (place != null) {
        place[1] = place[1] == NONE ? i : -2;
      }
    }
    int[] candidate = new int[after.size()];
    Arrays.fill(candidate, NONE);
    for (int[] place : places.values()) {
      if (place[0] >= 0 && place[1] >= 0) {
        candidate[place[1]] = place[0];
      }
    }
    boolean[] rising = longestRising(candidate);
    for (int i = 0; i < after.size(); i++) {
      if (rising[i]) {
        pair(candidate[i], i);
      }
    }
  }

  /** Equal neighbours of what is matched, forwards and then backwards. */
  private void spread() {
    for (int i = 1; i < after.size(); i++) {
      if (beforeOf[i - 1] != NONE) {
        spreadTo(beforeOf[i - 1] + 1, i);
      }
    }
    for (int i = after.size() - 2; i >= 0; i--) {
      if (beforeOf[i + 1] != NONE) {
        spreadTo(beforeOf[i + 1] - 1, i);
      }
    }
  }

  private void spreadTo(int j, int i) {
    if (beforeOf[i] == NONE && j >= 0 && j < before.size() && !taken[j] && isEqual(j, i)) {
      pair(j, i);
    }
  }

  private void markMoved() {
    boolean[] rising = longestRising(beforeOf);
    moved = new boolean[after.size()];
    for (int i = 0; i < moved.length; i++) {
      moved[i] = beforeOf[i] != NONE && !rising[i];
    }
  }

  /** The stretches between the matches that keep the order. */
  private List<Gap> gaps() {
    boolean[] rising = longestRising(beforeOf);
    List<Gap> gaps = new ArrayList<>();
    int beforeStart = 0;
    int afterStart = 0;
    for (int i = 0; i <= after.size(); i++) {
      if (i == after.size() || rising[i]) {
        int beforeEnd = i == after.size() ? before.size() : beforeOf[i];
        if (beforeEnd > beforeStart && i > afterStart) {
          gaps.add(new Gap(beforeStart, beforeEnd, afterStart, i));
        }
        beforeStart = beforeEnd + 1;
        afterStart = i + 1;
      }
    }
    return gaps;
  }

  /** Pairs what has the same key, first with first. */
  private <K> void matchByKey(Gap gap, Function<TextPair, K> key) {
    Map<K, Deque<Integer>> free = new HashMap<>();
    for (int j = gap.beforeStart; j < gap.beforeEnd; j++) {
      if (!taken[j]) {
        free.computeIfAbsent(key.apply(before.get(j)), k -> new ArrayDeque<>()).add(j);
      }
    }
    for (int i = gap.afterStart; i < gap.afterEnd && !free.isEmpty(); i++) {
      Deque<Integer> places = beforeOf[i] == NONE ? free.get(key.apply(after.get(i))) : null;
      Integer place = places == null ? null : places.poll();
      if (place != null) {
        pair(place, i);
      }
    }
  }

  private void matchRelated(Gap gap) {
    List<Integer> old = new ArrayList<>();
    for (int j = gap.beforeStart; j < gap.beforeEnd; j++) {
      if (!taken[j]) {
        old.add(j);
      }
    }
    List<Integer> added = new ArrayList<>();
    for (int i = gap.afterStart; i < gap.afterEnd; i++) {
      if (beforeOf[i] == NONE) {
        added.add(i);
      }
    }
    if (old.isEmpty() || added.isEmpty()) {
      return;
    }
    GapPairing pairing =
        new GapPairing(
            old.size(),
            added.size(),
            (j, i) -> similarity(before.get(old.get(j)), after.get(added.get(i))),
            RELATED);
    comparisons += pairing.run((j, i) -> pair(old.get(j), added.get(i)));
  }

  private double similarity(TextPair a, TextPair b) {
    return (bag(a.source()).similarity(bag(b.source()))
            + bag(a.target()).similarity(bag(b.target())))
        / 2;
  }

  private WordBag bag(String text) {
    return bags.computeIfAbsent(text, t -> WordBag.of(t, wordNumbers));
  }

  private boolean isEqual(int j, int i) {
    return before.get(j).equals(after.get(i));
  }

  private void pair(int j, int i) {
    beforeOf[i] = j;
    taken[j] = true;
  }

  /**
   * Which positions of {@code values} are on a longest rising subsequence, negative values left out
   * (Fredman 1975, n log n).
   */
  private static boolean[] longestRising(int[] values) {
    int[] tails = new int[values.length];
    int[] previous = new int[values.length];
    int length = 0;
    for (int i = 0; i < values.length; i++) {
      if (values[i] < 0) {
        continue;
      }
      int low = 0;
      int high = length;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (values[tails[middle]] < values[i]) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      previous[i] = low == 0 ? NONE : tails[low - 1];
      tails[low] = i;
      length = Math.max(length, low + 1);
    }
    boolean[] rising = new boolean[values.length];
    for (int i = length == 0 ? NONE : tails[length - 1]; i != NONE; i = previous[i]) {
      rising[i] = true;
    }
    return rising;
  }
}
