package ballast.revise;

import ballast.bitext.Range;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Pairs what was removed in one place with what was added in another. */
final class MovedSentences {

  /** So alike are two sentences that one is the other, elsewhere. */
  private static final double SAME = 0.65;

  /** So alike are two sentences beside ones that have moved. */
  private static final double BESIDE = 0.4;

  /** A text of more UTF-16 units is not twice in an article by chance. */
  private static final int LONG = 40;

  private static final long MOST_COMPARISONS = 4_000_000;

  private final List<Sentence> before;
  private final List<Sentence> after;
  private final Bags bags;
  private final boolean[] freeOld;
  private final boolean[] freeNew;
  private final List<Pair> found = new ArrayList<>();

  MovedSentences(List<Sentence> before, List<Sentence> after, Bags bags) {
    this.before = before;
    this.after = after;
    this.bags = bags;
    this.freeOld = new boolean[before.size()];
    this.freeNew = new boolean[after.size()];
  }

  /** The same pairs, with one pair in place of two for each sentence that has moved. */
  List<Pair> pairUp(List<Pair> pairs) {
    for (Pair pair : pairs) {
      if (pair.isOneSided()) {
        mark(freeOld, pair.old());
        mark(freeNew, pair.revised());
      }
    }
    pairEqual();
    pairSimilar();
    if (found.isEmpty()) {
      return pairs;
    }
    List<Pair> all = new ArrayList<>(found);
    for (Pair pair : pairs) {
      boolean still =
          !pair.isOneSided()
              || (pair.revised().isEmpty()
                  ? freeOld[pair.old().start()]
                  : freeNew[pair.revised().start()]);
      if (still) {
        all.add(pair);
      }
    }
    return all;
  }

  private static void mark(boolean[] free, Range range) {
    for (int i = range.start(); i < range.end(); i++) {
      free[i] = true;
    }
  }

  private void pairEqual() {
    Map<String, Deque<Integer>> places = new HashMap<>();
    for (int i = 0; i < freeOld.length; i++) {
      if (freeOld[i]) {
        places.computeIfAbsent(before.get(i).text(), text -> new ArrayDeque<>()).add(i);
      }
    }
    for (int j = 0; j < freeNew.length; j++) {
      Deque<Integer> old = freeNew[j] ? places.get(after.get(j).text()) : null;
      while (old != null && !old.isEmpty() && !freeOld[old.peek()]) {
        old.poll(); // taken as a neighbour of another
      }
      if (old != null && !old.isEmpty() && mayBeOne(old.peek(), j)) {
        pair(old.poll(), j, 1);
      }
    }
  }

  /** Short equal texts that are known to translate different sources are two texts. */
  private boolean mayBeOne(int old, int revised) {
    Set<Integer> left = before.get(old).sources();
    Set<Integer> right = after.get(revised).sources();
    boolean telling = before.get(old).text().length() > LONG;
    return telling || left.isEmpty() || right.isEmpty() || !Collections.disjoint(left, right);
  }

  private void pairSimilar() {
    List<Integer> olds = free(freeOld);
    List<Integer> news = free(freeNew);
    if ((long) olds.size() * news.size() > MOST_COMPARISONS) {
      return;
    }
    for (int j : news) {
      int best = -1;
      double similarity = SAME;
      for (int i : olds) {
        boolean heading = before.get(i).type() == after.get(j).type();
        double one = freeOld[i] && heading ? bags.likeness(i, j) : 0;
        if (one > similarity) {
          best = i;
          similarity = one;
        }
      }
      if (best >= 0) {
        pair(best, j, similarity);
      }
    }
  }

  private static List<Integer> free(boolean[] free) {
    List<Integer> list = new ArrayList<>();
    for (int i = 0; i < free.length; i++) {
      if (free[i]) {
        list.add(i);
      }
    }
    return list;
  }

  /** Pairs two sentences, and their neighbours if they are alike. */
  private void pair(int old, int revised, double similarity) {
    take(old, revised, similarity);
    for (int by = -1; by <= 1; by += 2) {
      int i = old + by;
      int j = revised + by;
      while (isFree(i, freeOld) && isFree(j, freeNew)) {
        double one = bags.likeness(i, j);
        if (one < BESIDE || before.get(i).type() != after.get(j).type()) {
          break;
        }
        take(i, j, one);
        i += by;
        j += by;
      }
    }
  }

  private static boolean isFree(int at, boolean[] free) {
    return at >= 0 && at < free.length && free[at];
  }

  private void take(int old, int revised, double similarity) {
    freeOld[old] = false;
    freeNew[revised] = false;
    Range a = new Range(old, old + 1);
    found.add(new Pair(a, new Range(revised, revised + 1), similarity, true));
  }
}
