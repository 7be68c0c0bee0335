package ballast.format.pdf;

/**
 * A printed character.
 *
 * @param text one or, for a ligature, several characters; blank for a space
 */
record Glyph(String text, Box box, Face face) {

  /**
   * The place of a character or a line on its page, rotated so that its text runs from left to
   * right.
   *
   * @param left distance of its beginning from the left edge, in points
   * @param right distance of its end from the left edge, in points
   * @param y distance of its baseline from the top edge, in points
   */
  record Box(double left, double right, double y) {

    boolean overlaps(Box other) {
      return left < other.right && other.left < right;
    }

    /** Returns the smallest box around both, on the baseline of this one. */
    Box with(Box other) {
      return new Box(Math.min(left, other.left), Math.max(right, other.right), y);
    }
  }

  /**
   * The print of characters. The size is that of the font as printed, in points.
   *
   * @param direction direction of the text, in degrees: 0, 90, 180 or 270; {@link #VERTICAL} for
   *     columns that are read from top to bottom
   */
  record Face(double size, boolean bold, int direction) {

    static final int VERTICAL = -1;

    private static final double SAME_SIZE = 0.07;

    /** Whether the sizes differ by no more than rounding. */
    boolean sameSize(Face other) {
      return Math.abs(size - other.size) <= SAME_SIZE * Math.max(size, other.size);
    }
  }
}
