package ballast.format.pdf;

/**
 * Between which edges the lines of a column run.
 *
 * @param left of lines without indent, in points
 * @param right of full lines, in points
 * @param indent of the first lines of paragraphs, in points; 0 if they have none
 */
record Margins(double left, double right, double indent) {}
