package ballast.language.matching;

import java.util.Arrays;

/**
 * What a way through a table costs at least that leaves a {@link Band#diagonal}: it adds so many
 * sentences too many and removes as many, the lightest at best.
 */
final class Detour {

  private final double[] olds;
  private final double[] news;
  private final double share;

  /**
   * @param share the part of a sentence's weight that it costs at least to be one too many
   */
  Detour(double[] oldWeights, double[] newWeights, double share) {
    this.olds = sums(oldWeights);
    this.news = sums(newWeights);
    this.share = share;
  }

  /** For each number of sentences what the lightest ones weigh together. */
  private static double[] sums(double[] weights) {
    double[] sorted = weights.clone();
    Arrays.sort(sorted);
    double[] sums = new double[sorted.length + 1];
    for (int i = 0; i < sorted.length; i++) {
      sums[i + 1] = sums[i] + sorted[i];
    }
    return sums;
  }

  /** The cost of leaving the band of that reach; infinite when nothing lies outside. */
  double cost(int reach) {
    int more = news.length - olds.length;
    int removed = reach + 1 + Math.max(0, -more);
    int added = reach + 1 + Math.max(0, more);
    return removed >= olds.length || added >= news.length
        ? Double.POSITIVE_INFINITY
        : share * (olds[removed] + news[added]);
  }

  /** The least reach of which the band holds every way that costs no more than this. */
  int reach(double cost) {
    int low = 0;
    int high = Math.min(olds.length, news.length);
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (cost(middle) > cost) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
