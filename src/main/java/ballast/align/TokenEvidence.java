package ballast.align;

import ballast.align.TokenIds.Upcoming;
import ballast.bitext.Interruption;
import ballast.bitext.Range;
import java.util.Arrays;

/**
 * How well the tokens of the two sides of a bead explain each other: the log of the ratio (Moore
 * 2002) of their probability as translations to that as unrelated texts, in both directions.
 *
 * <p>{@link TokenRows} computes how well each sentence explains the tokens near it on the other
 * side. Beads that begin at the same corner share these sums. Not thread-safe.
 */
final class TokenEvidence {

  private final TokenIds left;
  private final TokenIds right;
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
      TokenIds left,
      TokenIds right,
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

  private static float[] surprise(TokenIds tokens) {
    float[] surprise = new float[tokens.size()];
    for (int p = 0; p < surprise.length; p++) {
      surprise[p] = (float) (1 / tokens.share(tokens.at(p)));
    }
    return surprise;
  }

  private static float[] floor(TokenIds tokens, AlignerParameters.TokenWeights parameters) {
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
   * Adds to {@code out} the token evidence for each shape of a bead that begins at a corner, in
   * nats.
   *
   * @param out one entry per shape; those of beads that end outside the texts do not change
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

  /** How well a right sentence explains the tokens of a left one, in nats, unweighted. */
  double leftAgainst(int i, int j) {
    return leftSum(i, j, 1) / parameters.leftWeight();
  }

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

  /**
   * How well each left sentence and the right sentences near it explain each other's tokens.
   *
   * <p>For each left sentence and each right token near it, {@code explained} sums the
   * probabilities that one of the sentence's tokens translates to it; {@code explaining} does the
   * same for each left token and each right sentence. Sentences <em>compete</em>: a token that
   * several neighbours could explain counts less for each of them.
   */
  private static final class TokenRows {

    /** One left sentence and the right sentences {@code from} to {@code to}, exclusive, near it. */
    static final class Row {
      int from;
      int to;
      int tokens;

      /** For each right token, how much this sentence explains it. */
      float[] explained = new float[0];

      /** For each right sentence, how much it explains each token of this sentence. */
      float[] explaining = new float[0];

      /** For each column, the evidence of the next 1, 2, ... right sentences; filled lazily. */
      float[] leftSums = new float[0];

      boolean[] summed = new boolean[0];
    }

    private final TokenIds left;
    private final TokenIds right;
    private final TokenPairs pairs;
    private final Band band;
    private final Shapes shapes;
    private final AlignerParameters.Competition competition;

    TokenRows(
        TokenIds left,
        TokenIds right,
        TokenPairs pairs,
        Band band,
        Shapes shapes,
        AlignerParameters.Competition competition) {
      this.left = left;
      this.right = right;
      this.pairs = pairs;
      this.band = band;
      this.shapes = shapes;
      this.competition = competition;
    }

    /** A row for each left sentence, with the competition applied. */
    Row[] contested() {
      Row[] rows = new Row[left.sentences()];
      Upcoming upcoming = new Upcoming(right);
      for (int i = 0; i < rows.length; i++) {
        Interruption.check();
        rows[i] = fill(i, upcoming);
      }
      compete(rows);
      return rows;
    }

    private Row fill(int sentence, Upcoming upcoming) {
      Row row = new Row();
      int depth = shapes.maxLeft();
      row.from = band.low(Math.max(0, sentence - depth + 1));
      row.to = band.high(Math.min(band.rows(), sentence + depth));
      row.tokens = left.size(sentence);
      int first = right.start(row.from);
      int last = right.start(row.to);
      upcoming.moveTo(first);
      row.explained = new float[last - first];
      row.explaining = new float[row.tokens * (row.to - row.from)];
      for (int q = 0; q < row.tokens; q++) {
        int z = left.at(left.start(sentence) + q);
        for (int k = pairs.rowStart(z); k < pairs.rowStart(z + 1); k++) {
          for (int p = upcoming.first(pairs.right(k)); p < last; p = right.following(p)) {
            row.explained[p - first] += pairs.rightGivenLeft(k);
            row.explaining[(right.sentenceOf(p) - row.from) * row.tokens + q] +=
                pairs.leftGivenRight(k);
          }
        }
      }
      return row;
    }

    private void compete(Row[] rows) {
      float[] totals = new float[right.size()];
      for (Row row : rows) {
        int first = right.start(row.from);
        for (int p = 0; p < row.explained.length; p++) {
          totals[first + p] += row.explained[p];
        }
      }
      for (Row row : rows) {
        int first = right.start(row.from);
        for (int p = 0; p < row.explained.length; p++) {
          row.explained[p] = contested(row.explained[p], totals[first + p], competition.right());
        }
        for (int q = 0; q < row.tokens; q++) {
          float total = 0;
          for (int k = q; k < row.explaining.length; k += row.tokens) {
            total += row.explaining[k];
          }
          for (int k = q; k < row.explaining.length; k += row.tokens) {
            row.explaining[k] = contested(row.explaining[k], total, competition.left());
          }
        }
      }
    }

    private static float contested(float value, float total, double strength) {
      return value > 0 && value < total
          ? (float) (value * Math.pow(value / total, strength))
          : value;
    }
  }
}
