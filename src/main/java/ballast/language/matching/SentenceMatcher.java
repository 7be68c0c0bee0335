package ballast.language.matching;

import ballast.bitext.Range;
import ballast.language.matching.Likeness.Demands;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/**
 * Finds the corresponding sentences of two versions of a text without ids: first the best pairing
 * in order, then moved sentences, then sentences rewritten in place. In long texts unchanged
 * sentences serve as anchors. Between them the search is limited to the neighbourhood of sentences
 * that share a rare word. A sentence with an equal in the other version is paired with that equal.
 */
public final class SentenceMatcher {

  /**
   * Maximum deviation, in sentences, of a path through a very long range from the expected line.
   */
  public static final int REACH = 24;

  /** Several sentences have a word. */
  private static final int SEVERAL = -2;

  /** Maximum number of possible pairs that are all examined. */
  private static final long MAX_CELLS = 1_000_000;

  /** Maximum number of pairs in a wider search of a shorter range. */
  private static final int WIDE_CELLS = 120_000;

  private final List<Likeness.Item> oldItems;
  private final List<Likeness.Item> newItems;
  private final Likeness likeness;
  private final Demands demands;

  public SentenceMatcher(
      List<Likeness.Item> oldItems,
      List<Likeness.Item> newItems,
      Likeness likeness,
      Demands demands) {
    this.oldItems = List.copyOf(oldItems);
    this.newItems = List.copyOf(newItems);
    this.likeness = likeness;
    this.demands = demands;
  }

  /** Returns the pairs, in the order of {@link PairOrder}; every sentence is in exactly one. */
  public List<PairOrder.Pair> pairs() {
    List<PairOrder.Pair> equal = new EqualsFirst(Likeness.Item::text, false).of(inOrder());
    List<PairOrder.Pair> equalOrSameKey = new EqualsFirst(Likeness.Item::key, true).of(equal);
    List<PairOrder.Pair> pairs =
        PairOrder.sorted(
            new MovedSentences(oldItems, newItems, likeness, demands).pairUp(equalOrSameKey));
    return demands.replaced() > 1 ? pairs : withRewritten(pairs);
  }

  /** Returns the best pairing in order, before moved sentences are paired. */
  List<PairOrder.Pair> inOrder() {
    PairLattice.Duplicates twins = new PairLattice.Duplicates(oldItems, newItems);
    PairLattice lattice = new PairLattice(oldItems, newItems, twins, likeness, demands);
    List<PairOrder.Pair> pairs = new ArrayList<>();
    int a = 0;
    int b = 0;
    for (int[] anchor : anchors(twins)) {
      addStretch(lattice, new Range(a, anchor[0]), new Range(b, anchor[1]), pairs);
      Range old = new Range(anchor[0], anchor[0] + 1);
      pairs.add(new PairOrder.Pair(old, new Range(anchor[1], anchor[1] + 1), 1, false));
      a = anchor[0] + 1;
      b = anchor[1] + 1;
    }
    addStretch(lattice, new Range(a, oldItems.size()), new Range(b, newItems.size()), pairs);
    return pairs;
  }

  private List<int[]> anchors(PairLattice.Duplicates twins) {
    List<int[]> anchors = new Anchors().find();
    if ((long) oldItems.size() * newItems.size() > MAX_CELLS) {
      return anchors;
    }
    // If the lattice can examine everything, only certain anchors are used: a moved sentence could
    // mislead the others.
    return new CertainRuns(new ItemWords(likeness), twins)
        .among(anchors, oldItems.size(), newItems.size());
  }

  private void addStretch(
      PairLattice lattice, Range old, Range revised, List<PairOrder.Pair> pairs) {
    if ((long) old.size() * revised.size() <= MAX_CELLS) {
      lattice.addPairs(old, revised, pairs);
    } else {
      pairs.addAll(lattice.pairs(old, revised, band(old, revised)));
    }
  }

  private PairLattice.Band band(Range old, Range revised) {
    List<int[]> chain = chain(old, revised);
    int reach = Math.max(REACH, WIDE_CELLS / old.size());
    return PairLattice.Band.around(chain, old.size(), revised.size(), reach);
  }

