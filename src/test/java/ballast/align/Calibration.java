package ballast.align;

import java.util.ArrayList;
import java.util.List;

/** Predicted probabilities and whether each prediction came true. */
final class Calibration {

  private static final int BANDS = 10;

  private final List<Double> probabilities = new ArrayList<>();
  private final List<Boolean> hits = new ArrayList<>();

  void add(double probability, boolean hit) {
    probabilities.add(probability);
    hits.add(hit);
  }

  void addAll(Calibration other) {
    probabilities.addAll(other.probabilities);
    hits.addAll(other.hits);
  }

  int size() {
    return hits.size();
  }

  /**
   * The expected calibration error: the distance between the mean probability and the share that
   * came true in ten equally wide bands, weighted by the number of predictions in each.
   */
  double error() {
    double[] sum = new double[BANDS];
    double[] hit = new double[BANDS];
    for (int i = 0; i < hits.size(); i++) {
      int band = Math.min(BANDS - 1, (int) (probabilities.get(i) * BANDS));
      sum[band] += probabilities.get(i);
      hit[band] += hits.get(i) ? 1 : 0;
    }
    double error = 0;
    for (int band = 0; band < BANDS; band++) {
      error += Math.abs(sum[band] - hit[band]) / Math.max(1, hits.size());
    }
    return error;
  }

  /** The mean of the negative logarithm of the probability of what happened, nats. */
  double surprise() {
    double sum = 0;
    for (int i = 0; i < hits.size(); i++) {
      double probability = hits.get(i) ? probabilities.get(i) : 1 - probabilities.get(i);
      sum -= Math.log(Math.max(1e-9, probability));
    }
    return sum / Math.max(1, hits.size());
  }

  /** The share that came true among predictions of at least this probability; NaN without any. */
  double precisionFrom(double threshold) {
    double hit = 0;
    int count = 0;
    for (int i = 0; i < hits.size(); i++) {
      if (probabilities.get(i) >= threshold) {
        count++;
        hit += hits.get(i) ? 1 : 0;
      }
    }
    return hit / count;
  }

  /** The share of predictions of at least this probability, in [0, 1]. */
  double shareFrom(double threshold) {
    long count = probabilities.stream().filter(probability -> probability >= threshold).count();
    return (double) count / Math.max(1, hits.size());
  }
}
