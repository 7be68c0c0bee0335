package ballast.align;

import ballast.bitext.Interruption;

/**
 * How well each left sentence and the right sentences near it explain each other's tokens.
 *
 * <p>For each left sentence and each right token near it, {@code explained} sums the probabilities
 * that one of the sentence's tokens translates to it; {@code explaining} does the same for each
 * left token and each right sentence. Sentences <em>compete</em>: a token that several neighbours
 * could explain counts less for each of them.
 */
final class TokenRows {

  /** One left sentence and the right sentences {@code from} to {@code to}, exclusive, near it. */
  static final class Row {
    int from;
    int to;
    int tokens;

    /** For each right token, how much this sentence explains it. */
    float[] explained = new float[0];

    /** For each right sentence, how much it explains each token of this sentence. */
    float[] explaining = new float[0];

    /**
     * For each column, the evidence of the 1, 2, ... right sentences from there; filled by {@link
     * TokenEvidence}.
     */
    float[] leftSums = new float[0];

    /** The columns for which {@link #leftSums} is filled. */
    boolean[] summed = new boolean[0];
  }

  private final Tokens left;
  private final Tokens right;
  private final TokenPairs pairs;
  private final Band band;
  private final Shapes shapes;
  private final AlignerParameters.Competition competition;

  /**
   * @param band contains all beads that will be scored
   */
  TokenRows(
      Tokens left,
      Tokens right,
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

  /** The row of one left sentence. */
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
    return value > 0 && value < total ? (float) (value * Math.pow(value / total, strength)) : value;
  }
}
