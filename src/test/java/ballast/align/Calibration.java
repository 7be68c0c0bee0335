package ballast.align;

import java.util.ArrayList;
import java.util.List;

/** Probabilities beside what came true. */
final class Calibration {

  private static final int BANDS = 10;

  private final List<Double> probabilities = new ArrayList<>();
  private final List<Boolean> hits = new ArrayList<>();

  void add(double probability, boolean hit) {
    probabilities.add(probability);
    hits.add(hit);
  }

  void addAll(Calibration others) {
    probabilities.addAll(others.probabilities);
    hits.addAll(others.hits);
  }

  int size() {
    return hits.size();
  }

  /**
   * The expected calibration error: how far the mean probability of ten equally wide bands is from
   * the share that came true, weighed by how many there are.
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

  /** The mean of minus the logarithm of the probability of what happened, nats. */
  double surprise() {
    double sum = 0;
    for (int i = 0; i < hits.size(); i++) {
      double probability = hits.get(i) ? probabilities.get(i) : 1 - probabilities.get(i);
      sum -= Math.log(Math.max(1e-9, probability));
    }
    return sum / Math.max(1, hits.size());
  }

  /** The share of those of at least this probability that came true; not a number if none has. */
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

  /** The share that has at least this probability, in [0, 1]. */
  double shareFrom(double threshold) {
    long count = probabilities.stream().filter(probability -> probability >= threshold).count();
    return (double) count / Math.max(1, hits.size());
  }
}
