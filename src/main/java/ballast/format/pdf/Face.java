package ballast.format.pdf;

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
