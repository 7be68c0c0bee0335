package ballast.language.matching;

import ballast.bitext.Range;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds unchanged sentences that keep their order: the longest ordered set of sentences that occur
 * once in each of two stretches (patience difference, after Cohen), and recursively between them.
 */
final class Anchors {

  private final List<Item> oldItems;
  private final List<Item> newItems;
  private final List<int[]> found = new ArrayList<>();
  private final Deque<Range[]> open = new ArrayDeque<>();

  Anchors(List<Item> oldItems, List<Item> newItems) {
    this.oldItems = oldItems;
    this.newItems = newItems;
  }

  /** Pairs of old and new position, ascending. */
  List<int[]> find() {
    open.push(new Range[] {new Range(0, oldItems.size()), new Range(0, newItems.size())});
    while (!open.isEmpty()) {
      Range[] region = open.pop();
      step(region[0], region[1]);
    }
    found.sort((one, other) -> Integer.compare(one[0], other[0]));
    return found;
  }

  private void step(Range old, Range revised) {
    int a = old.start();
    int b = revised.start();
    int aEnd = old.end();
    int bEnd = revised.end();
    while (a < aEnd && b < bEnd && isEqual(a, b)) {
      found.add(new int[] {a++, b++});
    }
    while (a < aEnd && b < bEnd && isEqual(aEnd - 1, bEnd - 1)) {
      found.add(new int[] {--aEnd, --bEnd});
    }
    List<int[]> anchors = Rising.of(unique(new Range(a, aEnd), new Range(b, bEnd)));
    if (anchors.isEmpty()) {
      return;
    }
    for (int[] anchor : anchors) {
      open.push(new Range[] {new Range(a, anchor[0]), new Range(b, anchor[1])});
      found.add(anchor);
      a = anchor[0] + 1;
      b = anchor[1] + 1;
    }
    open.push(new Range[] {new Range(a, aEnd), new Range(b, bEnd)});
  }

  private boolean isEqual(int a, int b) {
    return oldItems.get(a).text() == newItems.get(b).text();
  }

  /** The sentences that occur once on each side, by ascending new position. */
  private List<int[]> unique(Range old, Range revised) {
    Map<Integer, int[]> places = new HashMap<>();
    for (int i = old.start(); i < old.end(); i++) {
      int[] place = places.computeIfAbsent(oldItems.get(i).text(), text -> new int[4]);
      place[0]++;
      place[1] = i;
    }
    for (int j = revised.start(); j < revised.end(); j++) {
      int[] place = places.get(newItems.get(j).text());
      if (place != null) {
        place[2]++;
        place[3] = j;
      }
    }
    List<int[]> unique = new ArrayList<>();
    for (int j = revised.start(); j < revised.end(); j++) {
      int[] place = places.get(newItems.get(j).text());
      if (place != null && place[0] == 1 && place[2] == 1) {
        unique.add(new int[] {place[1], j});
      }
    }
    return unique;
  }
}
