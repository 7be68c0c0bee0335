package ballast.align;

import ballast.align.Shapes.BeadShape;
import ballast.bitext.Interruption;
import ballast.bitext.Range;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * All ways to tile two texts with beads, and the best of them. Uses exact dynamic programming
 * inside a band (Gale and Church 1993), with a lower cost for continuing a run of one-sided beads
 * (Gotoh 1982), so that an untranslated passage does not spoil the beads around it.
 *
 * <p>A cell has three states: after a two-sided bead, after a left sentence alone, after a right
 * sentence alone. If left and right sentences alone follow each other, the left ones come first;
 * the other order would be the same alignment again.
 *
 * @param shapes two-sided shapes; the one-sided 1-0 and 0-1 are always allowed
 */
record BeadLattice(Band band, Shapes shapes, Continuation continuation) {

  static final int PAIRED = 0;
  static final int LEFT_ONLY = 1;
  static final int RIGHT_ONLY = 2;
  static final int STATES = 3;

  /** The back pointer of a cell is a short; four of its bits are for the one-sided states. */
  private static final int MAX_SHAPES = 600;

  BeadLattice {
    if (shapes.size() > MAX_SHAPES) {
      throw new IllegalArgumentException(
          shapes.size() + " shapes; at most " + MAX_SHAPES + " are possible");
    }
  }

  BeadLattice(Band band, Shapes shapes, double nats) {
    this(band, shapes, Continuation.uniform(nats, band));
  }

  BeadLattice withContinuation(double nats) {
    return new BeadLattice(band, shapes, nats);
  }

  BeadLattice withContinuation(Continuation newContinuation) {
    return new BeadLattice(band, shapes, newContinuation);
  }

  /**
   * Nats added for each sentence alone if the previous sentence on its side is alone.
   *
   * <p>A sentence of the article does not continue a run of furniture: page lines around the
   * article do not make it likelier that its headline was omitted.
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Continuation(double[] left, double[] right) {

    static Continuation of(double nats, BothTexts texts) {
      return new Continuation(side(nats, texts.left()), side(nats, texts.right()));
    }

    static Continuation uniform(double nats, Band band) {
      double[] left = new double[band.rows()];
      double[] right = new double[band.columns()];
      Arrays.fill(left, nats);
      Arrays.fill(right, nats);
      return new Continuation(left, right);
    }

    Continuation times(double factor) {
      return new Continuation(times(left, factor), times(right, factor));
    }

    private static double[] times(double[] nats, double factor) {
      return Arrays.stream(nats).map(each -> factor * each).toArray();
    }

    private static double[] side(double nats, TextSide side) {
      double[] each = new double[side.size()];
      for (int i = 0; i < each.length; i++) {
        each[i] = i > 0 && side.isFurniture(i - 1) && !side.isFurniture(i) ? 0 : nats;
      }
      return each;
    }
  }

  /** Number of rows that a search keeps in addition to the current one. */
  int depth() {
    return shapes.maxLeft();
  }

  /**
   * Finds the path with the highest sum of scores, which tiles both sides. On a tie, the shapes
   * that come first in the list win. Keeps two bytes for each cell and three numbers for the cells
   * of a few rows.
   */
  List<Link> bestPath(BeadScorer scorer) {
    return new Viterbi(this, scorer).run();
  }

  private static final class Viterbi {

    private final Band band;
    private final Shapes all;
    private final BeadShape[] shapes;
    private final Continuation continuation;
    private final BeadScorer scorer;
    private final short[] back;
    private final double[][] ring;

    Viterbi(BeadLattice lattice, BeadScorer scorer) {
      this.band = lattice.band;
      this.all = lattice.shapes;
      this.shapes = lattice.shapes.list().toArray(new BeadShape[0]);
      this.continuation = lattice.continuation;
      this.scorer = scorer;
      this.back = new short[Math.toIntExact(band.cells())];
      int width = 0;
      for (int i = 0; i <= band.rows(); i++) {
        width = Math.max(width, band.high(i) - band.low(i) + 1);
      }
      this.ring = new double[lattice.depth() + 1][width * STATES];
    }

