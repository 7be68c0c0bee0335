package ballast.align;

import ballast.bitext.Range;

/**
 * One step of a path: the sentences of a bead, before it has a confidence.
 *
 * @param left positions on the left; empty when the right sentence is left alone
 * @param right positions on the right; empty when the left sentence is left alone
 */
record Link(Range left, Range right) {

  boolean isOneSided() {
    return left.isEmpty() || right.isEmpty();
  }

  /** The same step with its positions raised by these numbers. */
  Link shifted(int rows, int columns) {
    return new Link(
        new Range(left.start() + rows, left.end() + rows),
        new Range(right.start() + columns, right.end() + columns));
  }

  Link swapped() {
    return new Link(right, left);
  }
}
