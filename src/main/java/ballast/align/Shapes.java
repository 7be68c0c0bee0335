package ballast.align;

import java.util.ArrayList;
import java.util.List;

/**
 * The two-sided shapes a bead can have: with {@code n} left sentences up to {@code mostRight(n)}
 * right ones. Immutable.
 */
final class Shapes {

  /** Chinese sentences of policy texts become up to ten English ones. */
  static final Shapes USUAL = new Shapes(10, 5, 4, 3, 2, 1);

  private final int[] mostRight;
  private final int[] first;
  private final List<BeadShape> list;

  /**
   * @param mostRight for 1, 2, ... left sentences the most right ones; never rising
   */
  Shapes(int... mostRight) {
    this.mostRight = mostRight.clone();
    this.first = new int[mostRight.length];
    List<BeadShape> shapes = new ArrayList<>();
    for (int n = 1; n <= mostRight.length; n++) {
      if (mostRight[n - 1] < 1 || (n > 1 && mostRight[n - 1] > mostRight[n - 2])) {
        throw new IllegalArgumentException(
            "most right sentences for " + n + " left ones: " + mostRight[n - 1]);
      }
      first[n - 1] = shapes.size();
      for (int m = 1; m <= mostRight[n - 1]; m++) {
        shapes.add(new BeadShape(n, m));
      }
    }
    this.list = List.copyOf(shapes);
  }

  int size() {
    return list.size();
  }

  /** In the order of their {@link #index}. */
  List<BeadShape> list() {
    return list;
  }

  int mostLeft() {
    return mostRight.length;
  }

  int mostRight(int left) {
    return mostRight[left - 1];
  }

  boolean has(int left, int right) {
    return left >= 1 && right >= 1 && left <= mostRight.length && right <= mostRight[left - 1];
  }

  /** Place in the list of a shape that it {@link #has}. */
  int index(int left, int right) {
    return first[left - 1] + right - 1;
  }
}
