package ballast.revise;

import ballast.bitext.Range;
import ballast.language.ChineseWords;
import ballast.language.matching.ItemWords;
import ballast.language.matching.KeyMatches;
import ballast.language.matching.Likeness;
import ballast.language.matching.Likeness.Demands;
import ballast.language.matching.PairOrder;
import ballast.language.matching.SentenceMatcher;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntPredicate;

/**
 * Finds corresponding sentences of two versions of a text, without ids. It pairs the unchanged
 * sentences at both ends first, then, in a long text, unchanged sentences as anchors. The best path
 * through the rest and moved sentences follow. A sentence that occurs equally often in both
 * versions is paired only with an equal one. In unordered versions (units), equal units are paired
 * wherever they are, then those that translate the same source.
 */
public record Pairing(ChineseWords words) {

  private static final Demands SENTENCES = new Demands(0.25, 0.65, 0.4, 0.12, true);

  /** Units have no order, so none can take another's place. */
  private static final Demands UNITS = new Demands(0.25, 0.65, 0.4, Demands.NEVER, true);

  /**
   * Returns the pairs of two versions; every sentence is in exactly one. They follow the order of
   * the new version, with removed sentences after their predecessor in the old version.
   */
  public List<PairOrder.Pair> pair(TextVersion old, TextVersion revised) {
    List<TextVersion.Sentence> before = old.sentences();
    List<TextVersion.Sentence> after = revised.sentences();
    if (!old.ordered() || !revised.ordered()) {
      return unordered(before, after);
    }
    return match(before, after, SENTENCES);
  }

  private List<PairOrder.Pair> match(
      List<TextVersion.Sentence> before, List<TextVersion.Sentence> after, Demands demands) {
    Map<String, Integer> texts = new HashMap<>();
    WordOverlap likeness = new WordOverlap(before, after, words);
    return new SentenceMatcher(items(before, texts), items(after, texts), likeness, demands)
        .pairs();
  }

  private static List<Likeness.Item> items(
      List<TextVersion.Sentence> sentences, Map<String, Integer> texts) {
    List<Likeness.Item> items = new ArrayList<>();
    for (TextVersion.Sentence sentence : sentences) {
      int text = texts.computeIfAbsent(sentence.text(), t -> texts.size());
      items.add(new Likeness.Item(text, sentence.block(), sentence.type(), Likeness.Item.NO_KEY));
    }
    return items;
  }

