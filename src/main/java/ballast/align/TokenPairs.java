package ballast.align;

import java.util.Arrays;

/**
 * Probabilities that types of two texts translate each other, in both directions. Sparse: missing
 * pairs are improbable. Immutable.
 */
final class TokenPairs {

  private final int[] rowStart;
  private final int[] rights;
  private final float[] right;
  private final float[] left;

  private TokenPairs(int[] rowStart, int[] rights, float[] right, float[] left) {
    this.rowStart = rowStart;
    this.rights = rights;
    this.right = right;
    this.left = left;
  }

  /** The first pair of a left type; for the number of left types, the end of the last row. */
  int rowStart(int left) {
    return rowStart[left];
  }

  int right(int pair) {
    return rights[pair];
  }

  float rightGivenLeft(int pair) {
    return right[pair];
  }

  float leftGivenRight(int pair) {
    return left[pair];
  }

  /** The share of the occurrences of left words that have pairs; 1 if the text has no words. */
  double knownShare(TokenIds left) {
    double known = 1;
    double all = 1;
    for (int z = 0; z < left.wordTypes(); z++) {
      all += left.count(z);
      known += rowStart[z + 1] > rowStart[z] ? left.count(z) : 0;
    }
    return known / all;
  }

  int size() {
    return rights.length;
  }

  /**
   * The weighted mean of two tables. The shares are the weights of {@code other} for each type, in
   * [0, 1].
   */
  TokenPairs mixed(TokenPairs other, double[] leftShare, double[] rightShare) {
    Builder mix = new Builder(size() + other.size());
    for (int z = 0; z + 1 < rowStart.length; z++) {
      int pair = rowStart[z];
      int otherPair = other.rowStart[z];
      while (pair < rowStart[z + 1] || otherPair < other.rowStart[z + 1]) {
        int type = pair < rowStart[z + 1] ? rights[pair] : Integer.MAX_VALUE;
        int otherType =
            otherPair < other.rowStart[z + 1] ? other.rights[otherPair] : Integer.MAX_VALUE;
        int e = Math.min(type, otherType);
        double forward = 0;
        double backward = 0;
        if (type == e) {
          forward += (1 - leftShare[z]) * right[pair];
          backward += (1 - rightShare[e]) * left[pair++];
        }
        if (otherType == e) {
          forward += leftShare[z] * other.right[otherPair];
          backward += rightShare[e] * other.left[otherPair++];
        }
        mix.add(e, forward, backward);
      }
      mix.endRow();
    }
    return mix.build();
  }

  /** Collects pairs row by row, by rising right type within a row. */
  static final class Builder {
    private int[] rowStart = new int[16];
    private int rows;
    private int[] rights;
    private float[] right;
    private float[] left;
    private int size;

    Builder(int capacity) {
      int room = Math.max(16, capacity);
      this.rights = new int[room];
      this.right = new float[room];
      this.left = new float[room];
    }

    void add(int type, double rightGivenLeft, double leftGivenRight) {
      if (size == rights.length) {
        rights = Arrays.copyOf(rights, 2 * size);
        right = Arrays.copyOf(right, 2 * size);
        left = Arrays.copyOf(left, 2 * size);
      }
      rights[size] = type;
      right[size] = (float) rightGivenLeft;
      left[size++] = (float) leftGivenRight;
    }

    void endRow() {
      rows++;
      rowStart = rows == rowStart.length ? Arrays.copyOf(rowStart, 2 * rows) : rowStart;
      rowStart[rows] = size;
    }

    TokenPairs build() {
      return new TokenPairs(
          Arrays.copyOf(rowStart, rows + 1),
          Arrays.copyOf(rights, size),
          Arrays.copyOf(right, size),
          Arrays.copyOf(left, size));
    }
  }
}
