package ballast.language.matching;

import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

public final class ItemWords {

  /** The weight of a sentence without words. */
  private static final double MIN_WEIGHT = 0.01;

  private final Likeness likeness;

  public ItemWords(Likeness likeness) {
    this.likeness = likeness;
  }

  int[] oldWords(int start, int end) {
    return words(start, end, likeness::oldWords);
  }

  int[] newWords(int start, int end) {
    return words(start, end, likeness::newWords);
  }

  private static int[] words(int start, int end, IntFunction<int[]> words) {
    return end - start == 1
        ? words.apply(start)
        : IntStream.range(start, end)
            .flatMap(i -> Arrays.stream(words.apply(i)))
            .sorted()
            .toArray();
  }

  double oldWeight(int position) {
    return Math.max(MIN_WEIGHT, weight(likeness.oldWords(position)));
  }

  double newWeight(int position) {
    return Math.max(MIN_WEIGHT, weight(likeness.newWords(position)));
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
   * Returns the similarity of old and new sentences, in [0, 1]: the weighted Dice coefficient of
   * their words; 1 if neither has a word.
   */
  public double share(int oldStart, int oldEnd, int newStart, int newEnd) {
    int[] a = oldWords(oldStart, oldEnd);
    int[] b = newWords(newStart, newEnd);
    double weight = weight(a) + weight(b);
    return weight == 0 ? 1 : 2 * overlap(a, b) / weight;
  }

  /** Returns the weight of the common words of two ascending lists. */
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
