package ballast.align;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * Finds the maximum of a smooth concave function: L-BFGS (Liu and Nocedal 1989) with backtracking.
 */
public final class Ascent {

  private static final int MEMORY = 10;
  private static final int MAX_HALVINGS = 20;

  /** Fills in the gradient and returns the value. */
  @FunctionalInterface
  public interface Function {
    double at(double[] point, double[] gradient);
  }

  /** A step and how much the gradient decreased on it. */
  @SuppressWarnings("ArrayRecordComponent")
  private record Step(double[] move, double[] decrease) {}

  private Ascent() {}

  /**
   * The maximum, or the best point after {@code steps} steps.
   *
   * @param minGain the search ends after a step that gains less than this
   */
  public static double[] climb(Function function, double[] start, int steps, double minGain) {
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
      if (gain < minGain) {
        break;
      }
    }
    return point;
  }

  private static void remember(Deque<Step> memory, Step step) {
    if (dot(step.move, step.decrease) > 1e-12) {
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
      alpha[--k] = dot(step.move, q) / dot(step.decrease, step.move);
      add(q, step.decrease, -alpha[k]);
    }
    Step last = memory.peekLast();
    double scale =
        last == null
            ? 1 / Math.max(1, Math.sqrt(dot(gradient, gradient)))
            : dot(last.move, last.decrease) / dot(last.decrease, last.decrease);
    for (int i = 0; i < q.length; i++) {
      q[i] *= scale;
    }
    for (Step step : memory) {
      double beta = dot(step.decrease, q) / dot(step.decrease, step.move);
      add(q, step.move, alpha[k++] - beta);
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
