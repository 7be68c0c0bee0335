package ballast.format.pdf;

/**
 * A character as it is printed.
 *
 * @param text one or, for a ligature, several characters; blank for a space
 */
record Glyph(String text, Box box, Face face) {

  /**
   * Where a character or a line stands on its page, turned so that its text runs from left to
   * right.
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

  /**
   * How characters are printed.
   *
   * @param size of the font as printed, in points
   * @param bold whether it is heavier than the usual print
   * @param direction in which the text runs, in degrees: 0, 90, 180 or 270; {@link #VERTICAL} for
   *     columns that are read from top to bottom
   */
  record Face(double size, boolean bold, int direction) {

    /** The direction of vertical writing. */
    static final int VERTICAL = -1;

    private static final double SAME_SIZE = 0.07;

    /** Whether the sizes differ by no more than rounding does. */
    boolean sameSize(Face other) {
      return Math.abs(size - other.size) <= SAME_SIZE * Math.max(size, other.size);
    }
  }
}