    List<Link> run() {
      double[] oneSidedRight = new double[band.columns()];
      for (int j = 0; j < oneSidedRight.length; j++) {
        oneSidedRight[j] = scorer.score(new Range(0, 0), new Range(j, j + 1));
      }
      for (int i = 0; i <= band.rows(); i++) {
        Interruption.check();
        double[] row = ring[i % ring.length];
        Arrays.fill(row, Double.NEGATIVE_INFINITY);
        double oneSidedLeft = i == 0 ? 0 : scorer.score(new Range(i - 1, i), new Range(0, 0));
        for (int j = band.low(i); j <= band.high(i); j++) {
          visit(row, i, j, oneSidedLeft, j == 0 ? 0 : oneSidedRight[j - 1]);
        }
      }
      return trace();
    }

    private void visit(double[] row, int i, int j, double left, double right) {
      int at = (j - band.low(i)) * STATES;
      if (i == 0 && j == 0) {
        row[at] = 0;
        return;
      }
      int code = pair(row, at, i, j);
      if (band.contains(i - 1, j)) {
        double[] above = ring[(i - 1) % ring.length];
        int from = (j - band.low(i - 1)) * STATES;
        double open = above[from + PAIRED];
        double run = above[from + LEFT_ONLY] + continuation.left[i - 1];
        row[at + LEFT_ONLY] = Math.max(open, run) + left;
        code |= (run > open ? 1 : 0) << 1;
      }
      if (j > band.low(i)) {
        int from = at - STATES;
        double open = Math.max(row[from + PAIRED], row[from + LEFT_ONLY]);
        double run = row[from + RIGHT_ONLY] + continuation.right[j - 1];
        row[at + RIGHT_ONLY] = Math.max(open, run) + right;
        int state =
            run > open
                ? RIGHT_ONLY
                : row[from + LEFT_ONLY] > row[from + PAIRED] ? LEFT_ONLY : PAIRED;
        code |= state << 2;
      }
      back[band.cell(i, j)] = (short) code;
    }

    /** The best two-sided bead that ends here, with its shape and state in the high bits. */
    private int pair(double[] row, int at, int i, int j) {
      int code = 0;
      for (int s = 0; s < shapes.length; s++) {
        int fromRow = i - shapes[s].left();
        int fromColumn = j - shapes[s].right();
        if (!band.contains(fromRow, fromColumn)) {
          continue;
        }
        double[] previous = ring[fromRow % ring.length];
        int from = (fromColumn - band.low(fromRow)) * STATES;
        int state = PAIRED;
        for (int candidate = 1; candidate < STATES; candidate++) {
          if (previous[from + candidate] > previous[from + state]) {
            state = candidate;
          }
        }
        double score =
            previous[from + state] == Double.NEGATIVE_INFINITY
                ? Double.NEGATIVE_INFINITY
                : previous[from + state] + scorer.scoreTo(i, j, s, all);
        if (score > row[at + PAIRED]) {
          row[at + PAIRED] = score;
          code = (s * STATES + state) << 4;
        }
      }
      return code;
    }

    private List<Link> trace() {
      List<Link> path = new ArrayList<>();
      int i = band.rows();
      int j = band.columns();
      double[] row = ring[i % ring.length];
      int at = (j - band.low(i)) * STATES;
      int state = PAIRED;
      for (int candidate = 1; candidate < STATES; candidate++) {
        state = row[at + candidate] > row[at + state] ? candidate : state;
      }
      while (i > 0 || j > 0) {
        int code = back[band.cell(i, j)];
        int fromRow = i;
        int fromColumn = j;
        if (state == LEFT_ONLY) {
          fromRow--;
          state = (code >> 1 & 1) == 1 ? LEFT_ONLY : PAIRED;
        } else if (state == RIGHT_ONLY) {
          fromColumn--;
          state = code >> 2 & 3;
        } else {
          BeadShape shape = shapes[(code >> 4) / STATES];
          fromRow -= shape.left();
          fromColumn -= shape.right();
          state = (code >> 4) % STATES;
        }
        path.add(new Link(new Range(fromRow, i), new Range(fromColumn, j)));
        i = fromRow;
        j = fromColumn;
      }
      Collections.reverse(path);
      return path;
    }
  }
}
