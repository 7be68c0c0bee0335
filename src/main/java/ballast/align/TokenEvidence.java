package ballast.align;

import ballast.bitext.Range;
import java.util.Arrays;

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
  private float[] sums = new float[64];
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
    int from = right.start(target.start());
    int count = right.start(target.end()) - from;
    sums = sums.length < count ? new float[2 * count] : sums;
    Arrays.fill(sums, 0, count, 0);
    for (int i = source.start(); i < source.end(); i++) {
      Row row = ring[i % ring.length];
      add(row.right, from - right.start(row.from), count);
    }
    return logProduct(count, base, scale);
  }

  /** How much likelier the left tokens are given the right ones, nats. */
  double leftGivenRight(Range source, Range target) {
    int size = 0;
    for (int j = target.start(); j < target.end(); j++) {
      size += right.size(j);
    }
    double base = rightBase[target.end()] - rightBase[target.start()] + TokenTable.NULL_TOKENS;
    double scale = 1 / (size + TokenTable.NULL_TOKENS);
    double log = 0;
    for (int i = source.start(); i < source.end(); i++) {
      Row row = row(i);
      int count = left.start(i + 1) - left.start(i);
      sums = sums.length < count ? new float[2 * count] : sums;
      Arrays.fill(sums, 0, count, 0);
      for (int j = target.start(); j < target.end(); j++) {
        add(row.left, (j - row.from) * count, count);
      }
      log += logProduct(count, base, scale);
    }
    return log;
  }

  private void add(float[] gains, int from, int count) {
    for (int k = 0; k < count; k++) {
      sums[k] += gains[from + k];
    }
  }

  /** The log of the product of {@code (base + sum) * scale} over the first sums. */
  private double logProduct(int count, double base, double scale) {
    double log = 0;
    int k = 0;
    while (k < count) {
      // So few ratios cannot leave the range of a double: each lies between 1e-4 and 1e9.
      int end = Math.min(count, k + 16);
      double product = 1;
      for (; k < end; k++) {
        product *= (base + sums[k]) * scale;
      }
      log += Math.log(product);
    }
    return log;
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
    Arrays.fill(row.left, 0, tokens * width, 0);
    for (int q = 0; q < tokens; q++) {
      int z = left.at(left.start(sentence) + q);
      for (int k = table.rowStart(z); k < table.rowStart(z + 1); k++) {
        int e = table.right(k);
        rightGain[e] += table.rightGain(k);
        float gain = table.leftGain(k);
        int end = gain == 0 ? 0 : right.placeEnd(e);
        for (int at = right.placeFrom(e, row.from); at < end && right.place(at) < row.to; at++) {
          row.left[(right.place(at) - row.from) * tokens + q] += gain;
        }
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
