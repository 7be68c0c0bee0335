package ballast.align;

import ballast.align.Shapes.BeadShape;
import ballast.bitext.Range;
import java.util.Arrays;

/**
 * How well some left and some right sentences make one bead. The search knows the evidence only
 * through this interface. Scores are in nats, on the scale of a log-probability; only differences
 * matter.
 */
@FunctionalInterface
interface BeadScorer {

  /**
   * The score of one bead.
   *
   * @param source positions of the left sentences
   * @param target positions of the right sentences; at most one of the two ranges is empty
   * @return {@link Double#NEGATIVE_INFINITY} forbids the bead; the score of a one-sided bead is
   *     always finite, so that a path always exists
   */
  double score(Range source, Range target);

  /**
   * The scores of all two-sided beads that begin at a corner.
   *
   * @param row left sentences before the corner
   * @param column right sentences before it
   * @param band beads must end in it
   * @param scores filled with one score for each of the shapes; minus infinity for beads that end
   *     outside the band
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

  /**
   * The score of the two-sided bead of a shape that ends at a corner.
   *
   * @param row left sentences before the corner
   * @param column right sentences before it
   * @param shape index of the shape
   */
  default double scoreTo(int row, int column, int shape, Shapes shapes) {
    BeadShape size = shapes.list().get(shape);
    return score(new Range(row - size.left(), row), new Range(column - size.right(), column));
  }
}
