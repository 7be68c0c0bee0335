package ballast.align;

import ballast.bitext.Range;
import java.util.Arrays;

/**
 * How well the tokens of the two sides of a bead explain each other: the log of the ratio (Moore
 * 2002) of their probability as translations to that as unrelated texts, in both directions.
 *
 * <p>{@link TokenRows} computes how well each sentence explains the tokens near it on the other
 * side; beads that begin at the same corner share these sums. Not thread-safe.
 */
final class TokenEvidence {

  private final Tokens left;
  private final Tokens right;
  private final Shapes shapes;
  private final AlignerParameters.TokenWeights parameters;
  private final TokenRows.Row[] rows;
  private final float[] rightSurprise;
  private final float[] leftSurprise;
  private final float[] rightFloor;
  private final float[] leftFloor;
  private final float[] sums;

  /**
   * @param band contains all beads that will be scored
   */
  TokenEvidence(
      Tokens left,
      Tokens right,
      TokenPairs pairs,
      Band band,
      Shapes shapes,
      AlignerParameters.TokenWeights parameters) {
    this.left = left;
    this.right = right;
    this.shapes = shapes;
    this.parameters = parameters;
    this.rightSurprise = surprise(right);
    this.leftSurprise = surprise(left);
    this.rightFloor = floor(right, parameters);
    this.leftFloor = floor(left, parameters);
    this.rows =
        new TokenRows(left, right, pairs, band, shapes, parameters.competition()).contested();
    int maxLength = 0;
    for (TokenRows.Row row : rows) {
      maxLength = Math.max(maxLength, row.explained.length);
    }
    this.sums = new float[maxLength];
  }

  /** For each position the reciprocal of the share of its type. */
  private static float[] surprise(Tokens tokens) {
    float[] surprise = new float[tokens.size()];
    for (int p = 0; p < surprise.length; p++) {
      surprise[p] = (float) (1 / tokens.share(tokens.at(p)));
    }
    return surprise;
  }

  /** For each position the factor of its token when nothing explains it. */
  private static float[] floor(Tokens tokens, AlignerParameters.TokenWeights parameters) {
    float[] floor = new float[tokens.size()];
    for (int p = 0; p < floor.length; p++) {
      floor[p] =
          (float)
              (tokens.isUnknown(tokens.at(p))
                  ? parameters.unexplainedUnknown()
                  : parameters.unexplained());
    }
    return floor;
  }

  /**
   * Adds to {@code out} the token evidence for each shape of a bead that begins at a corner, nats.
   *
   * @param out one entry for each shape; those of beads that end outside the texts are not changed
   */
  void addFrom(int row, int column, double[] out) {
    int maxLeft = Math.min(shapes.maxLeft(), left.sentences() - row);
    int from = right.start(column);
    int leftTokens = 0;
    Arrays.fill(sums, 0, Math.min(sums.length, reachable(column, shapes.maxRight(1)) - from), 0);
    for (int n = 1; n <= maxLeft; n++) {
      TokenRows.Row last = rows[row + n - 1];
      int maxRight = Math.min(shapes.maxRight(n), last.to - column);
      if (column < last.from || maxRight < 1) {
        return;
      }
      leftTokens += last.tokens;
      int offset = from - right.start(last.from);
      int count = right.start(column + maxRight) - from;
      for (int p = 0; p < count; p++) {
        sums[p] += last.explained[offset + p];
      }
      double scale = (1 - parameters.unexplained()) / (leftTokens + parameters.nullTokens());
      double log = 0;
      for (int m = 1; m <= maxRight; m++) {
        log += rightSum(column + m - 1, from, scale);
        out[shapes.index(n, m)] += log + leftSums(row, n, column, m);
      }
    }
  }

  /** How well one right sentence explains the tokens of one left one, nats; unweighted. */
  double leftAgainst(int i, int j) {
    return leftSum(i, j, 1) / parameters.leftWeight();
  }

