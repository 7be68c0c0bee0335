package ballast.align;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/** Climbs a smooth concave function: L-BFGS (Liu and Nocedal 1989) with backtracking. */
final class Ascent {

  private static final int MEMORY = 10;
  private static final int MAX_HALVINGS = 20;

  /** Fills in the gradient and returns the value. */
  @FunctionalInterface
  interface Function {
    double at(double[] point, double[] gradient);
  }

  /** A step that was taken and how the gradient fell on it. */
  private static final class Step {
    private final double[] moved;
    private final double[] fell;

    Step(double[] moved, double[] fell) {
      this.moved = moved;
      this.fell = fell;
    }
  }

  private Ascent() {}

  /**
   * The top, or as near as {@code steps} get.
   *
   * @param enough a step that gains less is the last
   */
  static double[] climb(Function function, double[] start, int steps, double enough) {
    double[] point = start.clone();
    double[] gradient = new double[point.length];
    double value = function.at(point, gradient);
    Deque<Step> memory = new ArrayDeque<>();
    for (int step = 0; step < steps; step++) {
      double[] direction = direction(gradient, memory);
      double[] next = new double[point.length];
      double[] nextGradient = new double[point.length];
      double reached = Double.NEGATIVE_INFINITY;
      double length = 1;
      for (int k = 0; k < MAX_HALVINGS && !(reached > value); k++) {
        for (int i = 0; i < next.length; i++) {
          next[i] = point[i] + length * direction[i];
        }
        reached = function.at(next, nextGradient);
        length /= 2;
      }
      if (!(reached > value)) {
        break;
      }
      remember(memory, new Step(minus(next, point), minus(gradient, nextGradient)));
      double gain = reached - value;
      point = next;
      gradient = nextGradient;
      value = reached;
      if (gain < enough) {
        break;
      }
    }
    return point;
  }

  private static void remember(Deque<Step> memory, Step step) {
    if (dot(step.moved, step.fell) > 1e-12) {
      memory.addLast(step);
      if (memory.size() > MEMORY) {
        memory.removeFirst();
      }
    }
  }

  private static double[] direction(double[] gradient, Deque<Step> memory) {
    double[] q = gradient.clone();
    double[] alpha = new double[memory.size()];
    int k = memory.size();
    for (Iterator<Step> steps = memory.descendingIterator(); steps.hasNext(); ) {
      Step step = steps.next();
      alpha[--k] = dot(step.moved, q) / dot(step.fell, step.moved);
      add(q, step.fell, -alpha[k]);
    }
    Step last = memory.peekLast();
    double scale =
        last == null
            ? 1 / Math.max(1, Math.sqrt(dot(gradient, gradient)))
            : dot(last.moved, last.fell) / dot(last.fell, last.fell);
    for (int i = 0; i < q.length; i++) {
      q[i] *= scale;
    }
    for (Step step : memory) {
      double beta = dot(step.fell, q) / dot(step.fell, step.moved);
      add(q, step.moved, alpha[k++] - beta);
    }
    return q;
  }

  private static void add(double[] to, double[] some, double times) {
    for (int i = 0; i < to.length; i++) {
      to[i] += times * some[i];
    }
  }

  private static double[] minus(double[] a, double[] b) {
    double[] difference = a.clone();
    add(difference, b, -1);
    return difference;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