  /**
   * Separates pairs of different texts if one of the two has an unpaired equal elsewhere, so that
   * an unchanged sentence is never mistaken for an edited one. The least similar of several such
   * pairs are separated. Can also work by key, for pairs with the same source as unpaired
   * sentences.
   */
  private final class EqualsFirst {

    private final ToIntFunction<Likeness.Item> key;
    private final boolean bothLeft;
    private final Side olds = new Side(oldItems);
    private final Side news = new Side(newItems);
    private final Set<PairOrder.Pair> apart = new HashSet<>();
    private final Deque<Integer> open = new ArrayDeque<>();

    private static final class Side {
      private final List<Likeness.Item> items;
      private final Map<Integer, Deque<Integer>> left = new HashMap<>();
      private final Map<Integer, Deque<PairOrder.Pair>> edited = new HashMap<>();

      Side(List<Likeness.Item> items) {
        this.items = items;
      }

      Deque<Integer> left(int same) {
        return left.computeIfAbsent(same, k -> new ArrayDeque<>(1));
      }

      Deque<PairOrder.Pair> edited(int same) {
        return edited.computeIfAbsent(same, k -> new ArrayDeque<>(1));
      }
    }

    /**
     * @param key the text or the source
     * @param bothLeft whether to separate a pair only if both have the same key as unpaired
     *     sentences on the other side
     */
    EqualsFirst(ToIntFunction<Likeness.Item> key, boolean bothLeft) {
      this.key = key;
      this.bothLeft = bothLeft;
    }

    /** Replaces each separated pair by two one-sided pairs. */
    List<PairOrder.Pair> of(List<PairOrder.Pair> pairs) {
      List<PairOrder.Pair> byLikeness = new ArrayList<>(pairs);
      byLikeness.sort(Comparator.comparingDouble(PairOrder.Pair::similarity));
      for (PairOrder.Pair pair : byLikeness) {
        if (pair.isOneSided()) {
          leave(pair.old(), olds);
          leave(pair.revised(), news);
        } else if (pair.old().size() == 1 && pair.revised().size() == 1) {
          addEdited(pair);
        }
      }
      while (!open.isEmpty()) {
        settle(open.pop());
      }
      return apart.isEmpty() ? pairs : withoutThose(pairs);
    }

    private void addEdited(PairOrder.Pair pair) {
      int old = keyOf(pair.old().start(), olds);
      int revised = keyOf(pair.revised().start(), news);
      if (old != revised) {
        olds.edited(old).add(pair);
        news.edited(revised).add(pair);
      }
    }

    private int keyOf(int position, Side side) {
      return key.applyAsInt(side.items.get(position));
    }

    private void leave(Range range, Side side) {
      for (int i = range.start(); i < range.end(); i++) {
        leave(i, side);
      }
    }

    private void leave(int position, Side side) {
      int same = keyOf(position, side);
      if (same != Likeness.Item.NO_KEY) {
        side.left(same).add(position);
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
      separate(olds, news, same);
      separate(news, olds, same);
    }

    /** Separates pairs with a sentence of this side that has an unpaired equal on the other. */
    private void separate(Side side, Side other, int same) {
      Deque<Integer> left = other.left(same);
      Deque<PairOrder.Pair> edited = side.edited(same);
      while (!left.isEmpty() && !edited.isEmpty()) {
        PairOrder.Pair pair = edited.poll();
        int old = side == olds ? pair.old().start() : left.peek();
        int revised = side == olds ? left.peek() : pair.revised().start();
        int partner = (side == olds ? pair.revised() : pair.old()).start();
        if (likeness.mayHaveMoved(old, revised)
            && (!bothLeft || !side.left(keyOf(partner, other)).isEmpty())
            && apart.add(pair)) {
          left.poll();
          leave(partner, other);
        }
      }
    }

    private List<PairOrder.Pair> withoutThose(List<PairOrder.Pair> pairs) {
      List<PairOrder.Pair> all = new ArrayList<>();
      for (PairOrder.Pair pair : pairs) {
        if (apart.contains(pair)) {
          Range revised = pair.revised();
          Range old = pair.old();
          all.add(new PairOrder.Pair(old, new Range(revised.start(), revised.start()), 0, false));
          all.add(new PairOrder.Pair(new Range(old.end(), old.end()), revised, 0, false));
        } else {
          all.add(pair);
        }
      }
      return all;
    }
  }

