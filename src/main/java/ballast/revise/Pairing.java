package ballast.revise;

import ballast.bitext.Range;
import ballast.language.ChineseWords;
import ballast.language.matching.Demands;
import ballast.language.matching.Item;
import ballast.language.matching.KeyMatches;
import ballast.language.matching.Pair;
import ballast.language.matching.PairOrder;
import ballast.language.matching.SentenceMatcher;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntPredicate;

/**
 * Finds corresponding sentences of two versions of a text, without ids: first the unchanged
 * sentences at both ends; then, in a long text, unchanged sentences as anchors; then the best path
 * through the rest; finally moved sentences. A sentence that occurs equally often in both versions
 * is paired only with an equal one. In unordered versions (units), equal units are paired wherever
 * they stand, then those that translate the same source.
 */
public final class Pairing {

  private static final Demands SENTENCES = new Demands(0.25, 0.65, 0.4, 0.12, true);

  /** Units have no order, so that none can take the place of another. */
  private static final Demands UNITS = new Demands(0.25, 0.65, 0.4, Demands.NEVER, true);

  private final ChineseWords words;

  public Pairing(ChineseWords words) {
    this.words = words;
  }

  /**
   * The pairs of two versions: every sentence is in exactly one. By place in the new version;
   * removed sentences come after the one that they followed in the old version.
   */
  public List<Pair> pair(TextVersion old, TextVersion revised) {
    List<VersionSentence> before = old.sentences();
    List<VersionSentence> after = revised.sentences();
    if (!old.ordered() || !revised.ordered()) {
      return unordered(before, after);
    }
    return match(before, after, SENTENCES);
  }

  private List<Pair> match(
      List<VersionSentence> before, List<VersionSentence> after, Demands demands) {
    Map<String, Integer> texts = new HashMap<>();
    WordOverlap likeness = new WordOverlap(before, after, words);
    return new SentenceMatcher(items(before, texts), items(after, texts), likeness, demands)
        .pairs();
  }

  private static List<Item> items(List<VersionSentence> sentences, Map<String, Integer> texts) {
    List<Item> items = new ArrayList<>();
    for (VersionSentence sentence : sentences) {
      int text = texts.computeIfAbsent(sentence.text(), t -> texts.size());
      items.add(new Item(text, sentence.block(), sentence.type(), Item.NO_KEY));
    }
    return items;
  }

  private List<Pair> unordered(List<VersionSentence> before, List<VersionSentence> after) {
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
    return PairOrder.sorted(pairs);
  }

  /** Pairs the remaining units that are similar, each with at most one other. */
  private List<Pair> alone(
      List<Integer> olds,
      List<Integer> news,
      List<VersionSentence> before,
      List<VersionSentence> after) {
    List<VersionSentence> left = blocks(olds.stream().map(before::get).toList());
    List<VersionSentence> right = blocks(news.stream().map(after::get).toList());
    return match(left, right, UNITS);
  }

  /** Units are never joined: each is a block of its own. */
  private static List<VersionSentence> blocks(List<VersionSentence> units) {
    List<VersionSentence> blocks = new ArrayList<>();
    units.forEach(
        u ->
            blocks.add(
                new VersionSentence(
                    u.text(), blocks.size(), u.type(), u.sources(), u.line(), u.place())));
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
    List<Integer> remaining = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      if (isFree.test(i)) {
        remaining.add(i);
      }
    }
    return remaining;
  }

  private static void matchByKey(
      List<VersionSentence> before,
      List<VersionSentence> after,
      int[] oldOf,
      boolean[] taken,
      Function<VersionSentence, Object> key) {
    new KeyMatches(i -> !taken[i], j -> oldOf[j] < 0)
        .match(
            before.size(),
            i -> key.apply(before.get(i)),
            after.size(),
            j -> key.apply(after.get(j)),
            (i, j) -> {
              oldOf[j] = i;
              taken[i] = true;
            });
  }

  private static Pair single(int old, int revised, double similarity) {
    return new Pair(new Range(old, old + 1), new Range(revised, revised + 1), similarity, false);
  }
}
