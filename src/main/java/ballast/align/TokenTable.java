package ballast.align;

/**
 * Which tokens of a document translate which, in both directions; learnt by {@link TokenLearner}.
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

  /**
   * A table of the pairs that tell something; the arrays are not copied where they are kept.
   *
   * @param rowOf for each left token where its pairs begin; one more entry for the end
   * @param right for each pair the right token
   * @param rightGain for each pair, see {@link #rightGain}
   * @param leftGain for each pair, see {@link #leftGain}
   */
  TokenTable(
      int[] rowOf,
      int[] right,
      float[] rightGain,
      float[] leftGain,
      double[] leftBase,
      double[] rightBase) {
    this.leftBase = leftBase;
    this.rightBase = rightBase;
    this.rowStart = new int[rowOf.length];
    int[] kept = new int[right.length];
    int size = 0;
    for (int z = 0; z + 1 < rowOf.length; z++) {
      for (int k = rowOf[z]; k < rowOf[z + 1]; k++) {
        // Most pairs have met by chance, and the discount leaves nothing of them.
        if (rightGain[k] > 0 || leftGain[k] > 0) {
          kept[size++] = k;
        }
      }
      rowStart[z + 1] = size;
    }
    this.rights = new int[size];
    this.rightGains = new float[size];
    this.leftGains = new float[size];
    for (int k = 0; k < size; k++) {
      rights[k] = right[kept[k]];
      rightGains[k] = rightGain[kept[k]];
      leftGains[k] = leftGain[kept[k]];
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
}
