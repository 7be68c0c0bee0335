package ballast.language.matching;

import java.util.Arrays;

/**
 * A lower bound for the cost of a path that leaves a {@link Band#diagonal}: the path must add and
 * remove extra sentences, at best the lightest ones.
 */
final class Detour {

  private final double[] olds;
  private final double[] news;
  private final double share;

  /**
   * @param share the least share of its weight that an extra sentence costs
   */
  Detour(double[] oldWeights, double[] newWeights, double share) {
    this.olds = sums(oldWeights);
    this.news = sums(newWeights);
    this.share = share;
  }

  /** For each number of sentences, the total weight of the lightest ones. */
  private static double[] sums(double[] weights) {
    double[] sorted = weights.clone();
    Arrays.sort(sorted);
    double[] sums = new double[sorted.length + 1];
    for (int i = 0; i < sorted.length; i++) {
      sums[i + 1] = sums[i] + sorted[i];
    }
    return sums;
  }

  /** The least cost of leaving the band with this reach; infinite if nothing is outside it. */
  double cost(int reach) {
    int more = news.length - olds.length;
    int removed = reach + 1 + Math.max(0, -more);
    int added = reach + 1 + Math.max(0, more);
    return removed >= olds.length || added >= news.length
        ? Double.POSITIVE_INFINITY
        : share * (olds[removed] + news[added]);
  }

  /** The least reach whose band contains every path that costs no more than this. */
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
