package ballast.align;

import java.util.ArrayList;
import java.util.List;

/**
 * The two-sided shapes that a bead can have: {@code n} left sentences with up to {@code
 * maxRight(n)} right ones. Immutable.
 */
final class Shapes {

  /** A Chinese sentence of a policy text becomes up to ten English ones. */
  static final Shapes DEFAULT = new Shapes(10, 5, 4, 3, 2, 1);

  private final int[] maxRight;
  private final int[] first;
  private final List<BeadShape> list;

  /**
   * @param maxRight for 1, 2, ... left sentences the maximum of right ones; never rising
   */
  Shapes(int... maxRight) {
    this.maxRight = maxRight.clone();
    this.first = new int[maxRight.length];
    List<BeadShape> shapes = new ArrayList<>();
    for (int n = 1; n <= maxRight.length; n++) {
      if (maxRight[n - 1] < 1 || (n > 1 && maxRight[n - 1] > maxRight[n - 2])) {
        throw new IllegalArgumentException(
            "maximum of right sentences for " + n + " left ones: " + maxRight[n - 1]);
      }
      first[n - 1] = shapes.size();
      for (int m = 1; m <= maxRight[n - 1]; m++) {
        shapes.add(new BeadShape(n, m));
      }
    }
    this.list = List.copyOf(shapes);
  }

  int size() {
    return list.size();
  }

  /** All shapes, in the order of their {@link #index}. */
  List<BeadShape> list() {
    return list;
  }

  int maxLeft() {
    return maxRight.length;
  }

  int maxRight(int left) {
    return maxRight[left - 1];
  }

  boolean has(int left, int right) {
    return left >= 1 && right >= 1 && left <= maxRight.length && right <= maxRight[left - 1];
  }

  /** The index in the list of an allowed shape, see {@link #has}. */
  int index(int left, int right) {
    return first[left - 1] + right - 1;
  }

  /** The number of sentences on each side of a bead, at least one each. */
  record BeadShape(int left, int right) {}
}
