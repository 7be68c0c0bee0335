package ballast.align;

import java.util.Arrays;

/**
 * The score of leaving each sentence alone, in nats. The cost is lower in a document with many
 * sentences left alone. It is also lower for a <em>lonely</em> sentence: nothing on the other side
 * explains it or its neighbours, as in page furniture or an added passage. A single free rendering
 * among well-translated sentences is not lonely.
 */
final class AloneScores {

  /** Limits of the evidence for a sentence's best translation, in nats. */
  private static final double MIN_EVIDENCE = -4;

  private static final double MAX_EVIDENCE = 6;

  /** Weights of a sentence, its neighbours, and their neighbours. */
  private static final double[] WINDOW = {3, 2, 1};

  private final double[] left;
  private final double[] right;

  private AloneScores(double[] left, double[] right) {
    this.left = left;
    this.right = right;
  }

  double left(int sentence) {
    return left[sentence];
  }

  double right(int sentence) {
    return right[sentence];
  }

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

  /** Reduction of the cost of leaving a sentence of a side alone, in nats; may be negative. */
  record Relief(double left, double right) {

    /** For the first round, with nothing known of the document: low, so that noise is found. */
    static Relief first(AlignerParameters.AloneCosts costs) {
      return new Relief(costs.first(), costs.first());
    }

    static Relief learnt(Shares shares, AlignerParameters.AloneShare document) {
      return new Relief(document.strength() * shares.left(), document.strength() * shares.right());
    }
  }

  /** Logarithms of each side's expected share of sentences left alone, relative to typical. */
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
