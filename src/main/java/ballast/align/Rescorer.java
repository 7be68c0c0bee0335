package ballast.align;

import ballast.bitext.Range;

/**
 * Scores the beads that an earlier search found possible once more, by {@link RescoringFeatures},
 * and forbids the others: a log-linear model of whole paths (Lafferty, McCallum and Pereira 2001),
 * whose weights {@code src/dev/fit-rescoring} fits to the development sets.
 */
final class Rescorer implements BeadScorer {

  /** Beads less probable than this are not looked at again. */
  static final double POSSIBLE = 1e-6;

  /** Nats for a sentence that is the same on both sides: none such are in the texts fitted to. */
  private static final double SAME = 10;

  private static final String CONTINUATION = "continuation";

  private final BeadScorer scorer;
  private final BeadPosteriors before;
  private final RescoringFeatures features;
  private final Weights weights;

  /**
   * What each feature counts, and a sentence alone that follows one of the same side. Immutable.
   */
  static final class Weights {

    /** The weights that come with the program. */
    static final Weights BUNDLED = of(WeightTable.bundled("rescoring.tsv"));

    private final double[] paired;
    private final double[] alone;
    private final double continuation;

    private Weights(double[] paired, double[] alone, double continuation) {
      this.paired = paired;
      this.alone = alone;
      this.continuation = continuation;
    }

    static Weights of(WeightTable table) {
      return new Weights(
          table.weights("paired", FeatureNames.PAIRED),
          table.weights("alone", FeatureNames.ALONE),
          table.model("path").getOrDefault(CONTINUATION, 0.0));
    }

    /** Added when a sentence alone follows one of the same side, nats. */
    double continuation() {
      return continuation;
    }
  }

  /**
   * @param scorer scores beads by words
   * @param before probabilities by these scores
   */
  Rescorer(BeadScorer scorer, BeadPosteriors before, RescoringFeatures features, Weights weights) {
    this.scorer = scorer;
    this.before = before;
    this.features = features;
    this.weights = weights;
  }

  @Override
  public double score(Range source, Range target) {
    double score = scorer.score(source, target);
    if (target.isEmpty()) {
      return sum(weights.alone, features.alone(true, source.start(), score));
    }
    if (source.isEmpty()) {
      return sum(weights.alone, features.alone(false, target.start(), score));
    }
    return paired(source, target, score);
  }

  @Override
  public void scoreFrom(int row, int column, Shapes shapes, Band band, double[] scores) {
    scorer.scoreFrom(row, column, shapes, band, scores);
    for (int s = 0; s < scores.length; s++) {
      Range source = new Range(row, row + shapes.list().get(s).left());
      Range target = new Range(column, column + shapes.list().get(s).right());
      scores[s] = paired(source, target, scores[s]);
    }
  }

  private double paired(Range source, Range target, double score) {
    return score == Double.NEGATIVE_INFINITY || before.probability(source, target) < POSSIBLE
        ? Double.NEGATIVE_INFINITY
        : sum(weights.paired, features.paired(source, target, score))
            + (features.areSame(source, target) ? SAME : 0);
  }

  private static double sum(double[] weights, double[] features) {
    double sum = 0;
    for (int k = 0; k < weights.length; k++) {
      sum += weights[k] * features[k];
    }
    return sum;
  }
}
