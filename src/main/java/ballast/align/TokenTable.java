package ballast.align;

import ballast.bitext.Range;
import java.util.Arrays;

/**
 * Which tokens of a document translate which: IBM Model 1 (Brown et al. 1993) in both directions,
 * learnt from weighted beads of this document alone.
 *
 * <p>All values are ratios: how much likelier a token becomes when the other stands opposite,
 * against its share in the whole text. A token of which nothing is known makes no other likelier
 * (ratio 1), so an empty table is neutral. Counts are smoothed by the shares and discounted, as in
 * language models. Immutable.
 */
final class TokenTable {

  /** Counts as one token opposite every sentence that explains nothing: the NULL word of IBM 1. */
  static final double NULL_TOKENS = 1;

  private final int[] rowStart;
  private final int[] rights;
  private final float[] rightGains;
  private final float[] leftGains;
  private final double[] leftBase;
  private final double[] rightBase;

  private TokenTable(Builder builder) {
    PairCounts pairs = builder.pairs;
    int leftTypes = builder.left.types();
    this.leftBase = builder.leftBase;
    this.rightBase = builder.rightBase;
    this.rowStart = new int[leftTypes + 1];
    for (int slot = 0; slot < pairs.size(); slot++) {
      rowStart[pairs.left(slot) + 1]++;
    }
    for (int z = 0; z < leftTypes; z++) {
      rowStart[z + 1] += rowStart[z];
    }
    int[] next = Arrays.copyOf(rowStart, leftTypes);
    this.rights = new int[pairs.size()];
    this.rightGains = new float[pairs.size()];
    this.leftGains = new float[pairs.size()];
    for (int slot = 0; slot < pairs.size(); slot++) {
      int at = next[pairs.left(slot)]++;
      rights[at] = pairs.right(slot);
      rightGains[at] = builder.rightGain[slot];
      leftGains[at] = builder.leftGain[slot];
    }
  }

  /** First entry of a left token's row. */
  int rowStart(int left) {
    return rowStart[left];
  }

  int right(int entry) {
    return rights[entry];
  }

  /** By how much more than {@link #leftBase} the left token makes the right one likelier. */
  float rightGain(int entry) {
    return rightGains[entry];
  }

  /** By how much more than {@link #rightBase} the right token makes the left one likelier. */
  float leftGain(int entry) {
    return leftGains[entry];
  }

  /**
   * The ratio that a left token gives to right tokens with which it has nothing to do, in (0, 1].
   */
  double leftBase(int left) {
    return leftBase[left];
  }

  /** The same for a right token. */
  double rightBase(int right) {
    return rightBase[right];
  }

  /** Learns a table. Not thread-safe. */
  static final class Builder {

    private final Tokens left;
    private final Tokens right;
    private final AlignerParameters parameters;
    private final int[] twins;
    private final PairCounts pairs = new PairCounts();
    private float[] rightGain = new float[0];
    private float[] leftGain = new float[0];
    private float[] rightCount = new float[0];
    private float[] leftCount = new float[0];
    private final double[] leftBase;
    private final double[] rightBase;
    private int[] slots = new int[0];

    Builder(Tokens left, Tokens right, AlignerParameters parameters) {
      this.left = left;
      this.right = right;
      this.parameters = parameters;
      this.twins = left.twins(right);
      this.leftBase = new double[left.types()];
      this.rightBase = new double[right.types()];
      maximise();
    }

    /** One step of expectation and maximisation over weighted beads. */
    void learn(BeadPosteriors beads, double threshold) {
      beads.forEach(threshold, this::expect);
      maximise();
    }

    TokenTable table() {
      return new TokenTable(this);
    }