  /** How well one left sentence explains the tokens of one right one, nats; unweighted. */
  double rightAgainst(int i, int j) {
    TokenRows.Row row = rows[i];
    int from = right.start(j);
    int count = right.start(j + 1) - from;
    System.arraycopy(row.explained, from - right.start(row.from), sums, 0, count);
    double scale = (1 - parameters.unexplained()) / (row.tokens + parameters.nullTokens());
    return rightSum(j, from, scale) / parameters.rightWeight();
  }

  int leftSize(int i) {
    return left.size(i);
  }

  int rightSize(int j) {
    return right.size(j);
  }

  /** The token evidence for one bead, nats. */
  double of(Range source, Range target) {
    double[] out = new double[shapes.size()];
    addFrom(source.start(), target.start(), out);
    return out[shapes.index(source.size(), target.size())];
  }

  private int reachable(int column, int sentences) {
    return right.start(Math.min(right.sentences(), column + sentences));
  }

  /** The weighted log ratio of one right sentence's tokens. */
  private double rightSum(int sentence, int from, double scale) {
    int cognates = right.cognateStart(sentence);
    int end = right.start(sentence + 1);
    double words = logProduct(right.start(sentence), cognates, from, scale);
    double cognateLog = cognates == end ? 0 : logProduct(cognates, end, from, scale);
    return parameters.rightWeight() * (words + parameters.cognateWeight() * cognateLog);
  }

  private double logProduct(int begin, int end, int from, double scale) {
    double log = 0;
    int p = begin;
    while (p < end) {
      // The product of 16 ratios stays within the range of a double: each is between 1e-3 and 1e9.
      int stop = Math.min(end, p + 16);
      double product = 1;
      for (; p < stop; p++) {
        product *= rightFloor[p] + scale * sums[p - from] * rightSurprise[p];
      }
      log += Math.log(product);
    }
    return log;
  }

  /** The weighted log ratio of the tokens of left sentences, given right ones. */
  private double leftSums(int row, int n, int column, int m) {
    double sum = 0;
    for (int i = row; i < row + n; i++) {
      sum += leftSum(i, column, m);
    }
    return sum;
  }

  private double leftSum(int sentence, int column, int m) {
    TokenRows.Row row = rows[sentence];
    int maxRight = shapes.maxRight(1);
    if (row.summed.length == 0) {
      row.summed = new boolean[row.to - row.from];
      row.leftSums = new float[row.summed.length * maxRight];
    }
    int at = column - row.from;
    if (!row.summed[at]) {
      row.summed[at] = true;
      sumLeft(row, sentence, column, Math.min(maxRight, row.to - column));
    }
    return row.leftSums[at * maxRight + m - 1];
  }

  private void sumLeft(TokenRows.Row row, int sentence, int column, int maxRight) {
    float[] given = new float[row.tokens];
    int first = left.start(sentence);
    int words = left.cognateStart(sentence) - first;
    int at = (column - row.from) * shapes.maxRight(1);
    int rightTokens = 0;
    for (int m = 0; m < maxRight; m++) {
      int offset = (column + m - row.from) * row.tokens;
      for (int q = 0; q < row.tokens; q++) {
        given[q] += row.explaining[offset + q];
      }
      rightTokens += right.size(column + m);
      double scale = (1 - parameters.unexplained()) / (rightTokens + parameters.nullTokens());
      double log = logProduct(given, 0, words, first, scale);
      double cognates = logProduct(given, words, row.tokens, first, scale);
      row.leftSums[at + m] =
          (float) (parameters.leftWeight() * (log + parameters.cognateWeight() * cognates));
    }
  }

  private double logProduct(float[] given, int begin, int end, int first, double scale) {
    double log = 0;
    int q = begin;
    while (q < end) {
      int stop = Math.min(end, q + 16);
      double product = 1;
      for (; q < stop; q++) {
        product *= leftFloor[first + q] + scale * given[q] * leftSurprise[first + q];
      }
      log += Math.log(product);
    }
    return log;
  }
}
