package ballast.align;

import ballast.align.RescoringFeatures.FeatureNames;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * How probable the right paths of documents are under a log-linear model of paths, and its gradient
 * (Lafferty, McCallum and Pereira 2001). The weights are those of two-sided beads, then those of
 * sentences alone, then the continuation.
 */
final class PathLikelihood {

  static final int PAIRED = FeatureNames.PAIRED.size();
  static final int SIZE = PAIRED + FeatureNames.ALONE.size() + 1;

  private static final double NOTHING = Double.NEGATIVE_INFINITY;

  private final List<GoldPaths> documents;
  private final double[] start;
  private final double ridge;

  /**
   * @param start the weights from which the ridge measures
   * @param ridge twice the penalty of a weight that differs from its start by 1, nats
   */
  PathLikelihood(List<GoldPaths> documents, double[] start, double ridge) {
    this.documents = documents;
    this.start = start;
    this.ridge = ridge;
  }

  /**
   * The log likelihood less the ridge, nats.
   *
   * @param gradient filled with its gradient
   */
  double at(double[] weights, double[] gradient) {
    Arrays.fill(gradient, 0);
    double sum = 0;
    List<double[]> parts =
        documents.parallelStream()
            .map(
                document -> {
                  double[] part = new double[SIZE + 1];
                  double right = new Sweep(document, weights, true).add(1, part);
                  if (right == NOTHING) {
                    return new double[SIZE + 1];
                  }
                  part[SIZE] = right - new Sweep(document, weights, false).add(-1, part);
                  return part;
                })
            .toList();
    for (double[] part : parts) {
      sum += part[SIZE];
      for (int k = 0; k < SIZE; k++) {
        gradient[k] += part[k];
      }
    }
    for (int k = 0; k < SIZE; k++) {
      double away = weights[k] - start[k];
      sum -= ridge / 2 * away * away;
      gradient[k] -= ridge * away;
    }
    return sum;
  }

  /** Forward and backward through one document. */
  private static final class Sweep {

    private final GoldPaths document;
    private final Band band;
    private final double[] weights;
    private final boolean onlyRight;
    private final double continuation;
    private final double[] left;
    private final double[] right;
    private final double[] forward;
    private final double[] backward;

    Sweep(GoldPaths document, double[] weights, boolean onlyRight) {
      this.document = document;
      this.band = document.band();
      this.weights = weights;
      this.onlyRight = onlyRight;
      this.continuation = weights[SIZE - 1];
      this.left = document.left().stream().mapToDouble(one -> score(one, PAIRED)).toArray();
      this.right = document.right().stream().mapToDouble(one -> score(one, PAIRED)).toArray();
      this.forward = new double[Math.toIntExact(3 * band.cells())];
      this.backward = new double[forward.length];
    }

    private double score(GoldPaths.Choice choice, int at) {
      return onlyRight && !choice.right() ? NOTHING : dot(choice.features(), at);
    }

    private double dot(double[] features, int at) {
      double sum = 0;
      for (int k = 0; k < features.length; k++) {
        sum += weights[at + k] * features[k];
      }
      return sum;
    }

    /** The log sum of all paths; adds the expected features times {@code sign} to a gradient. */
    double add(double sign, double[] gradient) {
      forEachCell(false, this::reach);
      int last = forward.length - 3;
      double total = any(last);
      if (total != NOTHING) {
        Arrays.fill(backward, NOTHING);
        Arrays.fill(backward, last, last + 3, 0);
        forEachCell(true, at -> leave(at, total, sign, gradient));
      }
      return total;
    }

    private void forEachCell(boolean fromEnd, Consumer<int[]> action) {
      int rows = band.rows();
      for (int r = 0; r <= rows; r++) {
        int i = fromEnd ? rows - r : r;
        int width = band.high(i) - band.low(i);
        for (int c = 0; c <= width; c++) {
          action.accept(new int[] {i, fromEnd ? band.high(i) - c : band.low(i) + c});
        }
      }
    }

    private void reach(int[] cell) {
      int i = cell[0];
      int j = cell[1];
      int at = 3 * band.cell(i, j);
      Arrays.fill(forward, at, at + 3, NOTHING);
      if (at == 0) {
        forward[0] = 0;
        return;
      }
      for (GoldPaths.Choice choice : document.into().get(at / 3)) {
        forward[at] = add(forward[at], any(3 * choice.from()) + score(choice, 0));
      }
      if (band.contains(i - 1, j)) {
        int from = 3 * band.cell(i - 1, j);
        forward[at + 1] = add(forward[from], forward[from + 1] + continuation) + left[i - 1];
      }
      if (j > band.low(i)) {
        int from = at - 3;
        double open = add(forward[from], forward[from + 1]);
        forward[at + 2] = add(open, forward[from + 2] + continuation) + right[j - 1];
      }
    }

    private void leave(int[] cell, double total, double sign, double[] gradient) {
      int i = cell[0];
      int j = cell[1];
      int at = 3 * band.cell(i, j);
      if (backward[at] != NOTHING) {
        for (GoldPaths.Choice choice : document.into().get(at / 3)) {
          int from = 3 * choice.from();
          double way = score(choice, 0) + backward[at];
          count(sign * Math.exp(any(from) + way - total), choice.features(), 0, gradient);
          for (int state = 0; state < 3; state++) {
            backward[from + state] = add(backward[from + state], way);
          }
        }
      }
      if (band.contains(i - 1, j) && backward[at + 1] != NOTHING) {
        int from = 3 * band.cell(i - 1, j);
        double way = left[i - 1] + backward[at + 1];
        double again = Math.exp(forward[from + 1] + continuation + way - total);
        double all = Math.exp(forward[from] + way - total) + again;
        count(sign * all, document.left().get(i - 1).features(), PAIRED, gradient);
        gradient[SIZE - 1] += sign * again;
        backward[from] = add(backward[from], way);
        backward[from + 1] = add(backward[from + 1], way + continuation);
      }
      if (j > band.low(i) && backward[at + 2] != NOTHING) {
        int from = at - 3;
        double way = right[j - 1] + backward[at + 2];
        double again = Math.exp(forward[from + 2] + continuation + way - total);
        double all = Math.exp(add(forward[from], forward[from + 1]) + way - total) + again;
        count(sign * all, document.right().get(j - 1).features(), PAIRED, gradient);
        gradient[SIZE - 1] += sign * again;
        backward[from] = add(backward[from], way);
        backward[from + 1] = add(backward[from + 1], way);
        backward[from + 2] = add(backward[from + 2], way + continuation);
      }
    }

    private static void count(double times, double[] features, int at, double[] gradient) {
      for (int k = 0; k < features.length && times != 0; k++) {
        gradient[at + k] += times * features[k];
      }
    }

    private double any(int at) {
      return add(add(forward[at], forward[at + 1]), forward[at + 2]);
    }

    /** log(exp(a) + exp(b)). */
    private static double add(double a, double b) {
      double high = Math.max(a, b);
      return high == NOTHING ? NOTHING : high + Math.log1p(Math.exp(Math.min(a, b) - high));
    }
  }
}
