package ballast.format.pdf;

/**
 * Where a character or a line stands on its page, turned so that its text runs from left to right.
 *
 * @param left distance of its beginning from the left edge, in points
 * @param right distance of its end from the left edge, in points
 * @param y distance of its baseline from the top edge, in points
 */
record Box(double left, double right, double y) {

  /** Whether some vertical line crosses both. */
  boolean overlaps(Box other) {
    return left < other.right && other.left < right;
  }

  /** The smallest box that holds both, on the baseline of this one. */
  Box with(Box other) {
    return new Box(Math.min(left, other.left), Math.max(right, other.right), y);
  }
}
