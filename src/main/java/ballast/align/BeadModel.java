package ballast.align;

import java.util.List;
import java.util.Map;

/**
 * Logistic regression from the features of a bead to a probability. Immutable.
 *
 * <p>Fitted to the development sets, clean and with noise, by {@code src/dev/fit-confidence}, which
 * also reports its calibration on unseen documents.
 */
final class BeadModel {

  private static final WeightTable BUNDLED = WeightTable.bundled("confidence.tsv");

  /** Probability that a two-sided bead is right. */
  static final BeadModel RIGHT = bundled("right", BeadFeatures.PAIRED);

  /** Probability that no sentence of a two-sided bead has a translation. */
  static final BeadModel UNRELATED = bundled("unrelated", BeadFeatures.PAIRED);

  /** Probability that a sentence left alone really has no translation. */
  static final BeadModel ALONE = bundled("alone", BeadFeatures.ALONE);

  private final double[] weights;

  BeadModel(double... weights) {
    this.weights = weights.clone();
  }

  double probability(double[] features) {
    double sum = 0;
    for (int k = 0; k < weights.length; k++) {
      sum += weights[k] * features[k];
    }
    return 1 / (1 + Math.exp(-sum));
  }

  static Map<String, Double> bundled(String model) {
    return BUNDLED.model(model);
  }

  private static BeadModel bundled(String model, List<String> features) {
    return new BeadModel(BUNDLED.weights(model, features));
  }
}
