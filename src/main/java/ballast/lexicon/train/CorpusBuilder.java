package ballast.lexicon.train;

import ballast.language.Han;
import ballast.lexicon.WordCutter;
import ballast.lexicon.train.NumberedPairs.Vocabulary;
import ballast.lexicon.train.RawPairs.WordNumbers;
import ballast.lexicon.train.SourceReport.Reason;
import ballast.lexicon.train.SourceReport.SourceTally;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Cuts the Chinese of {@link RawPairs} into words, drops useless pairs, and numbers the remaining
 * words.
 */
final class CorpusBuilder {

  private static final int MAX_CHINESE = 100;
  private static final int MAX_ENGLISH = 120;

  /** Maximum ratio of words between the sides; {@link #FREE_WORDS} more are always allowed. */
  private static final int RATIO = 4;

  private static final int FREE_WORDS = 14;

  private final RawPairs pairs;
  private final List<SourceTally> tallies;
  private final WordNumbers words = new WordNumbers();
  private final IntList chinese = new IntList();
  private final IntList chineseStarts = new IntList();
  private final IntList kept = new IntList();

  private CorpusBuilder(RawPairs pairs, List<SourceTally> tallies) {
    this.pairs = pairs;
    this.tallies = tallies;
  }

  static NumberedPairs build(
      RawPairs pairs, WordCutter han, List<SourceTally> tallies, Workers workers) {
    CorpusBuilder builder = new CorpusBuilder(pairs, tallies);
    builder.cut(han, workers);
    return builder.number();
  }

  private void cut(WordCutter han, Workers workers) {
    int batch = 1 << 14;
    chineseStarts.add(0);
    for (int from = 0; from < pairs.size(); from += batch) {
      int start = from;
      List<List<String>> cut = new ArrayList<>();
      int size = Math.min(batch, pairs.size() - from);
      for (int i = 0; i < size; i++) {
        cut.add(new ArrayList<>());
      }
      workers.run(size, i -> cutOne(han, pairs.chinese(start + i), cut.get(i)));
      for (int i = 0; i < size; i++) {
        add(from + i, cut.get(i));
      }
    }
  }

  private static void cutOne(WordCutter han, String pieces, List<String> into) {
    for (String piece : pieces.split(" ")) {
      if (!piece.isEmpty() && Han.isHan(piece.codePointAt(0))) {
        han.split(piece, into);
      } else if (!piece.isEmpty()) {
        into.add(piece);
      }
    }
  }

  private void add(int pair, List<String> chineseWords) {
    int one = chineseWords.size();
    int other = pairs.english(pair).length;
    SourceTally tally = tallies.get(pairs.source(pair));
    if (one == 0 || other == 0) {
      tally.drop(Reason.EMPTY);
    } else if (one > MAX_CHINESE || other > MAX_ENGLISH) {
      tally.drop(Reason.TOO_LONG);
    } else if (Math.max(one, other) > RATIO * Math.min(one, other) + FREE_WORDS) {
      tally.drop(Reason.LENGTHS_DIFFER);
    } else {
      kept.add(pair);
      for (String word : chineseWords) {
        chinese.add(words.of(word));
      }
      chineseStarts.add(chinese.size());
    }
  }

