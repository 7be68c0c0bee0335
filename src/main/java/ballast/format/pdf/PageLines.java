package ballast.format.pdf;

import java.util.List;

/**
 * The lines of a page, in the order of the file.
 *
 * @param height of the page in points
 */
record PageLines(double height, List<Line> lines) {

  PageLines {
    lines = List.copyOf(lines);
  }
}
