package ballast.align;

import ballast.bitext.Range;

/**
 * How well the tokens of two stretches of text explain each other: the log of Moore's (2002) ratio
 * of a translation to two unrelated texts, in both directions.
 *
 * <p>Beads are asked for row by row, so the sums for a left sentence against all right sentences of
 * the band are made once and kept for as many rows as a bead can be long. Not thread-safe.
 */
final class TokenEvidence {

  private final Tokens left;
  private final Tokens right;
  private final TokenTable table;
  private final Band band;
  private final int depth;
  private final Row[] ring;
  private final float[] rightGain;
  private final float[] leftGain;
  private final double[] leftBase;
  private final double[] rightBase;

  /** One left sentence against the right sentences {@code from} to {@code to}. */
  private static final class Row {
    private int sentence = -1;
    private int from;
    private int to;
    private float[] right = new float[0];
    private float[] left = new float[0];
  }

  /**
   * @param band the beads that will be asked for lie in it
   * @param depth the most left sentences a bead can have
   */
  TokenEvidence(Tokens left, Tokens right, TokenTable table, Band band, int depth) {
    this.left = left;
    this.right = right;
    this.table = table;
    this.band = band;
    this.depth = depth;
    this.ring = new Row[depth + 1];
    for (int i = 0; i < ring.length; i++) {
      ring[i] = new Row();
    }
    this.rightGain = new float[right.types()];
    this.leftGain = new float[right.types()];
    this.leftBase = new double[left.sentences() + 1];
    for (int i = 0; i < left.sentences(); i++) {
      double sum = left.size(i) - (left.start(i + 1) - left.start(i));
      for (int p = left.start(i); p < left.start(i + 1); p++) {
        sum += table.leftBase(left.at(p));
      }
      leftBase[i + 1] = leftBase[i] + sum;
    }
    this.rightBase = new double[right.sentences() + 1];
    for (int j = 0; j < right.sentences(); j++) {
      double sum = right.size(j) - (right.start(j + 1) - right.start(j));
      for (int p = right.start(j); p < right.start(j + 1); p++) {
        sum += table.rightBase(right.at(p));
      }
      rightBase[j + 1] = rightBase[j] + sum;
    }
  }

  /** How much likelier the right tokens are given the left ones, nats. */
  double rightGivenLeft(Range source, Range target) {
    int size = 0;
    for (int i = source.start(); i < source.end(); i++) {
      row(i);
      size += left.size(i);
    }
    double base = leftBase[source.end()] - leftBase[source.start()] + TokenTable.NULL_TOKENS;
    double scale = 1 / (size + TokenTable.NULL_TOKENS);
    double product = 1;
    double log = 0;
    int end = right.start(target.end());
    for (int p = right.start(target.start()); p < end; p++) {
      double sum = base;
      for (int i = source.start(); i < source.end(); i++) {
        Row row = ring[i % ring.length];
        sum += row.right[p - right.start(row.from)];
      }
      product *= sum * scale;
      if (product < 1e-200 || product > 1e200) {
        log += Math.log(product);
        product = 1;
      }
    }
    return log + Math.log(product);
  }

  /** How much likelier the left tokens are given the right ones, nats. */
  double leftGivenRight(Range source, Range target) {
    int size = 0;
    for (int j = target.start(); j < target.end(); j++) {
      size += right.size(j);
    }
    double base = rightBase[target.end()] - rightBase[target.start()] + TokenTable.NULL_TOKENS;
    double scale = 1 / (size + TokenTable.NULL_TOKENS);
    double product = 1;
    double log = 0;
    for (int i = source.start(); i < source.end(); i++) {
      Row row = row(i);
      int tokens = left.start(i + 1) - left.start(i);
      int first = (target.start() - row.from) * tokens;
      int last = (target.end() - row.from) * tokens;
      for (int q = 0; q < tokens; q++) {
        double sum = base;
        for (int at = first + q; at < last; at += tokens) {
          sum += row.left[at];
        }
        product *= sum * scale;
        if (product < 1e-200 || product > 1e200) {
          log += Math.log(product);
          product = 1;
        }
      }
    }
    return log + Math.log(product);
  }

  private Row row(int sentence) {
    Row row = ring[sentence % ring.length];
    if (row.sentence != sentence) {
      fill(row, sentence);
    }
    return row;
  }

  private void fill(Row row, int sentence) {
    row.sentence = sentence;
    row.from = band.low(Math.max(0, sentence - depth + 1));
    row.to = band.high(Math.min(band.rows(), sentence + depth));
    int first = right.start(row.from);
    int last = right.start(row.to);
    int width = row.to - row.from;
    int tokens = left.start(sentence + 1) - left.start(sentence);
    row.right = row.right.length < last - first ? new float[last - first] : row.right;
    row.left = row.left.length < tokens * width ? new float[tokens * width] : row.left;
    for (int q = 0; q < tokens; q++) {
      int z = left.at(left.start(sentence) + q);
      for (int k = table.rowStart(z); k < table.rowStart(z + 1); k++) {
        rightGain[table.right(k)] += table.rightGain(k);
        leftGain[table.right(k)] = table.leftGain(k);
      }
      for (int j = row.from; j < row.to; j++) {
        float sum = 0;
        for (int p = right.start(j); p < right.start(j + 1); p++) {
          sum += leftGain[right.at(p)];
        }
        row.left[(j - row.from) * tokens + q] = sum;
      }
      for (int k = table.rowStart(z); k < table.rowStart(z + 1); k++) {
        leftGain[table.right(k)] = 0;
      }
    }
    for (int p = first; p < last; p++) {
      row.right[p - first] = rightGain[right.at(p)];
    }
    for (int q = 0; q < tokens; q++) {
      int z = left.at(left.start(sentence) + q);
      for (int k = table.rowStart(z); k < table.rowStart(z + 1); k++) {
        rightGain[table.right(k)] = 0;
      }
    }
  }
}
