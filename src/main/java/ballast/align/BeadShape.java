package ballast.align;

import java.util.List;

/**
 * How many sentences a bead has on each side, and how often texts have such beads.
 *
 * @param left sentences on the left
 * @param right sentences on the right
 * @param prior share of such beads before a document is looked at; the shares of a list need not
 *     add up to 1
 */
record BeadShape(int left, int right, double prior) {

  /**
   * The two-sided shapes of Gale and Church (1993), and 1-3 and 3-1. Chinese sentences are often
   * written as several English ones, hence the lopsided shares.
   */
  static final List<BeadShape> DEFAULT =
      List.of(
          new BeadShape(1, 1, 0.80),
          new BeadShape(1, 2, 0.09),
          new BeadShape(2, 1, 0.05),
          new BeadShape(2, 2, 0.008),
          new BeadShape(1, 3, 0.02),
          new BeadShape(3, 1, 0.004));

  BeadShape {
    if (left < 1 || right < 1 || !(prior > 0)) {
      throw new IllegalArgumentException(
          "shape "
              + left
              + "-"
              + right
              + " with prior "
              + prior
              + " is not two-sided and possible");
    }
  }
}