    private void expect(Range leftRange, Range rightRange, double weight) {
      int z0 = left.start(leftRange.start());
      int z1 = left.start(leftRange.end());
      int e0 = right.start(rightRange.start());
      int e1 = right.start(rightRange.end());
      int width = e1 - e0;
      double[] rightSums = new double[width];
      Arrays.fill(rightSums, NULL_TOKENS + base(leftRange, left, leftBase));
      double rightBaseSum = NULL_TOKENS + base(rightRange, right, rightBase);
      slots = slots.length < (z1 - z0) * width ? new int[(z1 - z0) * width] : slots;
      int at = 0;
      for (int z = z0; z < z1; z++) {
        for (int e = e0; e < e1; e++) {
          int slot = pairs.slot(left.at(z), right.at(e));
          slots[at++] = slot;
          rightSums[e - e0] += gain(rightGain, slot);
        }
      }
      reserve();
      at = 0;
      for (int z = z0; z < z1; z++) {
        double leftSum = rightBaseSum;
        for (int e = 0; e < width; e++) {
          leftSum += gain(leftGain, slots[at + e]);
        }
        double zBase = leftBase[left.at(z)];
        for (int e = 0; e < width; e++) {
          int slot = slots[at + e];
          rightCount[slot] += (float) (weight * (gain(rightGain, slot) + zBase) / rightSums[e]);
          double eBase = rightBase[right.at(e0 + e)];
          leftCount[slot] += (float) (weight * (gain(leftGain, slot) + eBase) / leftSum);
        }
        at += width;
      }
    }

    private static float gain(float[] gains, int slot) {
      return slot < gains.length ? gains[slot] : 0;
    }

    private static double base(Range range, Tokens tokens, double[] base) {
      double sum = 0;
      for (int i = range.start(); i < range.end(); i++) {
        int known = tokens.start(i + 1) - tokens.start(i);
        sum += tokens.size(i) - known;
        for (int p = tokens.start(i); p < tokens.start(i + 1); p++) {
          sum += base[tokens.at(p)];
        }
      }
      return sum;
    }

    private void reserve() {
      if (rightCount.length < pairs.size()) {
        int size = Math.max(pairs.size(), rightCount.length * 2);
        rightCount = Arrays.copyOf(rightCount, size);
        leftCount = Arrays.copyOf(leftCount, size);
      }
    }

    private void maximise() {
      for (int z = 0; z < twins.length; z++) {
        if (twins[z] >= 0) {
          int slot = pairs.slot(z, twins[z]);
          reserve();
          rightCount[slot] += (float) parameters.identity();
          leftCount[slot] += (float) parameters.identity();
        }
      }
      double[] leftTotal = new double[leftBase.length];
      double[] rightTotal = new double[rightBase.length];
      double[] leftKept = new double[leftBase.length];
      double[] rightKept = new double[rightBase.length];
      for (int slot = 0; slot < pairs.size(); slot++) {
        leftTotal[pairs.left(slot)] += rightCount[slot];
        rightTotal[pairs.right(slot)] += leftCount[slot];
        leftKept[pairs.left(slot)] += kept(rightCount[slot]);
        rightKept[pairs.right(slot)] += kept(leftCount[slot]);
      }
      double prior = parameters.smoothing();
      rightGain = new float[pairs.size()];
      leftGain = new float[pairs.size()];
      for (int slot = 0; slot < pairs.size(); slot++) {
        int z = pairs.left(slot);
        int e = pairs.right(slot);
        rightGain[slot] =
            (float) (kept(rightCount[slot]) / right.probability(e) / (leftTotal[z] + prior));
        leftGain[slot] =
            (float) (kept(leftCount[slot]) / left.probability(z) / (rightTotal[e] + prior));
      }
      for (int z = 0; z < leftBase.length; z++) {
        leftBase[z] = (prior + leftTotal[z] - leftKept[z]) / (prior + leftTotal[z]);
      }
      for (int e = 0; e < rightBase.length; e++) {
        rightBase[e] = (prior + rightTotal[e] - rightKept[e]) / (prior + rightTotal[e]);
      }
      Arrays.fill(rightCount, 0);
      Arrays.fill(leftCount, 0);
    }

    private double kept(double count) {
      return Math.max(0, count - parameters.discount());
    }
  }
}
