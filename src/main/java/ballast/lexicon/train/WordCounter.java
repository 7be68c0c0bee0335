package ballast.lexicon.train;

import ballast.language.Han;
import ballast.lexicon.WordCutter;
import ballast.lexicon.WordIndex;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.BiConsumer;

/**
 * Chooses the Chinese words of a lexicon from candidates: those that occur in the most probable
 * segmentation of the training texts. Starts with the longest match and recounts a few times
 * (Viterbi re-estimation).
 */
final class WordCounter {

  private static final int ROUNDS = 4;

  /** Counts are integers in thousandths, so that sums do not depend on the order of adding. */
  static final int SCALE = 1000;

  private final RawPairs pairs;
  private final double[] weights;
  private final Workers workers;
  private final WordIndex index;

  /**
   * @param weights the weight of each source of the pairs
   */
  WordCounter(RawPairs pairs, double[] weights, Collection<String> words, Workers workers) {
    this.pairs = pairs;
    this.weights = weights;
    this.workers = workers;
    Set<String> all = new TreeSet<>(words);
    BitSet characters = new BitSet();
    for (int pair = 0; pair < pairs.size(); pair++) {
      pairs.chinese(pair).codePoints().filter(Han::isHan).forEach(characters::set);
    }
    characters.stream().mapToObj(Character::toString).forEach(all::add);
    this.index = WordIndex.of(all);
  }

  WordCutter count() {
    WordCutter words = new WordCutter(index, count(this::longestMatch, false), SCALE);
    for (int round = 1; round < ROUNDS; round++) {
      words = new WordCutter(index, count(words::split, false), SCALE);
    }
    int[] even = count(words::split, true);
    int[] counts = count(words::split, false);
    for (int i = 0; i < counts.length; i++) {
      counts[i] = even[i] < TrainingOptions.DEFAULT_MIN_OCCURRENCES * SCALE ? 0 : counts[i];
    }
    return new WordCutter(index, counts, SCALE);
  }

  /**
   * Counts words, in thousandths.
   *
   * @param cutter adds the words of a run to the list
   * @param evenly whether sources with a weight below 1 count as 1, which decides whether to keep a
   *     word
   */
  private int[] count(BiConsumer<String, List<String>> cutter, boolean evenly) {
    AtomicLongArray counts = new AtomicLongArray(index.size());
    workers.run(
        pairs.size(),
        pair -> {
          double weight = weights[pairs.source(pair)];
          long unit = Math.round(SCALE * (evenly ? Math.max(1, weight) : weight));
          List<String> words = new ArrayList<>();
          for (String piece : pairs.chinese(pair).split(" ")) {
            if (!piece.isEmpty() && Han.isHan(piece.codePointAt(0))) {
              cutter.accept(piece, words);
            }
          }
          for (String word : words) {
            counts.addAndGet(index.find(word), unit);
          }
        });
    int[] result = new int[index.size()];
    for (int i = 0; i < result.length; i++) {
      result[i] = (int) Math.min(Integer.MAX_VALUE, counts.get(i));
    }
    return result;
  }

  private void longestMatch(String run, List<String> into) {
    int at = 0;
    while (at < run.length()) {
      int end = Math.min(run.length(), at + WordCutter.MAX_WORD_LENGTH);
      int next = run.offsetByCodePoints(at, 1);
      while (end > next && index.find(run.substring(at, end)) < 0) {
        end--;
      }
      into.add(run.substring(at, Math.max(end, next)));
      at = Math.max(end, next);
    }
  }
}
