package ballast.language.matching;

import ballast.bitext.Range;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;

/**
 * Separates pairs of different texts if one of the two has an unpaired equal elsewhere, so that an
 * unchanged sentence is never taken for an edited one. Of several such pairs the least similar are
 * separated. Can do the same by key: for pairs whose sentences translate the same as unpaired ones.
 */
final class EqualsFirst {

  private final List<Item> oldItems;
  private final List<Item> newItems;
  private final Likeness likeness;
  private final ToIntFunction<Item> key;
  private final boolean bothLeft;
  private final Side olds = new Side();
  private final Side news = new Side();
  private final Set<Pair> apart = new HashSet<>();
  private final Deque<Integer> open = new ArrayDeque<>();

  /** The sentences of one version, by key. */
  private static final class Side {
    private final Map<Integer, Deque<Integer>> left = new HashMap<>();
    private final Map<Integer, Deque<Pair>> edited = new HashMap<>();

    Deque<Integer> left(int same) {
      return left.computeIfAbsent(same, k -> new ArrayDeque<>(1));
    }

    Deque<Pair> edited(int same) {
      return edited.computeIfAbsent(same, k -> new ArrayDeque<>(1));
    }
  }

  private EqualsFirst(
      List<Item> oldItems,
      List<Item> newItems,
      Likeness likeness,
      ToIntFunction<Item> key,
      boolean bothLeft) {
    this.oldItems = oldItems;
    this.newItems = newItems;
    this.likeness = likeness;
    this.key = key;
    this.bothLeft = bothLeft;
  }

  /** Separates a pair if one of the two has an unpaired equal. */
  static EqualsFirst byText(List<Item> oldItems, List<Item> newItems, Likeness likeness) {
    return new EqualsFirst(oldItems, newItems, likeness, Item::text, false);
  }

  /** Separates a pair if both translate the same as unpaired sentences on the other side. */
  static EqualsFirst byKey(List<Item> oldItems, List<Item> newItems, Likeness likeness) {
    return new EqualsFirst(oldItems, newItems, likeness, Item::key, true);
  }

  /** The pairs, with two one-sided pairs in place of each separated one. */
  List<Pair> of(List<Pair> pairs) {
    List<Pair> byLikeness = new ArrayList<>(pairs);
    byLikeness.sort(Comparator.comparingDouble(Pair::similarity));
    for (Pair pair : byLikeness) {
      if (pair.isOneSided()) {
        for (int i = pair.old().start(); i < pair.old().end(); i++) {
          leaveOld(i);
        }
        for (int j = pair.revised().start(); j < pair.revised().end(); j++) {
          leaveNew(j);
        }
      } else if (pair.old().size() == 1 && pair.revised().size() == 1) {
        addEdited(pair);
      }
    }
    while (!open.isEmpty()) {
      settle(open.pop());
    }
    return apart.isEmpty() ? pairs : withoutThose(pairs);
  }

  private void addEdited(Pair pair) {
    int old = keyOf(pair.old(), oldItems);
    int revised = keyOf(pair.revised(), newItems);
    if (old != revised) {
      olds.edited(old).add(pair);
      news.edited(revised).add(pair);
    }
  }

  private int keyOf(Range range, List<Item> items) {
    return key.applyAsInt(items.get(range.start()));
  }

  private void leaveOld(int position) {
    int same = key.applyAsInt(oldItems.get(position));
    if (same != Item.NO_KEY) {
      olds.left(same).add(position);
      open.push(same);
    }
  }

  private void leaveNew(int position) {
    int same = key.applyAsInt(newItems.get(position));
    if (same != Item.NO_KEY) {
      news.left(same).add(position);
      open.push(same);
    }
  }

  /** Finds equals for the unpaired sentences with one key. */
  private void settle(int same) {
    Deque<Integer> oldLeft = olds.left(same);
    Deque<Integer> newLeft = news.left(same);
    while (!oldLeft.isEmpty() && !newLeft.isEmpty()) {
      oldLeft.poll();
      newLeft.poll();
    }
    for (Deque<Pair> edited = olds.edited(same); !newLeft.isEmpty() && !edited.isEmpty(); ) {
      Pair pair = edited.poll();
      if (likeness.mayHaveMoved(pair.old().start(), newLeft.peek())
          && (!bothLeft || !olds.left(keyOf(pair.revised(), newItems)).isEmpty())
          && apart.add(pair)) {
        newLeft.poll();
        leaveNew(pair.revised().start());
      }
    }
    for (Deque<Pair> edited = news.edited(same); !oldLeft.isEmpty() && !edited.isEmpty(); ) {
      Pair pair = edited.poll();
      if (likeness.mayHaveMoved(oldLeft.peek(), pair.revised().start())
          && (!bothLeft || !news.left(keyOf(pair.old(), oldItems)).isEmpty())
          && apart.add(pair)) {
        oldLeft.poll();
        leaveOld(pair.old().start());
      }
    }
  }

  private List<Pair> withoutThose(List<Pair> pairs) {
    List<Pair> all = new ArrayList<>();
    for (Pair pair : pairs) {
      if (apart.contains(pair)) {
        Range revised = pair.revised();
        Range old = pair.old();
        all.add(new Pair(old, new Range(revised.start(), revised.start()), 0, false));
        all.add(new Pair(new Range(old.end(), old.end()), revised, 0, false));
      } else {
        all.add(pair);
      }
    }
    return all;
  }
}
