package ballast.align;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The marks that a user has put into both texts where they correspond: the first left one pairs
 * with the first right one, and so on; no bead crosses them. Immutable.
 */
final class Barriers {

  /** The weight of two marks as a {@link Similarities.Point}: that of a likely pair. */
  private static final double MARK_WEIGHT = 1;

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

  /** A band in which every path pairs all marks. */
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
      if (zone(left, point.left()) == zone(right, point.right())) {
        points.add(point);
      }
    }
    for (int k = 0; k < left.length; k++) {
      points.add(new Similarities.Point(left[k], right[k], MARK_WEIGHT));
    }
    points.sort(
        Comparator.comparingInt(Similarities.Point::left)
            .thenComparingInt(Similarities.Point::right));
    return new Similarities(points);
  }

  /** Even between marks, odd for a mark. Only sentences with equal numbers may share a bead. */
  private static int zone(int[] marks, int sentence) {
    int index = Arrays.binarySearch(marks, sentence);
    return index >= 0 ? 2 * index + 1 : -2 * (index + 1);
  }
}
