package ballast.lexicon.train;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Counts the words of one language and numbers those that are frequent enough. */
final class VocabularyBuilder {

  /** The number of a word that is not kept. */
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

  /** Counts a word once, with the weight of its source. */
  void add(int word, double weight) {
    long unit = Math.round(WordCounter.SCALE * weight);
    counts[word] += unit;
    even[word] += Math.max(WordCounter.SCALE, unit);
    tokens += unit;
  }

  /**
   * The new numbers of the words, or {@link #DROPPED}: by descending count, then alphabetically.
   */
  int[] numbers() {
    int[] numbers = new int[words.size()];
    java.util.Arrays.fill(numbers, DROPPED);
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
