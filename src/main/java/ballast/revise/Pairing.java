package ballast.revise;

import ballast.bitext.Range;
import ballast.language.ChineseWords;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntPredicate;

/**
 * Finds which sentences of two versions of a text correspond, without ids: what stayed at both
 * ends; where there is very much between them, sentences that stayed as anchors; the best way
 * through the rest; then what has moved. A sentence that is equally often in both versions is only
 * paired with its equal. Of unordered versions (units) equal ones are paired wherever they stand,
 * then those that translate the same source.
 */
public final class Pairing {

  /** Above this number of possible pairs, anchors cut a stretch into smaller ones. */
  private static final long MOST_CELLS = 1_000_000;

  private static final int CHUNK = 2_000;

  private final ChineseWords words;

  public Pairing(ChineseWords words) {
    this.words = words;
  }

  /**
   * The pairs of two versions: every sentence is in exactly one. By place in the new version; what
   * was removed stands after what it followed in the old one.
   */
  public List<Pair> pair(Version old, Version revised) {
    List<Sentence> before = old.sentences();
    List<Sentence> after = revised.sentences();
    if (!old.ordered() || !revised.ordered()) {
      return unordered(before, after);
    }
    Bags bags = new Bags(before, after, words);
    List<Pair> pairs = new MovedSentences(before, after, bags).pairUp(inOrder(before, after, bags));
    return new Replaced(before, after, bags).pairUp(sorted(pairs));
  }

  private static List<Pair> inOrder(List<Sentence> before, List<Sentence> after, Bags bags) {
    PairLattice lattice = new PairLattice(before, after, bags, new Twins(before, after));
    List<Pair> pairs = new ArrayList<>();
    int a = 0;
    int b = 0;
    for (int[] anchor : anchors(before, after)) {
      addStretch(lattice, new Range(a, anchor[0]), new Range(b, anchor[1]), pairs);
      pairs.add(single(anchor[0], anchor[1], 1));
      a = anchor[0] + 1;
      b = anchor[1] + 1;
    }
    addStretch(lattice, new Range(a, before.size()), new Range(b, after.size()), pairs);
    return pairs;
  }

  private static List<int[]> anchors(List<Sentence> before, List<Sentence> after) {
    if ((long) before.size() * after.size() > MOST_CELLS) {
      return new Anchors(before, after).find();
    }
    // The lattice sees what stayed as well, and is not led astray by a sentence that has moved.
    return List.of();
  }

  /** What is too large for a lattice is cut into parts that lie at about the same place. */
  private static void addStretch(PairLattice lattice, Range old, Range revised, List<Pair> pairs) {
    boolean fits = (long) old.size() * revised.size() <= 4L * CHUNK * CHUNK;
    int parts = fits ? 1 : 1 + Math.max(old.size(), revised.size()) / CHUNK;
    for (int k = 0; k < parts; k++) {
      pairs.addAll(lattice.pairs(part(old, k, parts), part(revised, k, parts)));
    }
  }

  private static Range part(Range all, int k, int parts) {
    int start = all.start() + (int) ((long) all.size() * k / parts);
    return new Range(start, all.start() + (int) ((long) all.size() * (k + 1) / parts));
  }

  private List<Pair> unordered(List<Sentence> before, List<Sentence> after) {
    int[] oldOf = new int[after.size()];
    Arrays.fill(oldOf, -1);
    boolean[] taken = new boolean[before.size()];
    matchByKey(before, after, oldOf, taken, s -> List.of(s.text(), s.sources()));
    matchByKey(before, after, oldOf, taken, s -> s.sources().isEmpty() ? s : s.sources());
    List<Integer> olds = rest(before.size(), i -> !taken[i]);
    List<Integer> news = rest(after.size(), j -> oldOf[j] < 0);
    List<Pair> pairs = new ArrayList<>();
    for (int j = 0; j < oldOf.length; j++) {
      if (oldOf[j] >= 0) {
        pairs.add(single(oldOf[j], j, 1));
      }
    }
    for (Pair pair : alone(olds, news, before, after)) {
      pairs.add(
          pair.isOneSided()
              ? oneSided(pair, olds, news)
              : single(
                  olds.get(pair.old().start()),
                  news.get(pair.revised().start()),
                  pair.similarity()));
    }
    return sorted(pairs);
  }

