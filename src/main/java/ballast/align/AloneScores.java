package ballast.align;

import java.util.Arrays;

/**
 * The score of leaving each sentence alone, nats. The cost is lower in a document with many
 * sentences left alone, and lower for a <em>lonely</em> sentence: one that nothing on the other
 * side explains, nor its neighbours, as in page furniture or an added passage. A single free
 * rendering among well-translated sentences is not lonely.
 */
final class AloneScores {

  /** Evidence for a sentence's best translation is limited to this range, nats. */
  private static final double MIN_EVIDENCE = -4;

  private static final double MAX_EVIDENCE = 6;

  /** Weights of a sentence, of its neighbours, and of theirs. */
  private static final double[] WINDOW = {3, 2, 1};

  private final double[] left;
  private final double[] right;

  private AloneScores(double[] left, double[] right) {
    this.left = left;
    this.right = right;
  }

  /** The score of leaving a left sentence alone. */
  double left(int sentence) {
    return left[sentence];
  }

  /** The score of leaving a right sentence alone. */
  double right(int sentence) {
    return right[sentence];
  }

  /**
   * The scores of one round.
   *
   * @param evidence token evidence for the beads in {@code band}
   * @param relief subtracted from the cost because of the document's share of sentences left alone,
   *     nats
   */
  static AloneScores of(BothTexts texts, TokenEvidence evidence, Band band, Relief relief) {
    double[] left = new double[texts.left().size()];
    double[] right = new double[texts.right().size()];
    Arrays.fill(left, MIN_EVIDENCE);
    Arrays.fill(right, MIN_EVIDENCE);
    for (int i = 0; i < left.length; i++) {
      for (int j = band.low(i); j < Math.min(band.high(i + 1), right.length); j++) {
        left[i] = Math.max(left[i], evidence.leftAgainst(i, j));
        right[j] = Math.max(right[j], evidence.rightAgainst(i, j));
      }
    }
    AlignerParameters.AloneCosts costs = texts.parameters().alone();
    double[] leftScores = loneliness(left, texts.left(), costs);
    double[] rightScores = loneliness(right, texts.right(), costs);
    double token = costs.token();
    for (int i = 0; i < left.length; i++) {
      leftScores[i] +=
          texts.blocks().alone(texts.left(), i) - token * evidence.leftSize(i) + relief.left();
    }
    for (int j = 0; j < right.length; j++) {
      rightScores[j] +=
          texts.blocks().alone(texts.right(), j) - token * evidence.rightSize(j) + relief.right();
    }
    return new AloneScores(leftScores, rightScores);
  }

  private static double[] loneliness(
      double[] evidence, TextSide side, AlignerParameters.AloneCosts costs) {
    double[] relief = new double[evidence.length];
    for (int i = 0; i < relief.length; i++) {
      double sum = 0;
      double weights = 0;
      for (int d = 1 - WINDOW.length; d < WINDOW.length; d++) {
        if (i + d >= 0 && i + d < evidence.length && (d == 0 || !side.isMark(i + d))) {
          sum += WINDOW[Math.abs(d)] * Math.min(MAX_EVIDENCE, evidence[i + d]);
          weights += WINDOW[Math.abs(d)];
        }
      }
      relief[i] = costs.loneliness() * Math.max(0, costs.companyNeed() - sum / weights);
    }
    return relief;
  }

  /**
   * Subtracted from the cost of leaving any sentence of a side alone, nats; added when negative.
   */
  record Relief(double left, double right) {

    /**
     * For the first round, when nothing is known of the document: a low cost, so that noise is
     * found.
     */
    static Relief first(AlignerParameters.AloneCosts costs) {
      return new Relief(costs.first(), costs.first());
    }

    /** From the shares of sentences left alone. */
    static Relief learnt(Shares shares, AlignerParameters.AloneShare document) {
      return new Relief(document.strength() * shares.left(), document.strength() * shares.right());
    }
  }

  /**
   * How much larger than typical the share of sentences left alone is expected to be on each side
   * of the document, as a logarithm; negative where it is smaller.
   */
  record Shares(double left, double right) {

    static Shares of(BeadPosteriors posteriors, BothTexts texts) {
      double[] expected = posteriors.expectedAlone();
      AlignerParameters.AloneShare document = texts.parameters().alone().share();
      return new Shares(
          of(expected[0], texts.left().size(), document),
          of(expected[1], texts.right().size(), document));
    }

    private static double of(
        double expected, int sentences, AlignerParameters.AloneShare document) {
      double prior = document.prior();
      double share = (expected + prior * document.typical()) / (sentences + prior);
      return Math.log(share / document.typical());
    }
  }
}