  private List<PairOrder.Pair> unordered(
      List<TextVersion.Sentence> before, List<TextVersion.Sentence> after) {
    int[] oldOf = new int[after.size()];
    Arrays.fill(oldOf, -1);
    boolean[] taken = new boolean[before.size()];
    matchByKey(before, after, oldOf, taken, s -> List.of(s.text(), s.sources()));
    matchByKey(before, after, oldOf, taken, s -> s.sources().isEmpty() ? s : s.sources());
    List<Integer> olds = rest(before.size(), i -> !taken[i]);
    List<Integer> news = rest(after.size(), j -> oldOf[j] < 0);
    List<PairOrder.Pair> pairs = new ArrayList<>();
    for (int j = 0; j < oldOf.length; j++) {
      if (oldOf[j] >= 0) {
        pairs.add(single(oldOf[j], j, 1));
      }
    }
    for (PairOrder.Pair pair : alone(olds, news, before, after)) {
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
  private List<PairOrder.Pair> alone(
      List<Integer> olds,
      List<Integer> news,
      List<TextVersion.Sentence> before,
      List<TextVersion.Sentence> after) {
    List<TextVersion.Sentence> left = blocks(olds.stream().map(before::get).toList());
    List<TextVersion.Sentence> right = blocks(news.stream().map(after::get).toList());
    return match(left, right, UNITS);
  }

  /** Makes each unit a block of its own, because units are never joined. */
  private static List<TextVersion.Sentence> blocks(List<TextVersion.Sentence> units) {
    List<TextVersion.Sentence> blocks = new ArrayList<>();
    units.forEach(
        u ->
            blocks.add(
                new TextVersion.Sentence(
                    u.text(), blocks.size(), u.type(), u.sources(), u.line(), u.place())));
    return blocks;
  }

  private static PairOrder.Pair oneSided(
      PairOrder.Pair pair, List<Integer> olds, List<Integer> news) {
    if (pair.revised().isEmpty()) {
      int old = olds.get(pair.old().start());
      return new PairOrder.Pair(new Range(old, old + 1), new Range(0, 0), 0, false);
    }
    int revised = news.get(pair.revised().start());
    return new PairOrder.Pair(new Range(0, 0), new Range(revised, revised + 1), 0, false);
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
      List<TextVersion.Sentence> before,
      List<TextVersion.Sentence> after,
      int[] oldOf,
      boolean[] taken,
      Function<TextVersion.Sentence, Object> key) {
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

  private static PairOrder.Pair single(int old, int revised, double similarity) {
    return new PairOrder.Pair(
        new Range(old, old + 1), new Range(revised, revised + 1), similarity, false);
  }

  /**
   * Rates the similarity of sentences by their common source sentences and common words. Words of
   * many sentences have less weight.
   */
  private static final class WordOverlap implements Likeness {

    /** Weight of the sources against the words, for two sentences that both have sources. */
    private static final double SOURCE_SHARE = 0.35;

    private static final float MARK = 0.1f;

    /** UTF-16 units above which a text does not occur twice in an article by chance. */
    private static final int LONG = 40;

    private final List<TextVersion.Sentence> before;
    private final List<TextVersion.Sentence> after;
    private final List<int[]> beforeCodes;
    private final List<int[]> afterCodes;
    private final float[] weights;
    private final ItemWords words = new ItemWords(this);

    WordOverlap(
        List<TextVersion.Sentence> before, List<TextVersion.Sentence> after, ChineseWords words) {
      this.before = before;
      this.after = after;
      Map<String, Integer> numbers = new HashMap<>();
      Set<Integer> marks = new HashSet<>();
      TextFold fold = new TextFold(words);
      this.beforeCodes = codes(before, words, fold, numbers, marks);
      this.afterCodes = codes(after, words, fold, numbers, marks);
      this.weights = weights(numbers.size(), marks);
    }

    private static List<int[]> codes(
        List<TextVersion.Sentence> sentences,
        ChineseWords words,
        TextFold fold,
        Map<String, Integer> numbers,
        Set<Integer> marks) {
      List<int[]> all = new ArrayList<>();
      for (TextVersion.Sentence sentence : sentences) {
        List<Tokens.Token> tokens = Tokens.of(sentence.text(), words).list();
        int[] codes = new int[tokens.size()];
        for (int i = 0; i < codes.length; i++) {
          String key = fold.fold(tokens.get(i).text());
          codes[i] = numbers.computeIfAbsent(key, k -> numbers.size());
          if (tokens.get(i).kind() == Tokens.Token.Kind.MARK) {
            marks.add(codes[i]);
          }
        }
        Arrays.sort(codes);
        all.add(codes);
      }
      return all;
    }

    private float[] weights(int size, Set<Integer> marks) {
      int[] sentences = new int[size];
      List<List<int[]>> both = List.of(beforeCodes, afterCodes);
      for (List<int[]> side : both) {
        for (int[] codes : side) {
          Arrays.stream(codes).distinct().forEach(code -> sentences[code]++);
        }
      }
      double all = Math.max(4, beforeCodes.size() + afterCodes.size());
      float[] weights = new float[size];
      for (int code = 0; code < size; code++) {
        double rarity = Math.log(all / Math.max(2, sentences[code])) / Math.log(all / 2);
        weights[code] = marks.contains(code) ? MARK : (float) Math.max(0.15, rarity);
      }
      return weights;
    }

    @Override
    public int[] oldWords(int position) {
      return beforeCodes.get(position);
    }

    @Override
    public int[] newWords(int position) {
      return afterCodes.get(position);
    }

    @Override
    public double weight(int word) {
      return weights[word];
    }

    @Override
    public double of(int oldStart, int oldEnd, int newStart, int newEnd) {
      double byWords = words.share(oldStart, oldEnd, newStart, newEnd);
      Set<Integer> left = sources(before, oldStart, oldEnd);
      Set<Integer> right = sources(after, newStart, newEnd);
      if (left.isEmpty() || right.isEmpty()) {
        return byWords;
      }
      Set<Integer> all = new HashSet<>(left);
      all.addAll(right);
      double common = left.size() + right.size() - (double) all.size();
      return (1 - SOURCE_SHARE) * byWords + SOURCE_SHARE * common / all.size();
    }

    /** Only words count, because an alignment is less reliable for moved sentences. */
    @Override
    public double elsewhere(int old, int revised) {
      double byWords = words.share(old, old + 1, revised, revised + 1);
      return Math.max(byWords, of(old, old + 1, revised, revised + 1));
    }

    @Override
    public boolean areBound(int old, int revised) {
      return !Collections.disjoint(before.get(old).sources(), after.get(revised).sources());
    }

    /**
     * Short equal texts are different sentences if they are known to translate different sources.
     */
    @Override
    public boolean mayHaveMoved(int old, int revised) {
      Set<Integer> left = before.get(old).sources();
      Set<Integer> right = after.get(revised).sources();
      boolean telling = before.get(old).text().length() > LONG;
      return telling || left.isEmpty() || right.isEmpty() || areBound(old, revised);
    }

    private static Set<Integer> sources(List<TextVersion.Sentence> sentences, int start, int end) {
      if (end - start == 1) {
        return sentences.get(start).sources();
      }
      Set<Integer> sources = new HashSet<>();
      sentences.subList(start, end).forEach(sentence -> sources.addAll(sentence.sources()));
      return sources;
    }
  }
}
