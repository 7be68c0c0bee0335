package ballast.language.matching;

import ballast.bitext.Range;
import ballast.language.matching.Likeness.Demands;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Pairs sentences removed in one place with sentences added in another. */
final class MovedSentences {

  /** Maximum number of sentences with a word that helps to find a candidate. */
  private static final int FREQUENT = 64;

  private final List<Likeness.Item> oldItems;
  private final List<Likeness.Item> newItems;
  private final Likeness likeness;
  private final Demands demands;
  private final boolean[] freeOld;
  private final boolean[] freeNew;
  private final List<PairOrder.Pair> found = new ArrayList<>();

  /** Number of free sentences of a version with each text. */
  private final Map<Integer, Integer> oldTexts = new HashMap<>();

  private final Map<Integer, Integer> newTexts = new HashMap<>();

  MovedSentences(
      List<Likeness.Item> oldItems,
      List<Likeness.Item> newItems,
      Likeness likeness,
      Demands demands) {
    this.oldItems = oldItems;
    this.newItems = newItems;
    this.likeness = likeness;
    this.demands = demands;
    this.freeOld = new boolean[oldItems.size()];
    this.freeNew = new boolean[newItems.size()];
  }

  /** Replaces two one-sided pairs by one pair for each moved sentence. */
  List<PairOrder.Pair> pairUp(List<PairOrder.Pair> pairs) {
    for (PairOrder.Pair pair : pairs) {
      if (pair.isOneSided()) {
        mark(freeOld, pair.old(), oldItems, oldTexts);
        mark(freeNew, pair.revised(), newItems, newTexts);
      }
    }
    pairSame(
        Likeness.Item::text,
        (i, j) -> {
          if (likeness.mayHaveMoved(i, j)) {
            pair(i, j, 1);
          }
        });
    pairSame(MovedSentences::key, (i, j) -> take(i, j, likeness.elsewhere(i, j)));
    pairSimilar();
    if (found.isEmpty()) {
      return pairs;
    }
    List<PairOrder.Pair> all = new ArrayList<>(found);
    for (PairOrder.Pair pair : pairs) {
      boolean unchanged =
          !pair.isOneSided()
              || (pair.revised().isEmpty()
                  ? freeOld[pair.old().start()]
                  : freeNew[pair.revised().start()]);
      if (unchanged) {
        all.add(pair);
      }
    }
    return all;
  }

  private static void mark(
      boolean[] free, Range range, List<Likeness.Item> items, Map<Integer, Integer> texts) {
    for (int i = range.start(); i < range.end(); i++) {
      free[i] = true;
      texts.merge(items.get(i).text(), 1, Integer::sum);
    }
  }

  private void pairSame(Function<Likeness.Item, @Nullable Object> key, KeyMatches.Taker taker) {
    new KeyMatches(i -> freeOld[i], j -> freeNew[j])
        .match(
            oldItems.size(),
            i -> key.apply(oldItems.get(i)),
            newItems.size(),
            j -> key.apply(newItems.get(j)),
            taker);
  }

  private static @Nullable Object key(Likeness.Item item) {
    return item.key() == Likeness.Item.NO_KEY ? null : item.key();
  }

  private void pairSimilar() {
    List<Integer> news = free(freeNew);
    if (news.isEmpty()) {
      return;
    }
    Map<Integer, List<Integer>> places = places(free(freeOld));
    for (int j : news) {
      int best = -1;
      double similarity = demands.elsewhere();
      for (int i : candidates(j, places)) {
        boolean sameType = oldItems.get(i).type() == newItems.get(j).type();
        double one = freeOld[i] && freeNew[j] && sameType ? likeness.elsewhere(i, j) : 0;
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

  private Map<Integer, List<Integer>> places(List<Integer> olds) {
    Map<Integer, List<Integer>> places = new HashMap<>();
    for (int i : olds) {
      Arrays.stream(likeness.oldWords(i))
          .distinct()
          .forEach(word -> places.computeIfAbsent(word, w -> new ArrayList<>(1)).add(i));
    }
    places.values().removeIf(all -> all.size() > FREQUENT);
    return places;
  }

  private SortedSet<Integer> candidates(int revised, Map<Integer, List<Integer>> places) {
    SortedSet<Integer> found = new TreeSet<>();
    Arrays.stream(likeness.newWords(revised))
        .distinct()
        .forEach(word -> found.addAll(places.getOrDefault(word, List.of())));
    return found;
  }

  private static List<Integer> free(boolean[] free) {
    return IntStream.range(0, free.length).filter(i -> free[i]).boxed().toList();
  }

  /** Pairs two sentences, and their neighbours if these are similar. */
  private void pair(int old, int revised, double similarity) {
    take(old, revised, similarity);
    for (int by = -1; by <= 1; by += 2) {
      int i = old + by;
      int j = revised + by;
      while (isFree(i, freeOld) && isFree(j, freeNew)) {
        double one = likeness.elsewhere(i, j);
        if (one < demands.beside()
            || oldItems.get(i).type() != newItems.get(j).type()
            || hasOtherEqual(i, j)) {
          break;
        }
        take(i, j, one);
        i += by;
        j += by;
      }
    }
  }

  private boolean hasOtherEqual(int old, int revised) {
    int oldText = oldItems.get(old).text();
    int newText = newItems.get(revised).text();
    return oldText != newText
        && (newTexts.getOrDefault(oldText, 0) > 0 || oldTexts.getOrDefault(newText, 0) > 0);
  }

  private static boolean isFree(int at, boolean[] free) {
    return at >= 0 && at < free.length && free[at];
  }

  private void take(int old, int revised, double similarity) {
    freeOld[old] = false;
    freeNew[revised] = false;
    oldTexts.merge(oldItems.get(old).text(), -1, Integer::sum);
    newTexts.merge(newItems.get(revised).text(), -1, Integer::sum);
    Range a = new Range(old, old + 1);
    found.add(new PairOrder.Pair(a, new Range(revised, revised + 1), similarity, true));
  }
}
