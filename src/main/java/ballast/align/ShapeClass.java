package ballast.align;

import java.util.List;

/** Shapes of two-sided beads that are told apart in {@link RescoringFeatures}. */
final class ShapeClass {

  /** Their names; all shapes larger than the others share the last. */
  static final List<String> LABELS =
      List.of("1-1", "1-2", "1-3", "1-many", "2-1", "many-1", "2-2", "2-3", "3-2", "many-many");

  private ShapeClass() {}

  /**
   * The place of a shape among the {@link #LABELS}.
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
