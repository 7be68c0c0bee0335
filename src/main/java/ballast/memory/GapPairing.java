package ballast.memory;

import java.util.function.BiConsumer;

/**
 * Pairs the units left between two sure correspondences, in order, so that the sum of similarities
 * is greatest (Needleman and Wunsch 1970, without a gap penalty), looking only near the diagonal.
 *
 * <p>A pair may be made only when its similarity reaches the least one: what is not related is not
 * paired. Each of n rows holds at most 2 ({@value #BAND} + m / n) + 2 cells, so the work is linear
 * in n + m.
 */
final class GapPairing {

  /** How far from the diagonal a pair may lie, in units. */
  static final int BAND = 24;

  /** How alike two units are, in [0, 1]. */
  @FunctionalInterface
  interface Similarity {
    double of(int before, int after);
  }

  private static final byte SKIP_BEFORE = 0;
  private static final byte SKIP_AFTER = 1;
  private static final byte PAIR = 2;

  private final int before;
  private final int after;
  private final Similarity similarity;
  private final double least;
  private final byte[][] choices;
  private long cells;

  /**
   * A pairing of {@code before} old and {@code after} new units, each counted from 0.
   *
   * @param least the similarity that a pair needs
   */
  GapPairing(int before, int after, Similarity similarity, double least) {
    this.before = before;
    this.after = after;
    this.similarity = similarity;
    this.least = least;
    this.choices = new byte[after + 1][];
  }

  /** Gives every pair (old, new) to {@code pairs} and returns how many similarities it took. */
  long run(BiConsumer<Integer, Integer> pairs) {
    fill();
    int i = after;
    int j = before;
    while (i > 0 && j > 0) {
      int low = low(i);
      byte choice = j > high(i) ? SKIP_BEFORE : choices[i][j - low];
      if (choice == PAIR) {
        i--;
        j--;
        pairs.accept(j, i);
      } else if (choice == SKIP_AFTER) {
        i--;
      } else {
        j--;
      }
    }
    return cells;
  }

  private void fill() {
    double[] above = new double[high(0) - low(0) + 1];
    for (int i = 1; i <= after; i++) {
      int low = low(i);
      int high = high(i);
      double[] row = new double[high - low + 1];
      byte[] choice = new byte[row.length];
      for (int j = low; j <= high; j++) {
        // The sums of a row never fall, so beyond the band its last one stands.
        double best = at(above, i - 1, j);
        choice[j - low] = SKIP_AFTER;
        if (j > low && row[j - 1 - low] > best) {
          best = row[j - 1 - low];
          choice[j - low] = SKIP_BEFORE;
        }
        if (j > 0 && j - 1 >= low(i - 1)) {
          cells++;
          double alike = similarity.of(j - 1, i - 1);
          double paired = at(above, i - 1, j - 1) + alike;
          if (alike >= least && paired > best) {
            best = paired;
            choice[j - low] = PAIR;
          }
        }
        row[j - low] = best;
      }
      choices[i] = choice;
      above = row;
    }
  }

  private double at(double[] row, int i, int j) {
    return row[Math.min(j, high(i)) - low(i)];
  }

  private int low(int i) {
    return Math.max(0, diagonal(i) - width());
  }

  private int high(int i) {
    return Math.min(before, diagonal(i) + width());
  }

  private int diagonal(int i) {
    return (int) ((long) i * before / after);
  }

  private int width() {
    return BAND + before / after;
  }
}
