package ballast.align;

import java.util.Arrays;

/**
 * What leaving each sentence alone scores, nats: the usual cost, less where the document has many
 * such sentences, and less where the sentence is lonely: nothing on the other side explains it and
 * its neighbours, as in page furniture or an added passage. A single free rendering among
 * well-translated sentences is not lonely.
 */
final class AloneScores {

  /** Evidence for a sentence's best partner is cut off here, nats. */
  private static final double WORST = -4;

  private static final double BEST = 6;

  /** Weights of a sentence and its neighbours on either side. */
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
   * @param evidence of the tokens, for the beads in {@code band}
   * @param relief what the document's share of lonely sentences takes off the cost, nats
   */
  static AloneScores of(BothTexts texts, TokenEvidence evidence, Band band, Relief relief) {
    double[] left = new double[texts.left().size()];
    double[] right = new double[texts.right().size()];
    Arrays.fill(left, WORST);
    Arrays.fill(right, WORST);
    for (int i = 0; i < left.length; i++) {
      for (int j = band.low(i); j < Math.min(band.high(i + 1), right.length); j++) {
        left[i] = Math.max(left[i], evidence.leftAgainst(i, j));
        right[j] = Math.max(right[j], evidence.rightAgainst(i, j));
      }
    }
    AlignerParameters parameters = texts.parameters();
    double[] leftScores = loneliness(left, texts.left(), parameters);
    double[] rightScores = loneliness(right, texts.right(), parameters);
    double token = parameters.aloneToken();
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
      double[] evidence, TextSide side, AlignerParameters parameters) {
    double[] relief = new double[evidence.length];
    for (int i = 0; i < relief.length; i++) {
      double sum = 0;
      double weights = 0;
      for (int d = 1 - WINDOW.length; d < WINDOW.length; d++) {
        if (i + d >= 0 && i + d < evidence.length && (d == 0 || !side.isMark(i + d))) {
          sum += WINDOW[Math.abs(d)] * Math.min(BEST, evidence[i + d]);
          weights += WINDOW[Math.abs(d)];
        }
      }
      relief[i] = parameters.loneliness() * Math.max(0, parameters.companyNeed() - sum / weights);
    }
    return relief;
  }

  /**
   * What is taken off the cost of leaving any sentence of a side alone, nats; below 0 it is added.
   */
  record Relief(double left, double right) {

    /** Before anything is known, so that noise shows itself. */
    static Relief first(AlignerParameters parameters) {
      return new Relief(parameters.firstAlone(), parameters.firstAlone());
    }

    /** By the shares of sentences that are expected to be alone. */
    static Relief learnt(BeadPosteriors posteriors, BothTexts texts) {
      double[] expected = posteriors.expectedAlone();
      return new Relief(
          of(expected[0], texts.left().size(), texts.parameters()),
          of(expected[1], texts.right().size(), texts.parameters()));
    }

    private static double of(double expected, int sentences, AlignerParameters parameters) {
      double usual = parameters.usualAlone();
      double prior = parameters.aloneSentences();
      double share = (expected + prior * usual) / (sentences + prior);
      return Math.min(parameters.mostAlone(), parameters.aloneLearning() * Math.log(share / usual));
    }
  }
}
