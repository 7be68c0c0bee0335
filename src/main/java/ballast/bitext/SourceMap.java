package ballast.bitext;

import java.util.ArrayList;
import java.util.List;

/**
 * Maps a document's text to places in its file.
 *
 * <p>A document's text can differ from its file: soft-wrapped lines are joined, indents and markup
 * are removed. A point maps the text from one offset up to the next point to a run of the file that
 * begins at a given line and column.
 *
 * @param points by ascending offset; if empty, every place is on line 1
 */
public record SourceMap(List<Point> points) {

  /** A map for text that did not come from a file, or came from its first line unchanged. */
  public static final SourceMap NONE = new SourceMap(List.of());

  /**
   * Maps the text from an offset, in UTF-16 units, to a 1-based line and column of the file.
   * Columns count code points.
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

  /** The points within a span of a text and at its beginning, with shifted offsets. */
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
