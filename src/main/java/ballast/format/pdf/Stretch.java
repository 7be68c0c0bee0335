package ballast.format.pdf;

import java.util.List;

/**
 * Lines that follow one another downwards on a page without a jump: a column, what stands in it
 * between two pictures, or the cell of a table.
 */
record Stretch(List<Line> lines, Margins margins, boolean cell) {

  Stretch {
    lines = List.copyOf(lines);
  }

  Line first() {
    return lines.get(0);
  }

  Line last() {
    return lines.get(lines.size() - 1);
  }
}
