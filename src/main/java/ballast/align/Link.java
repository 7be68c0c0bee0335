package ballast.align;

import ballast.bitext.Range;

/** The sentences of a bead, before it has a confidence; a side may be empty. */
record Link(Range left, Range right) {

  boolean isOneSided() {
    return left.isEmpty() || right.isEmpty();
  }

  Link shifted(int rows, int columns) {
    return new Link(
        new Range(left.start() + rows, left.end() + rows),
        new Range(right.start() + columns, right.end() + columns));
  }

  Link swapped() {
    return new Link(right, left);
  }
}