  /**
   * Pairs a removed sentence with a sentence added in the same place, between two that stayed in
   * place: it has been rewritten.
   */
  private List<PairOrder.Pair> withRewritten(List<PairOrder.Pair> pairs) {
    List<PairOrder.Pair> joined = new ArrayList<>();
    int at = 0;
    while (at < pairs.size()) {
      int end = at;
      while (end < pairs.size() && pairs.get(end).isOneSided()) {
        end++;
      }
      end = Math.max(end, at + 1);
      List<PairOrder.Pair> run = pairs.subList(at, end);
      joined.addAll(run.size() == 2 ? replaced(run.get(0), run.get(1)).orElse(run) : run);
      at = end;
    }
    return joined;
  }

  /** Returns the pair of a removed and an added sentence; empty if they differ too much. */
  private Optional<List<PairOrder.Pair>> replaced(PairOrder.Pair one, PairOrder.Pair other) {
    if (one.old().isEmpty() == other.old().isEmpty()) {
      return Optional.empty();
    }
    Range old = one.old().isEmpty() ? other.old() : one.old();
    Range revised = one.old().isEmpty() ? one.revised() : other.revised();
    double similarity = likeness.of(old.start(), old.end(), revised.start(), revised.end());
    boolean same = oldItems.get(old.start()).type() == newItems.get(revised.start()).type();
    return same && similarity >= demands.replaced()
        ? Optional.of(List.of(new PairOrder.Pair(old, revised, similarity, false)))
        : Optional.empty();
  }

  /**
   * Finds unchanged sentences that keep their order: the longest ordered set of sentences that
   * occur once in each range (patience difference, after Cohen), and recursively between them.
   */
  private final class Anchors {

    private final List<int[]> found = new ArrayList<>();
    private final Deque<Range[]> open = new ArrayDeque<>();

    /** Returns pairs of old and new position, ascending. */
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
      List<int[]> anchors = longestIncreasing(unique(new Range(a, aEnd), new Range(b, bEnd)));
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

  /**
   * Finds runs of equal sentences that are certainly on the best path.
   *
   * <p>A sentence that occurs once in each version is paired with its equal or not at all. A path
   * that avoids a run of such sentences removes and adds them all. If that alone costs more than
   * some complete path, the best path meets the run and then contains all of it.
   */
  private static final class CertainRuns {

    private final ItemWords words;
    private final PairLattice.Duplicates twins;

    CertainRuns(ItemWords words, PairLattice.Duplicates twins) {
      this.words = words;
      this.twins = twins;
    }

    /**
     * Returns the anchors in such a run.
     *
     * @param anchors pairs of positions of equal old and new sentences, both ascending
     */
    List<int[]> among(List<int[]> anchors, int olds, int news) {
      double cost = between(anchors, olds, news);
      List<int[]> certain = new ArrayList<>();
      for (int start = 0; start < anchors.size(); ) {
        int end = start + 1;
        while (end < anchors.size() && follows(anchors.get(end - 1), anchors.get(end))) {
          end++;
        }
        List<int[]> run = anchors.subList(start, end);
        if (weighsOver(run, cost / 2)) {
          certain.addAll(run);
        }
        start = end;
      }
      return certain;
    }

    /**
     * Returns the cost of the path through all anchors that removes and adds all other sentences.
     */
    private double between(List<int[]> anchors, int olds, int news) {
      double cost = 0;
      int old = 0;
      int revised = 0;
      for (int[] anchor : anchors) {
        cost += weight(old, anchor[0], words::oldWeight);
        cost += weight(revised, anchor[1], words::newWeight);
        old = anchor[0] + 1;
        revised = anchor[1] + 1;
      }
      return cost + weight(old, olds, words::oldWeight) + weight(revised, news, words::newWeight);
    }

