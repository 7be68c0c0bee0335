package ballast.lexicon;

import java.util.Arrays;
import java.util.List;

/**
 * Cuts runs of Han into words: chooses the most probable segmentation under a unigram model of word
 * counts (Viterbi search). Immutable.
 */
public final class WordCutter {

  /** In UTF-16 units. */
  public static final int MAX_WORD_LENGTH = 8;

  /** The count of a character missing from the table. */
  private static final double UNKNOWN_COUNT = 0.5;

  /** Costs of counts below this are computed only once. */
  private static final int SMALL = 256;

  private final WordIndex words;
  private final float[] costs;
  private final float unknownCost;

  /**
   * @param counts the count of each word of the index; a word with count 0 is not used
   * @param unit the count of a single occurrence
   */
  public WordCutter(WordIndex words, int[] counts, int unit) {
    this.words = words;
    double total = UNKNOWN_COUNT * unit;
    for (int count : counts) {
      total += count;
    }
    this.costs = new float[counts.length];
    // Most words are rare; a logarithm for each would take a tenth of the time to open a lexicon.
    float[] small = new float[SMALL];
    for (int count = 0; count < SMALL; count++) {
      small[count] = count > 0 ? cost(count, total) : Float.POSITIVE_INFINITY;
    }
    for (int i = 0; i < counts.length; i++) {
      costs[i] = counts[i] < SMALL ? small[counts[i]] : cost(counts[i], total);
    }
    this.unknownCost = cost(UNKNOWN_COUNT * unit, total);
  }

  private static float cost(double count, double total) {
    // StrictMath, because word boundaries must not depend on the machine.
    return (float) -StrictMath.log(count / total);
  }

  public void split(String run, List<String> into) {
    int from = 0;
    for (int end : ends(run.toCharArray())) {
      into.add(run.substring(from, end));
      from = end;
    }
  }

  /** Returns the ends of the words of a run, ascending; the last is the run's length. */
  int[] ends(char[] run) {
    return ends(run, MAX_WORD_LENGTH);
  }

  /** Like {@link #ends(char[])}, with words of at most {@code longest} UTF-16 units. */
  int[] ends(char[] run, int longest) {
    int[] from = new int[run.length + 1];
    search(run, from, longest);
    return path(from);
  }

  /**
   * Finds the most probable words of a run.
   *
   * @param from receives, for each position, the start of the word that ends there
   */
  private void search(char[] run, int[] from, int longest) {
    int length = run.length;
    double[] best = new double[length + 1];
    Arrays.fill(best, 1, length + 1, Double.POSITIVE_INFINITY);
    int at = 0;
    while (at < length) {
      int next = at + characterLength(run, at);
      extend(best, from, at, next, unknownCost);
      int hash = WordIndex.NO_LETTERS;
      for (int end = at + 1; end <= Math.min(length, at + longest); end++) {
        hash = WordIndex.hash(hash, run[end - 1]);
        int word = words.find(run, at, end, hash);
        if (word >= 0) {
          extend(best, from, at, end, costs[word]);
        }
      }
      at = next;
    }
  }

  private static void extend(double[] best, int[] from, int at, int end, float cost) {
    if (best[at] + cost < best[end]) {
      best[end] = best[at] + cost;
      from[end] = at;
    }
  }

  private static int characterLength(char[] run, int at) {
    boolean pair =
        Character.isHighSurrogate(run[at])
            && at + 1 < run.length
            && Character.isLowSurrogate(run[at + 1]);
    return pair ? 2 : 1;
  }

  private static int[] path(int[] from) {
    int count = 0;
    for (int end = from.length - 1; end > 0; end = from[end]) {
      count++;
    }
    int[] ends = new int[count];
    for (int end = from.length - 1; end > 0; end = from[end]) {
      ends[--count] = end;
    }
    return ends;
  }
}
