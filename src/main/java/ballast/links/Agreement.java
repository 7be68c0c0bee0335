package ballast.links;

import ballast.links.Token.Kind;
import java.util.Arrays;
import java.util.List;

/** The links of two sentences in rounds, each of which knows the links of the one before. */
final class Agreement {

  /** The strength of two content words of which nothing is known. */
  private static final double UNKNOWN = 0.004;

  /** What competes with the links of a word: that it has no translation. */
  private static final double NONE = 0.003;

  /** How fast the preference for the same relative place falls. */
  private static final double PLACE = 2;

  /** How many Chinese characters stand for a word of English. */
  private static final double HAN_LENGTH = 1.5;

  /** How many tokens away linked words still support a link. */
  private static final int NEAR = 3;

  /** The weight of a link that no neighbour supports. */
  private static final double ALONE = 0.15;

  /** Weaker links support nothing. */
  private static final double MIN_SUPPORT = 0.02;

  /** For each source and target token how well they translate each other at their places. */
  private final float[][] base;

  private final float[][] links;
  private final double[] fromSize;
  private final double[] toSize;

  /**
   * The first round.
   *
   * @param known how well two tokens translate each other wherever they stand
   */
  Agreement(List<Token> from, List<Token> to, float[][] known) {
    this.fromSize = sizes(from);
    this.toSize = sizes(to);
    this.base = new float[from.size()][to.size()];
    this.links = new float[from.size()][to.size()];
    for (int i = 0; i < from.size(); i++) {
      for (int j = 0; j < to.size(); j++) {
        boolean both = from.get(i).isContent() && to.get(j).isContent();
        double place = Math.abs((i + 0.5) / from.size() - (j + 0.5) / to.size());
        double strength = Math.max(known[i][j], both ? UNKNOWN : 0);
        base[i][j] = (float) (strength * Math.exp(-PLACE * place));
      }
    }
    agree(base);
  }

  /** In [0, 1]; of the last round. */
  float[][] links() {
    return links;
  }

  /** Prefers links beside others. */
  void next() {
    float[][] weights = support();
    for (int i = 0; i < weights.length; i++) {
      for (int j = 0; j < weights[i].length; j++) {
        weights[i][j] = (float) (base[i][j] * (ALONE + Math.min(1, weights[i][j])));
      }
    }
    agree(weights);
  }

  /** How many words of the other language a word usually stands for. */
  private static double[] sizes(List<Token> tokens) {
    return tokens.stream()
        .mapToDouble(
            token -> token.kind() == Kind.HAN ? Math.max(1, token.span().length() / HAN_LENGTH) : 1)
        .toArray();
  }

  /**
   * The product of the shares in both directions. A word that stands for several can give each its
   * full share.
   */
  private void agree(float[][] weights) {
    double[] columnSum = new double[toSize.length];
    Arrays.fill(columnSum, NONE);
    for (float[] row : weights) {
      for (int j = 0; j < row.length; j++) {
        columnSum[j] += row[j];
      }
    }
    for (int i = 0; i < weights.length; i++) {
      double rowSum = NONE;
      for (float weight : weights[i]) {
        rowSum += weight;
      }
      for (int j = 0; j < toSize.length; j++) {
        double forward = Math.min(1, fromSize[i] * weights[i][j] / rowSum);
        double backward = Math.min(1, toSize[j] * weights[i][j] / columnSum[j]);
        links[i][j] = (float) (forward * backward);
      }
    }
  }

  /** How much the links of neighbours speak for each link. */
  private float[][] support() {
    float[][] support = new float[fromSize.length][toSize.length];
    for (int i = 0; i < links.length; i++) {
      for (int j = 0; j < links[i].length; j++) {
        if (links[i][j] >= MIN_SUPPORT) {
          spread(i, j, support);
        }
      }
    }
    return support;
  }

  private void spread(int i, int j, float[][] support) {
    for (int p = Math.max(0, i - NEAR); p <= Math.min(support.length - 1, i + NEAR); p++) {
      for (int q = Math.max(0, j - NEAR); q <= Math.min(support[p].length - 1, j + NEAR); q++) {
        if (p != i || q != j) {
          support[p][q] += links[i][j] / (1 + Math.abs(p - i) + Math.abs(q - j));
        }
      }
    }
  }
}
