package ballast.align;

/**
 * How many sentences a bead has on each side.
 *
 * @param left sentences on the left, at least one
 * @param right sentences on the right, at least one
 */
record BeadShape(int left, int right) {}
