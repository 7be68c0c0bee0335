package ballast.align;

import ballast.align.Shapes.BeadShape;
import ballast.bitext.Interruption;
import ballast.bitext.Range;
import java.util.Arrays;

/**
 * The probability of each bead when all paths through a lattice are weighed by their scores
 * (forward-backward).
 *
 * <p>Keeps the score of every bead in the band. Each cell takes four bytes per shape plus 56 bytes.
 */
final class BeadPosteriors {

  @FunctionalInterface
  interface Visitor {
    void visit(Range left, Range right, double probability);
  }

  /** Log probability that counts as 0, since it is lost next to 1; most beads have less. */
  private static final double NEGLIGIBLE = -40;

  private final Band band;
  private final Shapes all;
  private final BeadShape[] shapes;
  private final float[] scores;
  private final double[] leftOnly;
  private final double[] rightOnly;
  private final double[] forward;

  /** For each cell the sum of {@link #forward} over the states. */
  private final double[] any;

  private final double[] backward;
  private final double total;

  /**
   * @param sharpness factor applied to every score; below 1 the probabilities are more even
   */
  BeadPosteriors(BeadLattice lattice, BeadScorer scorer, double sharpness) {
    this.band = lattice.band();
    this.all = lattice.shapes();
    this.shapes = all.list().toArray(new BeadShape[0]);
    int cells = Math.toIntExact(band.cells());
    this.scores = new float[Math.multiplyExact(cells, shapes.length)];
    this.leftOnly = new double[band.rows()];
    this.rightOnly = new double[band.columns()];
    fill(scorer, sharpness);
    BeadLattice.Continuation continuation = lattice.continuation().times(sharpness);
    this.forward = new double[Math.multiplyExact(cells, BeadLattice.STATES)];
    this.any = new double[cells];
    forward(continuation);
    this.backward = new double[forward.length];
    backward(continuation);
    int last = band.cell(band.rows(), band.columns()) * BeadLattice.STATES;
    this.total = add(add(forward[last], forward[last + 1]), forward[last + 2]);
  }

  private void fill(BeadScorer scorer, double sharpness) {
    for (int j = 0; j < rightOnly.length; j++) {
      rightOnly[j] = sharpness * scorer.score(new Range(0, 0), new Range(j, j + 1));
    }
    for (int i = 0; i < leftOnly.length; i++) {
      leftOnly[i] = sharpness * scorer.score(new Range(i, i + 1), new Range(0, 0));
    }
    Arrays.fill(scores, Float.NEGATIVE_INFINITY);
    double[] from = new double[shapes.length];
    for (int i = 0; i < band.rows(); i++) {
      Interruption.check();
      for (int j = band.low(i); j <= Math.min(band.high(i), band.columns() - 1); j++) {
        scorer.scoreFrom(i, j, all, band, from);
        for (int s = 0; s < shapes.length; s++) {
          if (from[s] != Double.NEGATIVE_INFINITY) {
            int to = band.cell(i + shapes[s].left(), j + shapes[s].right());
            scores[to * shapes.length + s] = (float) (sharpness * from[s]);
          }
        }
      }
    }
  }

  private void forward(BeadLattice.Continuation continuation) {
    Arrays.fill(forward, Double.NEGATIVE_INFINITY);
    forward[0] = 0;
    any[0] = 0;
    double[] ways = new double[shapes.length];
    for (int i = 0; i <= band.rows(); i++) {
      for (int j = band.low(i); j <= band.high(i); j++) {
        int cell = band.cell(i, j);
        int at = cell * BeadLattice.STATES;
        int count = 0;
        for (int s = 0; s < shapes.length; s++) {
          float score = scores[cell * shapes.length + s];
          if (score != Float.NEGATIVE_INFINITY) {
            ways[count++] = any[band.cell(i - shapes[s].left(), j - shapes[s].right())] + score;
          }
        }
        if (count > 0) {
          forward[at] = sum(ways, count);
        }
        if (band.contains(i - 1, j)) {
          int from = cell(i - 1, j);
          forward[at + BeadLattice.LEFT_ONLY] =
              add(forward[from], forward[from + BeadLattice.LEFT_ONLY] + continuation.left()[i - 1])
                  + leftOnly[i - 1];
        }
        if (j > band.low(i)) {
          int from = at - BeadLattice.STATES;
          forward[at + BeadLattice.RIGHT_ONLY] =
              add(
                      add(forward[from], forward[from + BeadLattice.LEFT_ONLY]),
                      forward[from + BeadLattice.RIGHT_ONLY] + continuation.right()[j - 1])
                  + rightOnly[j - 1];
        }
        any[cell] = add(add(forward[at], forward[at + 1]), forward[at + 2]);
      }
    }
  }

