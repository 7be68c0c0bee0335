package ballast.links;

import ballast.bitext.Range;
import java.util.List;

/**
 * The links between the words of a sentence and those of its translation.
 *
 * @param links for each source and target token, the strength of their link, in [0, 1]
 * @param known the strength without regard to place and other words
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record WordLinks(List<Token> source, List<Token> target, float[][] links, float[][] known) {

  /** Weight of the case that a target word translates nothing. */
  private static final double NONE = 0.02;

  /** Minimum strength at which two words count as full translations of each other. */
  private static final double SURE = 0.05;

  WordLinks reversed() {
    return new WordLinks(target, source, transposed(links), transposed(known));
  }

  private float[][] transposed(float[][] matrix) {
    float[][] other = new float[target.size()][source.size()];
    for (int i = 0; i < source.size(); i++) {
      for (int j = 0; j < target.size(); j++) {
        other[j][i] = matrix[i][j];
      }
    }
    return other;
  }

  /** For each target token, the share of it that translates the given source tokens, in [0, 1]. */
  double[] shares(Range tokens) {
    double[] inside = new double[target.size()];
    for (int j = 0; j < inside.length; j++) {
      double all = NONE;
      double own = 0;
      for (int i = 0; i < links.length; i++) {
        all += links[i][j];
        own += i >= tokens.start() && i < tokens.end() ? links[i][j] : 0;
      }
      inside[j] = own / all;
    }
    return inside;
  }

  /**
   * Adds to each target token the share of a source token that it translates.
   *
   * @return the sum of the shares, in [0, 1]
   */
  double spend(int i, double[] said) {
    double all = NONE;
    for (float link : links[i]) {
      all += link;
    }
    double sum = 0;
    for (int j = 0; j < said.length; j++) {
      said[j] += links[i][j] / all;
      sum += links[i][j] / all;
    }
    return sum;
  }

  double link(int i, int j) {
    return links[i][j];
  }

  /** The share of the content of source tokens that is surely translated in target tokens. */
  double said(Range from, Range to) {
    double said = 0;
    double all = 0;
    for (int i = from.start(); i < from.end(); i++) {
      if (source.get(i).isContent()) {
        double best = 0;
        for (int j = to.start(); j < to.end(); j++) {
          best = Math.max(best, known[i][j]);
        }
        all++;
        said += best >= SURE ? 1 : best / SURE;
      }
    }
    return all == 0 ? 0 : said / all;
  }
}
