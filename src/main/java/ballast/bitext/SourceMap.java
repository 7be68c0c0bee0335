package ballast.bitext;

import java.util.ArrayList;
import java.util.List;

/**
 * Maps a document's text to places in the file from which it was read.
 *
 * <p>A document's text is not always its file's: soft-wrapped lines are joined, indents and markup
 * are left out. A point maps the text from one offset up to the next point to a run of the file
 * that begins at a given line and column.
 *
 * @param points by ascending offset; empty when the text did not come from a file (then every place
 *     is line 1)
 */
public record SourceMap(List<Point> points) {

  /** A map for text that did not come from a file, or came from its first line unchanged. */
  public static final SourceMap NONE = new SourceMap(List.of());

  /**
   * Maps the text from an offset on to a place in the file.
   *
   * @param offset UTF-16 units into the document's text
   * @param line 1-based line of the file
   * @param column 1-based column in code points
   */
  public record Point(int offset, int line, int column) {}

  public SourceMap {
    points = List.copyOf(points);
    for (int i = 1; i < points.size(); i++) {
      if (points.get(i).offset() <= points.get(i - 1).offset()) {
        throw new IllegalArgumentException(
            "points must rise: " + points.get(i - 1) + ", " + points.get(i));
      }
    }
  }

  /** The location in {@code file} of the character at {@code offset} of {@code text}. */
  Location locate(String file, String text, int offset) {
    int low = 0;
    int high = points.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (points.get(middle).offset() <= offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    if (low == 0) {
      return new Location(file, 1, 1 + text.codePointCount(0, offset));
    }
    Point point = points.get(low - 1);
    int column = point.column() + text.codePointCount(point.offset(), offset);
    return new Location(file, point.line(), column);
  }

  /** The points of a stretch of a text, its beginning first, at offsets that are shifted. */
  List<Point> within(String file, String text, Span span, int shift) {
    List<Point> within = new ArrayList<>();
    Location start = locate(file, text, span.start());
    within.add(new Point(span.start() + shift, start.line(), start.column()));
    for (Point point : points) {
      if (point.offset() > span.start() && point.offset() < span.end()) {
        within.add(new Point(point.offset() + shift, point.line(), point.column()));
      }
    }
    return within;
  }
}
