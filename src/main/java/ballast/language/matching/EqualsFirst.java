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

/**
 * Takes pairs of different texts apart when one of the two has its equal left over elsewhere: a
 * sentence that stayed is never taken for an edited one. Of several such pairs the least alike go.
 */
final class EqualsFirst {

  private final List<Item> before;
  private final List<Item> after;
  private final Likeness likeness;
  private final Side olds = new Side();
  private final Side news = new Side();
  private final Set<Pair> apart = new HashSet<>();
  private final Deque<Integer> open = new ArrayDeque<>();

  /** Of one version, by the number of a text. */
  private static final class Side {
    private final Map<Integer, Deque<Integer>> left = new HashMap<>();
    private final Map<Integer, Deque<Pair>> edited = new HashMap<>();

    Deque<Integer> left(int text) {
      return left.computeIfAbsent(text, t -> new ArrayDeque<>(1));
    }

    Deque<Pair> edited(int text) {
      return edited.computeIfAbsent(text, t -> new ArrayDeque<>(1));
    }
  }

  EqualsFirst(List<Item> before, List<Item> after, Likeness likeness) {
    this.before = before;
    this.after = after;
    this.likeness = likeness;
  }

  /** The same pairs, with two one-sided ones in place of each that is taken apart. */
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
      } else if (pair.old().size() == 1 && pair.revised().size() == 1 && !isEqual(pair)) {
        olds.edited(textOf(pair.old(), before)).add(pair);
        news.edited(textOf(pair.revised(), after)).add(pair);
      }
    }
    while (!open.isEmpty()) {
      settle(open.pop());
    }
    return apart.isEmpty() ? pairs : withoutThose(pairs);
  }

  private boolean isEqual(Pair pair) {
    return textOf(pair.old(), before) == textOf(pair.revised(), after);
  }

  private static int textOf(Range range, List<Item> items) {
    return items.get(range.start()).text();
  }

  private void leaveOld(int position) {
    olds.left(before.get(position).text()).add(position);
    open.push(before.get(position).text());
  }

  private void leaveNew(int position) {
    news.left(after.get(position).text()).add(position);
    open.push(after.get(position).text());
  }

  /** Finds equals for what is left over with one text. */
  private void settle(int text) {
    Deque<Integer> oldLeft = olds.left(text);
    Deque<Integer> newLeft = news.left(text);
    while (!oldLeft.isEmpty() && !newLeft.isEmpty()) {
      oldLeft.poll();
      newLeft.poll();
    }
    for (Deque<Pair> edited = olds.edited(text); !newLeft.isEmpty() && !edited.isEmpty(); ) {
      Pair pair = edited.poll();
      if (likeness.mayHaveMoved(pair.old().start(), newLeft.peek()) && apart.add(pair)) {
        newLeft.poll();
        leaveNew(pair.revised().start());
      }
    }
    for (Deque<Pair> edited = news.edited(text); !oldLeft.isEmpty() && !edited.isEmpty(); ) {
      Pair pair = edited.poll();
      if (likeness.mayHaveMoved(oldLeft.peek(), pair.revised().start()) && apart.add(pair)) {
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
