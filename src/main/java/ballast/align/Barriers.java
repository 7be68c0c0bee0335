package ballast.align;

import ballast.bitext.Range;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The user's marks at corresponding places of both texts, and the pins in order. The first on the
 * left pairs with the first on the right, and so on; no bead crosses them. Immutable.
 */
final class Barriers {

  /**
   * Weight of two barriers as a {@link Similarities.Point}, equal to the weight of a likely pair.
   */
  private static final double MARK_WEIGHT = 1;

  private final int[] left;
  private final int[] right;
  private final BitSet leftAlone;
  private final BitSet rightAlone;

  private Barriers(int[] left, int[] right, BitSet leftAlone, BitSet rightAlone) {
    this.left = left;
    this.right = right;
    this.leftAlone = leftAlone;
    this.rightAlone = rightAlone;
  }

  /**
   * @throws IllegalArgumentException if one text has more marks and pins than the other
   */
  static Barriers of(TextSide left, TextSide right) {
    int[] leftMarks = IntStream.range(0, left.size()).filter(left::isBarrier).toArray();
    int[] rightMarks = IntStream.range(0, right.size()).filter(right::isBarrier).toArray();
    if (leftMarks.length != rightMarks.length) {
      throw new IllegalArgumentException(
          "marks pair one to one: " + leftMarks.length + " here, " + rightMarks.length + " there");
    }
    return new Barriers(leftMarks, rightMarks, keptAlone(left), keptAlone(right));
  }

  private static BitSet keptAlone(TextSide side) {
    BitSet alone = new BitSet();
    IntStream.range(0, side.size()).filter(side::isKeptAlone).forEach(alone::set);
    return alone;
  }

  boolean keepSomeApart() {
    return !leftAlone.isEmpty() || !rightAlone.isEmpty();
  }

  boolean keepApart(Range leftRange, Range rightRange) {
    return !leftRange.isEmpty()
        && !rightRange.isEmpty()
        && (has(leftAlone, leftRange) || has(rightAlone, rightRange));
  }

  private static boolean has(BitSet sentences, Range range) {
    int first = sentences.nextSetBit(range.start());
    return first >= 0 && first < range.end();
  }

  Band narrow(Band band) {
    return left.length == 0 ? band : band.through(left, right);
  }

  /** The points between free sentences that cross no barrier, plus the barriers themselves. */
  Similarities within(Similarities similarities) {
    if (left.length == 0 && leftAlone.isEmpty() && rightAlone.isEmpty()) {
      return similarities;
    }
    List<Similarities.Point> points = new ArrayList<>();
    for (Similarities.Point point : similarities.points()) {
      int zone = zone(left, point.left());
      boolean free = !leftAlone.get(point.left()) && !rightAlone.get(point.right());
      if (free && zone % 2 == 0 && zone == zone(right, point.right())) {
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

  /** Even between barriers, odd for a barrier. Only sentences with equal zones may share a bead. */
  private static int zone(int[] marks, int sentence) {
    int index = Arrays.binarySearch(marks, sentence);
    return index >= 0 ? 2 * index + 1 : -2 * (index + 1);
  }
}
