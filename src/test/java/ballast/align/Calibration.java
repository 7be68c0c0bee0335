package ballast.align;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoublePredicate;

/** Predicted probabilities and whether each prediction came true. */
public final class Calibration {

  public static final int BANDS = 10;

  private final List<Double> probabilities = new ArrayList<>();
  private final List<Boolean> hits = new ArrayList<>();

  public void add(double probability, boolean hit) {
    probabilities.add(probability);
    hits.add(hit);
  }

  void addAll(Calibration other) {
    probabilities.addAll(other.probabilities);
    hits.addAll(other.hits);
  }

  /** The predictions whose probability is in one of the ten bands, 0 to 9. */
  public Calibration inBand(int band) {
    return where(probability -> band(probability) == band);
  }

  /** The predictions of at least this probability. */
  public Calibration from(double threshold) {
    return where(probability -> probability >= threshold);
  }

  private Calibration where(DoublePredicate test) {
    Calibration some = new Calibration();
    for (int i = 0; i < hits.size(); i++) {
      if (test.test(probabilities.get(i))) {
        some.add(probabilities.get(i), hits.get(i));
      }
    }
    return some;
  }

  private static int band(double probability) {
    return Math.min(BANDS - 1, (int) (probability * BANDS));
  }

  public int size() {
    return hits.size();
  }

  /**
   * The expected calibration error: the distance between the mean probability and the share that
   * came true in ten equally wide bands, weighted by the number of predictions in each.
   */
  public double error() {
    double[] sum = new double[BANDS];
    double[] hit = new double[BANDS];
    for (int i = 0; i < hits.size(); i++) {
      int band = band(probabilities.get(i));
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
  public double precisionFrom(double threshold) {
    Calibration some = from(threshold);
    return (double) some.hits.stream().filter(hit -> hit).count() / some.size();
  }

  /** The share of predictions of at least this probability, in [0, 1]. */
  double shareFrom(double threshold) {
    return (double) from(threshold).size() / Math.max(1, hits.size());
  }
}
