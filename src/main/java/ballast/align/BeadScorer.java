package ballast.align;

import ballast.bitext.Range;
import java.util.Arrays;

/**
 * How well some left sentences and some right sentences would make one bead: the seam between the
 * search and the evidence. Scores are in nats, on the scale of a log-probability; only differences
 * matter.
 */
@FunctionalInterface
interface BeadScorer {

  /**
   * The score of one bead.
   *
   * @param source positions of the left sentences
   * @param target positions of the right sentences; at most one of the two ranges is empty
   * @return {@link Double#NEGATIVE_INFINITY} forbids the bead; a bead of one sentence and no
   *     partner must always be finite, because with those alone a path always exists
   */
  double score(Range source, Range target);

  /**
   * The scores of all two-sided beads that begin at a corner.
   *
   * @param row left sentences before the corner
   * @param column right sentences before it
   * @param band beads that do not end in it are not asked for
   * @param scores one entry for each of the shapes; minus infinity for beads that end outside
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
}
