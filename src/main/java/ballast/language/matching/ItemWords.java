package ballast.language.matching;

import java.util.Arrays;
import java.util.stream.IntStream;

/** The words of sentences, and what they weigh together. */
public final class ItemWords {

  /** Of a sentence without words. */
  private static final double LEAST_WEIGHT = 0.01;

  private final Likeness likeness;

  public ItemWords(Likeness likeness) {
    this.likeness = likeness;
  }

  /** The words of old sentences {@code start} to {@code end}, rising. */
  int[] before(int start, int end) {
    return end - start == 1
        ? likeness.oldWords(start)
        : IntStream.range(start, end)
            .flatMap(i -> Arrays.stream(likeness.oldWords(i)))
            .sorted()
            .toArray();
  }

  /** As {@link #before(int, int)}, of new sentences. */
  int[] after(int start, int end) {
    return end - start == 1
        ? likeness.newWords(start)
        : IntStream.range(start, end)
            .flatMap(j -> Arrays.stream(likeness.newWords(j)))
            .sorted()
            .toArray();
  }

  /** What an old sentence weighs; more than 0. */
  double oldWeight(int position) {
    return Math.max(LEAST_WEIGHT, weight(likeness.oldWords(position)));
  }

  /** What a new sentence weighs; more than 0. */
  double newWeight(int position) {
    return Math.max(LEAST_WEIGHT, weight(likeness.newWords(position)));
  }

  double weight(int word) {
    return likeness.weight(word);
  }

  double weight(int[] words) {
    double sum = 0;
    for (int word : words) {
      sum += likeness.weight(word);
    }
    return sum;
  }

  /**
   * What stretches of old and new sentences have in common, in [0, 1]: the Dice coefficient of
   * their words by weight; 1 when neither has a word.
   */
  public double share(int oldStart, int oldEnd, int newStart, int newEnd) {
    int[] a = before(oldStart, oldEnd);
    int[] b = after(newStart, newEnd);
    double weight = weight(a) + weight(b);
    return weight == 0 ? 1 : 2 * overlap(a, b) / weight;
  }

  /** The weight of what two rising lists have in common. */
  double overlap(int[] a, int[] b) {
    double sum = 0;
    int i = 0;
    int j = 0;
    while (i < a.length && j < b.length) {
      if (a[i] == b[j]) {
        sum += likeness.weight(a[i]);
        i++;
        j++;
      } else if (a[i] < b[j]) {
        i++;
      } else {
        j++;
      }
    }
    return sum;
  }
}
