package ballast.lexicon.train;

import ballast.language.Han;
import ballast.lexicon.WordCutter;
import ballast.lexicon.train.SourceReport.Reason;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Cuts the Chinese of {@link RawPairs} into words, drops pairs that teach nothing, and numbers the
 * words of the rest.
 */
final class CorpusBuilder {

  private static final int MAX_CHINESE = 100;
  private static final int MAX_ENGLISH = 120;

  /** A side may have this many times the words of the other, and {@link #FREE_WORDS} more. */
  private static final int RATIO = 4;

  private static final int FREE_WORDS = 14;

  private final RawPairs pairs;
  private final List<SourceTally> tallies;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> words = new ArrayList<>();
  private final IntList chinese = new IntList();
  private final IntList chineseStarts = new IntList();
  private final IntList kept = new IntList();

  private CorpusBuilder(RawPairs pairs, List<SourceTally> tallies) {
    this.pairs = pairs;
    this.tallies = tallies;
  }

  static Corpus build(RawPairs pairs, WordCutter han, List<SourceTally> tallies, Workers workers) {
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
        chinese.add(number(word));
      }
      chineseStarts.add(chinese.size());
    }
  }

  private int number(String word) {
    Integer known = numbers.get(word);
    if (known != null) {
      return known;
    }
    numbers.put(word, words.size());
    words.add(word);
    return words.size() - 1;
  }

  private Corpus number() {
    VocabularyBuilder left = new VocabularyBuilder(words);
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
    return new Corpus(
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

  /** The new numbers of the words that have one, ascending. */
  private static int[] known(int[] text, int[] numbers) {
    return Arrays.stream(text)
        .map(word -> numbers[word])
        .filter(number -> number != VocabularyBuilder.DROPPED)
        .sorted()
        .toArray();
  }

  /** Bags of words, one after the other. */
  private static final class Bags {

    private final IntList starts = new IntList();
    private final IntList words = new IntList();
    private final IntList times = new IntList();

    Bags() {
      starts.add(0);
    }

    /** Adds a text given as ascending numbers. */
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

    Corpus.Side side(Vocabulary vocabulary) {
      byte[] smallTimes = new byte[times.size()];
      for (int i = 0; i < smallTimes.length; i++) {
        smallTimes[i] = (byte) times.get(i);
      }
      return new Corpus.Side(vocabulary, starts.toArray(), words.toArray(), smallTimes);
    }
  }
}