    private static double weight(int start, int end, IntToDoubleFunction weight) {
      return IntStream.range(start, end).mapToDouble(weight).sum();
    }

    private boolean follows(int[] anchor, int[] next) {
      return next[0] == anchor[0] + 1 && next[1] == anchor[1] + 1 && isOnly(anchor) == isOnly(next);
    }

    private boolean isOnly(int[] anchor) {
      return twins.areOnly(anchor[0], anchor[1]);
    }

    /**
     * Returns whether a run consists of sentences that occur once and weighs more than {@code
     * minWeight}; stops as soon as it does.
     */
    private boolean weighsOver(List<int[]> run, double minWeight) {
      if (!isOnly(run.get(0))) {
        return false;
      }
      double weight = 0;
      for (int[] anchor : run) {
        weight += words.oldWeight(anchor[0]);
        if (weight > minWeight) {
          return true;
        }
      }
      return false;
    }
  }

  /**
   * Estimates the correspondence of two long ranges with hardly any equal sentences. It is the
   * longest ordered set of similar sentences that share a word occurring in only one sentence of
   * each range.
   *
   * @return pairs of old and new positions, relative to the start of the ranges; both ascend
   */
  private List<int[]> chain(Range old, Range revised) {
    Map<Integer, Integer> places = new HashMap<>();
    for (int i = old.start(); i < old.end(); i++) {
      int place = i;
      words(likeness.oldWords(i)).forEach(word -> places.merge(word, place, SentenceMatcher::only));
    }
    Map<Integer, Integer> there = new HashMap<>();
    for (int j = revised.start(); j < revised.end(); j++) {
      int place = j;
      words(likeness.newWords(j)).forEach(word -> there.merge(word, place, SentenceMatcher::only));
    }
    List<int[]> points = new ArrayList<>();
    for (int j = revised.start(); j < revised.end(); j++) {
      int i = mostNamed(j, places, there);
      if (i >= 0 && likeness.of(i, i + 1, j, j + 1) >= demands.inOrder()) {
        points.add(new int[] {i - old.start(), j - revised.start()});
      }
    }
    return longestIncreasing(points);
  }

  private static List<Integer> words(int[] words) {
    return Arrays.stream(words).distinct().boxed().toList();
  }

  private static Integer only(Integer one, Integer other) {
    return SEVERAL;
  }

  /**
   * Returns the old sentence that shares the most words with a new one, counting words found in no
   * other sentence; -1 if there is none.
   */
  private int mostNamed(int revised, Map<Integer, Integer> olds, Map<Integer, Integer> news) {
    Map<Integer, Integer> votes = new HashMap<>();
    int best = -1;
    for (int word : words(likeness.newWords(revised))) {
      int old =
          news.getOrDefault(word, SEVERAL) == revised ? olds.getOrDefault(word, SEVERAL) : SEVERAL;
      if (old >= 0) {
        int count = votes.merge(old, 1, Integer::sum);
        best = best < 0 || count > votes.getOrDefault(best, 0) ? old : best;
      }
    }
    return best;
  }

  /**
   * Returns a longest subsequence with ascending old positions (Fredman 1975, n log n).
   *
   * @param list old and new position of each point, by ascending new position
   */
  private static List<int[]> longestIncreasing(List<int[]> list) {
    int[] last = new int[list.size()];
    int[] previous = new int[list.size()];
    int length = 0;
    for (int k = 0; k < list.size(); k++) {
      int value = list.get(k)[0];
      int low = PairLattice.first(length, at -> list.get(last[at])[0] >= value);
      previous[k] = low == 0 ? -1 : last[low - 1];
      last[low] = k;
      length = Math.max(length, low + 1);
    }
    List<int[]> rising = new ArrayList<>();
    for (int k = length == 0 ? -1 : last[length - 1]; k >= 0; k = previous[k]) {
      rising.add(list.get(k));
    }
    Collections.reverse(rising);
    return rising;
  }
}
