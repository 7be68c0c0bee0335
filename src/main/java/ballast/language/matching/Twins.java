package ballast.language.matching;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Sentences that occur in the other version at least as often. Each is paired only with an equal
 * one, so that an unchanged sentence is never taken for an edited one.
 */
final class Twins {

  private final List<Item> oldItems;
  private final List<Item> newItems;
  private final Map<Integer, int[]> counts = new HashMap<>();

  Twins(List<Item> oldItems, List<Item> newItems) {
    this.oldItems = oldItems;
    this.newItems = newItems;
    oldItems.forEach(s -> counts.computeIfAbsent(s.text(), text -> new int[2])[0]++);
    newItems.forEach(s -> counts.computeIfAbsent(s.text(), text -> new int[2])[1]++);
  }

  boolean areTwins(int old, int revised) {
    return oldItems.get(old).text() == newItems.get(revised).text();
  }

  /** Whether two sentences are twins and no other sentence of either version has the same text. */
  boolean areOnly(int old, int revised) {
    int[] count = counts.get(oldItems.get(old).text());
    return areTwins(old, revised) && count != null && count[0] == 1 && count[1] == 1;
  }

  /** Whether one of these sentences has a twin. */
  boolean holds(int oldStart, int oldEnd, int newStart, int newEnd) {
    return holds(oldItems, oldStart, oldEnd, 0) || holds(newItems, newStart, newEnd, 1);
  }

  private boolean holds(List<Item> sentences, int start, int end, int side) {
    for (int i = start; i < end; i++) {
      int[] count = counts.get(sentences.get(i).text());
      if (count != null && count[side] <= count[1 - side]) {
        return true;
      }
    }
    return false;
  }
}