  private NumberedPairs number() {
    VocabularyBuilder left = new VocabularyBuilder(words.all);
    VocabularyBuilder right = new VocabularyBuilder(pairs.englishWords());
    for (int i = 0; i < kept.size(); i++) {
      double weight = weight(i);
      for (int at = chineseStarts.get(i); at < chineseStarts.get(i + 1); at++) {
        left.add(chinese.get(at), weight);
      }
      for (int word : pairs.english(kept.get(i))) {
        right.add(word, weight);
      }
    }
    int[] leftNumbers = left.numbers();
    int[] rightNumbers = right.numbers();
    Bags chineseBags = new Bags();
    Bags englishBags = new Bags();
    IntList sources = new IntList();
    for (int i = 0; i < kept.size(); i++) {
      int[] one = known(chineseOf(i), leftNumbers);
      int[] other = known(pairs.english(kept.get(i)), rightNumbers);
      SourceTally tally = tallies.get(pairs.source(kept.get(i)));
      if (one.length == 0 || other.length == 0) {
        tally.drop(Reason.EMPTY);
      } else {
        tally.keep();
        chineseBags.add(one);
        englishBags.add(other);
        sources.add(pairs.source(kept.get(i)));
      }
    }
    float[] weights = new float[sources.size()];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (float) tallies.get(sources.get(i)).weight();
    }
    return new NumberedPairs(
        chineseBags.side(left.vocabulary()), englishBags.side(right.vocabulary()), weights);
  }

  private double weight(int i) {
    return tallies.get(pairs.source(kept.get(i))).weight();
  }

  private int[] chineseOf(int i) {
    int[] text = new int[chineseStarts.get(i + 1) - chineseStarts.get(i)];
    for (int k = 0; k < text.length; k++) {
      text[k] = chinese.get(chineseStarts.get(i) + k);
    }
    return text;
  }

  /** Returns the new numbers of the words, ascending, without dropped words. */
  private static int[] known(int[] text, int[] numbers) {
    return Arrays.stream(text)
        .map(word -> numbers[word])
        .filter(number -> number != VocabularyBuilder.DROPPED)
        .sorted()
        .toArray();
  }

  private static final class Bags {

    private final IntList starts = new IntList();
    private final IntList words = new IntList();
    private final IntList times = new IntList();

    Bags() {
      starts.add(0);
    }

    /**
     * @param text ascending numbers of words
     */
    void add(int[] text) {
      int from = 0;
      while (from < text.length) {
        int to = from;
        while (to < text.length && text[to] == text[from]) {
          to++;
        }
        words.add(text[from]);
        times.add(to - from);
        from = to;
      }
      starts.add(words.size());
    }

    NumberedPairs.Side side(Vocabulary vocabulary) {
      byte[] smallTimes = new byte[times.size()];
      for (int i = 0; i < smallTimes.length; i++) {
        smallTimes[i] = (byte) times.get(i);
      }
      return new NumberedPairs.Side(vocabulary, starts.toArray(), words.toArray(), smallTimes);
    }
  }

  /** Counts the words of one language and numbers those that are frequent enough. */
  private static final class VocabularyBuilder {

    static final int DROPPED = -1;

    private final List<String> words;
    private final long[] counts;
    private final long[] even;
    private long tokens;

    VocabularyBuilder(List<String> words) {
      this.words = words;
      this.counts = new long[words.size()];
      this.even = new long[words.size()];
    }

    void add(int word, double weight) {
      long unit = Math.round(WordCounter.SCALE * weight);
      counts[word] += unit;
      even[word] += Math.max(WordCounter.SCALE, unit);
      tokens += unit;
    }

    /** Returns new numbers by descending count, then alphabetically, or {@link #DROPPED}. */
    int[] numbers() {
      int[] numbers = new int[words.size()];
      Arrays.fill(numbers, DROPPED);
      int[] kept = kept();
      for (int i = 0; i < kept.length; i++) {
        numbers[kept[i]] = i;
      }
      return numbers;
    }

    Vocabulary vocabulary() {
      int[] kept = kept();
      List<String> names = new ArrayList<>(kept.length);
      double[] each = new double[kept.length];
      for (int i = 0; i < kept.length; i++) {
        names.add(words.get(kept[i]));
        each[i] = (double) counts[kept[i]] / WordCounter.SCALE;
      }
      return new Vocabulary(names, each, (double) tokens / WordCounter.SCALE);
    }

    private int[] kept() {
      return IntStream.range(0, counts.length)
          .filter(
              word ->
                  even[word] >= (long) TrainingOptions.DEFAULT_MIN_OCCURRENCES * WordCounter.SCALE)
          .boxed()
          .sorted(
              (a, b) ->
                  counts[a] != counts[b]
                      ? Long.compare(counts[b], counts[a])
                      : words.get(a).compareTo(words.get(b)))
          .mapToInt(Integer::intValue)
          .toArray();
    }
  }
}
