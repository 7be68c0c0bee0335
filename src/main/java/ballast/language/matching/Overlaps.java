package ballast.language.matching;

import ballast.bitext.Range;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Computes row by row which sentences of two stretches have enough words in common: most have not
 * and need not be compared.
 */
final class Overlaps {

  /**
   * Two sentences with less than this share of the lighter one in common cannot be in the same
   * pair.
   */
  private static final double MIN_SHARE = 0.12;

  private final ItemWords words;
  private final Range old;
  private final double[] oldWeights;
  private final double[] newWeights;
  private final Map<Integer, List<int[]>> places = new HashMap<>();
  private final float[][] rows;

  Overlaps(ItemWords words, Range old, Range revised) {
    this.words = words;
    this.old = old;
    this.oldWeights = new double[old.size()];
    this.newWeights = new double[revised.size()];
    this.rows = new float[4][revised.size()];
    for (int i = 0; i < oldWeights.length; i++) {
      oldWeights[i] = words.oldWeight(old.start() + i);
    }
    for (int j = 0; j < newWeights.length; j++) {
      newWeights[j] = words.newWeight(revised.start() + j);
      addPlaces(words.newWords(revised.start() + j, revised.start() + j + 1), j);
    }
  }

  /** Records for each word code of a sentence how often it occurs there. */
  private void addPlaces(int[] codes, int sentence) {
    for (int k = 0; k < codes.length; ) {
      int end = k;
      while (end < codes.length && codes[end] == codes[k]) {
        end++;
      }
      places.computeIfAbsent(codes[k], c -> new ArrayList<>()).add(new int[] {sentence, end - k});
      k = end;
    }
  }

  /**
   * Computes the row of old sentence {@code i - 1}; the three previous rows remain available.
   *
   * @param from the first new sentence for which it is needed
   * @param to one past the last such sentence
   */
  void advance(int i, int from, int to) {
    if (i == 0) {
      return;
    }
    float[] row = rows[i & 3];
    Arrays.fill(row, from, to, 0);
    int[] codes = words.oldWords(old.start() + i - 1, old.start() + i);
    for (int k = 0; k < codes.length; ) {
      int end = k;
      while (end < codes.length && codes[end] == codes[k]) {
        end++;
      }
      float weight = (float) words.weight(codes[k]);
      List<int[]> all = places.getOrDefault(codes[k], List.of());
      for (int at = first(all, from); at < all.size() && all.get(at)[0] < to; at++) {
        row[all.get(at)[0]] += weight * Math.min(end - k, all.get(at)[1]);
      }
      k = end;
    }
  }

  /** The index of the first of some places at or after a sentence. */
  private static int first(List<int[]> places, int sentence) {
    int low = 0;
    int high = sentence == 0 ? 0 : places.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (places.get(middle)[0] < sentence) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  double[] oldWeights() {
    return oldWeights;
  }

  double[] newWeights() {
    return newWeights;
  }

  double oldWeight(int i) {
    return oldWeights[i];
  }

  double newWeight(int j) {
    return newWeights[j];
  }

  /** The weight of both sides of a pair that ends before {@code i} and {@code j}. */
  double weight(int i, int j, int olds, int news) {
    double weight = 0;
    for (int k = i - olds; k < i; k++) {
      weight += oldWeights[k];
    }
    for (int k = j - news; k < j; k++) {
      weight += newWeights[k];
    }
    return weight;
  }

  /** Whether each sentence of a pair has enough words in common with the other side. */
  boolean mayPair(int i, int j, int olds, int news) {
    for (int a = i - olds + 1; a <= i; a++) {
      float sum = 0;
      double minOverlap = MIN_SHARE * oldWeights[a - 1];
      for (int b = j - news; b < j; b++) {
        sum += rows[a & 3][b];
        minOverlap = Math.min(minOverlap, MIN_SHARE * newWeights[b]);
      }
      if (sum < minOverlap || sum == 0) {
        return false;
      }
    }
    for (int b = j - news; news > 1 && b < j; b++) {
      float sum = 0;
      for (int a = i - olds + 1; a <= i; a++) {
        sum += rows[a & 3][b];
      }
      if (sum < MIN_SHARE * newWeights[b]) {
        return false;
      }
    }
    return true;
  }
}
