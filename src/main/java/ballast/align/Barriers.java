package ballast.align;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The marks that a user has put into both texts where they correspond: the first left one pairs
 * with the first right one, and no bead reaches over them. Immutable.
 */
final class Barriers {

  /** How alike two marks are for a {@link Similarities.Point}: as a likely pair. */
  private static final double ALIKE = 1;

  private final int[] left;
  private final int[] right;

  private Barriers(int[] left, int[] right) {
    this.left = left;
    this.right = right;
  }

  /**
   * The marks of two texts.
   *
   * @throws IllegalArgumentException if one text has more of them than the other
   */
  static Barriers of(TextSide left, TextSide right) {
    int[] leftMarks = IntStream.range(0, left.size()).filter(left::isMark).toArray();
    int[] rightMarks = IntStream.range(0, right.size()).filter(right::isMark).toArray();
    if (leftMarks.length != rightMarks.length) {
      throw new IllegalArgumentException(
          "marks pair one to one: " + leftMarks.length + " here, " + rightMarks.length + " there");
    }
    return new Barriers(leftMarks, rightMarks);
  }

  /** The cells of a band from which the marks are reached: a path in it pairs all of them. */
  Band narrow(Band band) {
    return left.length == 0 ? band : band.through(left, right);
  }

  /** The points that cross no mark, and the marks themselves. */
  Similarities within(Similarities similarities) {
    if (left.length == 0) {
      return similarities;
    }
    List<Similarities.Point> points = new ArrayList<>();
    for (Similarities.Point point : similarities.points()) {
      if (place(left, point.left()) == place(right, point.right())) {
        points.add(point);
      }
    }
    for (int k = 0; k < left.length; k++) {
      points.add(new Similarities.Point(left[k], right[k], ALIKE));
    }
    points.sort(
        Comparator.comparingInt(Similarities.Point::left)
            .thenComparingInt(Similarities.Point::right));
    return new Similarities(points);
  }

  /** Even between marks, odd for a mark; the same number on both sides belongs together. */
  private static int place(int[] marks, int sentence) {
    int found = Arrays.binarySearch(marks, sentence);
    return found >= 0 ? 2 * found + 1 : -2 * (found + 1);
  }
}
