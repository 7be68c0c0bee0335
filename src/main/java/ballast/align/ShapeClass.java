package ballast.align;

import java.util.List;

/** The classes of shapes of two-sided beads that {@link RescoringFeatures} distinguishes. */
final class ShapeClass {

  /** The names of the classes; all larger shapes share the last. */
  static final List<String> LABELS =
      List.of("1-1", "1-2", "1-3", "1-many", "2-1", "many-1", "2-2", "2-3", "3-2", "many-many");

  private ShapeClass() {}

  /**
   * The index of the class of a shape in {@link #LABELS}.
   *
   * @param left how many left sentences, 1 or more
   * @param right how many right sentences, 1 or more
   */
  static int of(int left, int right) {
    if (left == 1) {
      return Math.min(right, 4) - 1;
    }
    if (right == 1) {
      return left == 2 ? 4 : 5;
    }
    if (left == 2 && right <= 3) {
      return 4 + right;
    }
    return left == 3 && right == 2 ? 8 : 9;
  }
}
