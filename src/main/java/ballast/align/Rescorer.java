package ballast.align;

import ballast.align.RescoringFeatures.FeatureNames;
import ballast.bitext.Range;
import java.util.Arrays;

/**
 * Scores the possible beads of the last round again by {@link RescoringFeatures}, and forbids all
 * others. A log-linear model of whole paths (Lafferty, McCallum and Pereira 2001); {@code
 * src/dev/fit-rescoring} fits its weights to the development sets.
 */
final class Rescorer implements BeadScorer {

  /** Minimum probability of a possible bead. */
  static final double MIN_PROBABILITY = 1e-6;

  /** Nats for equal sentences, a case that is missing in the texts used to fit the weights. */
  private static final double EQUAL_BONUS = 10;

  private static final String CONTINUATION = "continuation";

  private final DocumentScorer scorer;
  private final BeadPosteriors posteriors;
  private final RescoringFeatures features;
  private final Weights weights;

  /** The weights of the features and of consecutive sentences left alone on one side. Immutable. */
  static final class Weights {

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

    double continuation() {
      return continuation;
    }
  }

  Rescorer(
      DocumentScorer scorer,
      BeadPosteriors posteriors,
      RescoringFeatures features,
      Weights weights) {
    this.scorer = scorer;
    this.posteriors = posteriors;
    this.features = features;
    this.weights = weights;
  }

  @Override
  public double score(Range source, Range target) {
    if (target.isEmpty()) {
      double score = scorer.score(source, target);
      return sum(weights.alone, features.alone(true, source.start(), score));
    }
    if (source.isEmpty()) {
      double score = scorer.score(source, target);
      return sum(weights.alone, features.alone(false, target.start(), score));
    }
    return isPossible(source, target)
        ? paired(source, target, scorer.tokens(source, target))
        : Double.NEGATIVE_INFINITY;
  }

  @Override
  public void scoreFrom(int row, int column, Shapes shapes, Band band, double[] scores) {
    Arrays.fill(scores, Double.NEGATIVE_INFINITY);
    if (posteriors.probability(row, column) < MIN_PROBABILITY) {
      return;
    }
    double[] tokens = scorer.tokensFrom(row, column, shapes);
    for (int s = 0; s < scores.length; s++) {
      Range source = new Range(row, row + shapes.list().get(s).left());
      Range target = new Range(column, column + shapes.list().get(s).right());
      if (isPossible(source, target)) {
        scores[s] = paired(source, target, tokens[s]);
      }
    }
  }

  private boolean isPossible(Range source, Range target) {
    return posteriors.probability(source, target) >= MIN_PROBABILITY;
  }

  private double paired(Range source, Range target, double tokens) {
    return sum(weights.paired, features.paired(source, target, tokens))
        + (features.areSame(source, target) ? EQUAL_BONUS : 0);
  }

  private static double sum(double[] weights, double[] features) {
    double sum = 0;
    for (int k = 0; k < weights.length; k++) {
      sum += weights[k] * features[k];
    }
    return sum;
  }
}
