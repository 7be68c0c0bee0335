package ballast.align;

import java.util.List;

/**
 * Fits the weights of a {@link BeadModel}: maximum likelihood with a small ridge, by Newton's
 * method (iteratively reweighted least squares), with halved steps where a full one would go too
 * far.
 */
final class LogisticRegression {

  private static final int MAX_STEPS = 100;

  /** The fit ends after a step that gains less likelihood than this, nats. */
  private static final double MIN_GAIN = 1e-9;

  private final double ridge;

  /**
   * @param ridge twice the penalty of a weight of 1, nats; the first weight, of the constant, has
   *     none
   */
  LogisticRegression(double ridge) {
    this.ridge = ridge;
  }

  /**
   * One observation; its array must not be changed.
   *
   * @param features its features; the first is 1
   * @param source number of the text it comes from
   * @param hit the outcome to predict
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Sample(double[] features, int source, boolean hit) {}

  /** The weights, one for each feature; all 0 when there are no samples. */
  double[] fit(List<Sample> samples, int features) {
    double[] weights = new double[features];
    double likelihood = likelihood(samples, weights);
    for (int step = 0; step < MAX_STEPS; step++) {
      double[] direction = newton(samples, weights);
      double[] next = moved(weights, direction, 1);
      double better = likelihood(samples, next);
      for (double part = 0.5; better < likelihood && part > 1e-6; part /= 2) {
        next = moved(weights, direction, part);
        better = likelihood(samples, next);
      }
      if (!(better > likelihood + MIN_GAIN)) {
        return weights;
      }
      weights = next;
      likelihood = better;
    }
    return weights;
  }

  private static double[] moved(double[] weights, double[] direction, double part) {
    double[] next = weights.clone();
    for (int k = 0; k < next.length; k++) {
      next[k] += part * direction[k];
    }
    return next;
  }

  private double likelihood(List<Sample> samples, double[] weights) {
    double sum = 0;
    for (Sample sample : samples) {
      double score = 0;
      for (int k = 0; k < weights.length; k++) {
        score += weights[k] * sample.features()[k];
      }
      double margin = sample.hit() ? score : -score;
      // log(1 / (1 + exp(-margin))) in a form that does not overflow.
      sum += Math.min(0, margin) - Math.log1p(Math.exp(-Math.abs(margin)));
    }
    for (int k = 1; k < weights.length; k++) {
      sum -= ridge / 2 * weights[k] * weights[k];
    }
    return sum;
  }

  /** Newton's step: to the maximum of the quadratic approximation of the likelihood. */
  private double[] newton(List<Sample> samples, double[] weights) {
    int n = weights.length;
    BeadModel model = new BeadModel(weights);
    double[][] system = new double[n][n + 1];
    for (Sample sample : samples) {
      double[] x = sample.features();
      double p = model.probability(x);
      for (int i = 0; i < n; i++) {
        system[i][n] += ((sample.hit() ? 1 : 0) - p) * x[i];
        for (int j = 0; j < n; j++) {
          system[i][j] += p * (1 - p) * x[i] * x[j];
        }
      }
    }
    for (int k = 0; k < n; k++) {
      system[k][k] += k == 0 ? 1e-9 : ridge;
      system[k][n] -= k == 0 ? 0 : ridge * weights[k];
    }
    return solved(system);
  }

  /** Gauss elimination with pivots; the right side is the last column. */
  private static double[] solved(double[][] system) {
    int n = system.length;
    for (int column = 0; column < n; column++) {
      int pivot = column;
      for (int row = column + 1; row < n; row++) {
        pivot = Math.abs(system[row][column]) > Math.abs(system[pivot][column]) ? row : pivot;
      }
      double[] swapped = system[column];
      system[column] = system[pivot];
      system[pivot] = swapped;
      for (int row = 0; row < n; row++) {
        double factor = row == column ? 0 : system[row][column] / system[column][column];
        for (int k = column; k <= n && factor != 0; k++) {
          system[row][k] -= factor * system[column][k];
        }
      }
    }
    double[] solution = new double[n];
    for (int k = 0; k < n; k++) {
      solution[k] = system[k][n] / system[k][k];
    }
    return solution;
  }
}