  /** What is left of units: those that are alike, each with one other at most. */
  private List<Pair> alone(
      List<Integer> olds, List<Integer> news, List<Sentence> before, List<Sentence> after) {
    List<Sentence> left = blocks(olds.stream().map(before::get).toList());
    List<Sentence> right = blocks(news.stream().map(after::get).toList());
    Bags bags = new Bags(left, right, words);
    return new MovedSentences(left, right, bags).pairUp(inOrder(left, right, bags));
  }

  /** Units are never joined: each is a block of its own. */
  private static List<Sentence> blocks(List<Sentence> units) {
    List<Sentence> blocks = new ArrayList<>();
    units.forEach(
        u -> blocks.add(new Sentence(u.text(), blocks.size(), u.type(), u.sources(), u.line())));
    return blocks;
  }

  private static Pair oneSided(Pair pair, List<Integer> olds, List<Integer> news) {
    if (pair.revised().isEmpty()) {
      int old = olds.get(pair.old().start());
      return new Pair(new Range(old, old + 1), new Range(0, 0), 0, false);
    }
    int revised = news.get(pair.revised().start());
    return new Pair(new Range(0, 0), new Range(revised, revised + 1), 0, false);
  }

  private static List<Integer> rest(int size, IntPredicate isFree) {
    List<Integer> rest = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      if (isFree.test(i)) {
        rest.add(i);
      }
    }
    return rest;
  }

  private static void matchByKey(
      List<Sentence> before,
      List<Sentence> after,
      int[] oldOf,
      boolean[] taken,
      Function<Sentence, Object> key) {
    Map<Object, Deque<Integer>> places = new HashMap<>();
    for (int i = 0; i < before.size(); i++) {
      if (!taken[i]) {
        places.computeIfAbsent(key.apply(before.get(i)), k -> new ArrayDeque<>()).add(i);
      }
    }
    for (int j = 0; j < after.size(); j++) {
      Deque<Integer> found = oldOf[j] < 0 ? places.get(key.apply(after.get(j))) : null;
      Integer old = found == null ? null : found.poll();
      if (old != null) {
        oldOf[j] = old;
        taken[old] = true;
      }
    }
  }

  private static Pair single(int old, int revised, double similarity) {
    return new Pair(new Range(old, old + 1), new Range(revised, revised + 1), similarity, false);
  }

  /** By new position; a removed sentence after the one it followed. */
  private static List<Pair> sorted(List<Pair> pairs) {
    Map<Integer, Integer> newEnds = new HashMap<>();
    for (Pair pair : pairs) {
      for (int i = pair.old().start(); !pair.revised().isEmpty() && i < pair.old().end(); i++) {
        if (!pair.moved()) {
          newEnds.put(i, pair.revised().start());
        }
      }
    }
    Map<Pair, Integer> places = new HashMap<>();
    int last = -1;
    List<Pair> byOld = new ArrayList<>(pairs);
    byOld.sort(Comparator.comparingInt(pair -> pair.old().start()));
    for (Pair pair : byOld) {
      if (pair.old().isEmpty()) {
        continue;
      }
      if (!pair.revised().isEmpty()) {
        last = newEnds.getOrDefault(pair.old().start(), last);
      } else {
        places.put(pair, last);
      }
    }
    List<Pair> sorted = new ArrayList<>(pairs);
    sorted.sort(
        Comparator.<Pair>comparingInt(
                pair ->
                    pair.revised().isEmpty()
                        ? places.getOrDefault(pair, -1)
                        : pair.revised().start())
            .thenComparing(pair -> pair.revised().isEmpty())
            .thenComparingInt(pair -> pair.old().start()));
    return sorted;
  }
}