  /** For each state, the log of the summed weights of all paths from there to the end. */
  private void backward(BeadLattice.Continuation continuation) {
    Arrays.fill(backward, Double.NEGATIVE_INFINITY);
    Arrays.fill(backward, backward.length - BeadLattice.STATES, backward.length, 0);
    double[] ways = new double[shapes.length];
    for (int i = band.rows(); i >= 0; i--) {
      for (int j = band.high(i); j >= band.low(i); j--) {
        int at = cell(i, j);
        int count = 0;
        for (int s = 0; s < shapes.length; s++) {
          int toRow = i + shapes[s].left();
          int toColumn = j + shapes[s].right();
          if (band.contains(toRow, toColumn)) {
            int to = band.cell(toRow, toColumn);
            ways[count++] = scores[to * shapes.length + s] + backward[to * BeadLattice.STATES];
          }
        }
        double left =
            band.contains(i + 1, j)
                ? leftOnly[i] + backward[cell(i + 1, j) + BeadLattice.LEFT_ONLY]
                : Double.NEGATIVE_INFINITY;
        double right =
            j < band.high(i)
                ? rightOnly[j] + backward[at + BeadLattice.STATES + BeadLattice.RIGHT_ONLY]
                : Double.NEGATIVE_INFINITY;
        if (i < band.rows() || j < band.columns()) {
          double paired = sum(ways, count);
          double leftRun = i < band.rows() ? continuation.left()[i] : 0;
          double rightRun = j < band.columns() ? continuation.right()[j] : 0;
          backward[at] = add(paired, add(left, right));
          backward[at + BeadLattice.LEFT_ONLY] = add(paired, add(left + leftRun, right));
          backward[at + BeadLattice.RIGHT_ONLY] = add(paired, right + rightRun);
        }
      }
    }
  }

  private int cell(int row, int column) {
    return band.cell(row, column) * BeadLattice.STATES;
  }

  /**
   * The probability of a bead, in [0, 1]; 0 if it is outside the band or has no allowed shape. For
   * a sentence left alone, that it is alone anywhere; its place must still be in the band.
   */
  double probability(Range left, Range right) {
    if (!band.contains(left.start(), right.start()) || !band.contains(left.end(), right.end())) {
      return 0;
    }
    if (left.isEmpty() || right.isEmpty()) {
      return oneSided(left, right);
    }
    return all.has(left.size(), right.size())
        ? probabilityTo(left.end(), right.end(), all.index(left.size(), right.size()))
        : 0;
  }

  /** The probability that a bead ends at a corner of the band and the next begins there. */
  double probability(int row, int column) {
    int at = cell(row, column);
    double sum = 0;
    for (int state = 0; state < BeadLattice.STATES; state++) {
      sum += Math.exp(forward[at + state] + backward[at + state] - total);
    }
    return Math.min(1, sum);
  }

  /** The probability of the bead of shape {@code s} that ends at a corner of the band. */
  double probabilityTo(int i, int j, int s) {
    int to = band.cell(i, j);
    float score = scores[to * shapes.length + s];
    if (score == Float.NEGATIVE_INFINITY) {
      return 0;
    }
    int from = band.cell(i - shapes[s].left(), j - shapes[s].right());
    double log = any[from] + score + backward[to * BeadLattice.STATES] - total;
    return log < NEGLIGIBLE ? 0 : Math.min(1, Math.exp(log));
  }

  /** The probability that a sentence is left alone, anywhere between the other side's sentences. */
  private double oneSided(Range left, Range right) {
    int state = right.isEmpty() ? BeadLattice.LEFT_ONLY : BeadLattice.RIGHT_ONLY;
    if (left.size() + right.size() != 1) {
      return 0;
    }
    double sum = 0;
    int row = left.end();
    int column = right.end();
    if (state == BeadLattice.LEFT_ONLY) {
      for (int j = band.low(row); j <= band.high(row); j++) {
        int at = cell(row, j) + state;
        sum += Math.exp(forward[at] + backward[at] - total);
      }
      return Math.min(1, sum);
    }
    for (int i = row; band.contains(i, column); i--) {
      sum += atCell(i, column, state);
    }
    for (int i = row + 1; band.contains(i, column); i++) {
      sum += atCell(i, column, state);
    }
    return Math.min(1, sum);
  }

  /** The expected numbers of left and right sentences left alone. */
  double[] expectedAlone() {
    double[] sums = new double[2];
    for (int at = 0; at < forward.length; at += BeadLattice.STATES) {
      sums[0] += Math.exp(forward[at + 1] + backward[at + 1] - total);
      sums[1] += Math.exp(forward[at + 2] + backward[at + 2] - total);
    }
    return sums;
  }

  private double atCell(int row, int column, int state) {
    int at = cell(row, column) + state;
    return Math.exp(forward[at] + backward[at] - total);
  }

  /** Visits every two-sided bead with at least the threshold probability, row by row. */
  void forEach(double threshold, Visitor visitor) {
    for (int i = 0; i <= band.rows(); i++) {
      for (int j = band.low(i); j <= band.high(i); j++) {
        for (int s = 0; s < shapes.length; s++) {
          double probability = probabilityTo(i, j, s);
          if (probability >= threshold) {
            visitor.visit(
                new Range(i - shapes[s].left(), i),
                new Range(j - shapes[s].right(), j),
                probability);
          }
        }
      }
    }
  }

  /** The log of the sum of the exponentials of the first {@code count} values. */
  private static double sum(double[] values, int count) {
    double high = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < count; k++) {
      high = Math.max(high, values[k]);
    }
    if (high == Double.NEGATIVE_INFINITY) {
      return high;
    }
    double sum = 0;
    for (int k = 0; k < count; k++) {
      sum += values[k] - high > NEGLIGIBLE ? Math.exp(values[k] - high) : 0;
    }
    return high + Math.log(sum);
  }

  /** log(exp(a) + exp(b)). */
  private static double add(double a, double b) {
    double high = Math.max(a, b);
    double low = Math.min(a, b);
    double gap = low - high;
    // This also covers minus infinity. log1p is several times slower, and its last digits are lost
    // in the sum.
    return gap > NEGLIGIBLE ? high + Math.log(1 + Math.exp(gap)) : high;
  }
}
