package ballast.align;

/**
 * A probability from the figures of a bead: logistic regression.
 *
 * <p>Fitted to the development sets, clean and with noise. On documents it was not fitted to (two
 * halves, each judged by the other) the expected calibration error over ten bands was 0.016 and
 * 0.006 for two-sided beads.
 */
final class BeadModel {

  /** Whether a two-sided bead is right. */
  static final BeadModel RIGHT =
      new BeadModel(
          -0.721, 0.311, -2.987, -0.558, 0.464, -0.298, 0.795, -0.171, -0.343, -0.418, -1.369,
          5.961, 4.76, -0.095, 0.785, -7.643, -3.908);

  /** Whether all sentences of a two-sided bead have no partner. */
  static final BeadModel UNRELATED =
      new BeadModel(
          18.942, -0.042, -6.199, -3.183, -2.513, -0.048, 0.031, 0.836, 0.692, 0.219, 0.399, -34.98,
          0.696, 1.284, 2.395, 18.863, 27.938);

  /** Whether a sentence without partner has none. */
  static final BeadModel ALONE = new BeadModel(1.993, 0.085, -0.856, 5.17, -1.006, -0.231);

  private final double[] weights;

  /**
   * @param weights one for each figure of {@link BeadFeatures}
   */
  private BeadModel(double... weights) {
    this.weights = weights;
  }

  double probability(double[] figures) {
    double sum = 0;
    for (int k = 0; k < weights.length; k++) {
      sum += weights[k] * figures[k];
    }
    return 1 / (1 + Math.exp(-sum));
  }
}
