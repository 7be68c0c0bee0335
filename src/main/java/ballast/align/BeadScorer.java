package ballast.align;

import ballast.align.Shapes.BeadShape;
import ballast.bitext.Range;
import java.util.Arrays;

/**
 * Scores sets of left and right sentences as one bead. The search knows the evidence only through
 * this interface. Scores are in nats, on the scale of a log-probability; only differences matter.
 */
@FunctionalInterface
interface BeadScorer {

  /**
   * The score of one bead. At most one of the two ranges is empty.
   *
   * @return {@link Double#NEGATIVE_INFINITY} forbids the bead; the score of a one-sided bead is
   *     always finite, so that a path always exists
   */
  double score(Range source, Range target);

  /**
   * Scores all two-sided beads that begin at a corner.
   *
   * @param scores receives one score per shape; minus infinity for beads that end outside the band
   */
  default void scoreFrom(int row, int column, Shapes shapes, Band band, double[] scores) {
    Arrays.fill(scores, Double.NEGATIVE_INFINITY);
    for (int s = 0; s < shapes.size(); s++) {
      int left = row + shapes.list().get(s).left();
      int right = column + shapes.list().get(s).right();
      if (band.contains(left, right)) {
        scores[s] = score(new Range(row, left), new Range(column, right));
      }
    }
  }

  /** The score of the two-sided bead of a shape that ends at a corner, as in {@link #scoreFrom}. */
  default double scoreTo(int row, int column, int shape, Shapes shapes) {
    BeadShape size = shapes.list().get(shape);
    return score(new Range(row - size.left(), row), new Range(column - size.right(), column));
  }
}
