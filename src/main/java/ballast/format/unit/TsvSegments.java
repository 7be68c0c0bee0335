package ballast.format.unit;

import java.util.ArrayList;
import java.util.List;

/** Finds the cells of a tab-separated file and their places in it, line by line. */
final class TsvSegments {

  private TsvSegments() {}

  /** The cells of each line that is not blank, as {@link TsvUnitReader} reads them. */
  static List<List<RawSegment>> of(String raw) {
    List<List<RawSegment>> lines = new ArrayList<>();
    List<RawSegment> line = new ArrayList<>();
    RawSegment cell = new RawSegment();
    int at = raw.startsWith("\uFEFF") ? 1 : 0;
    while (at < raw.length()) {
      char c = raw.charAt(at);
      if (c == '\n' || c == '\r') {
        line.add(cell);
        lines.add(line);
        line = new ArrayList<>();
        cell = new RawSegment();
        at++;
      } else if (c == '\t') {
        line.add(cell);
        cell = new RawSegment();
        at++;
      } else {
        int length = escape(raw, at);
        cell.add(meant(raw, at, length), at, at + length);
        at += length;
      }
    }
    line.add(cell);
    lines.add(line);
    return lines;
  }

  /** How many characters of the file stand for the one at a place: two if it is escaped. */
  private static int escape(String raw, int at) {
    boolean escaped =
        raw.charAt(at) == '\\' && at + 1 < raw.length() && "tnr\\".indexOf(raw.charAt(at + 1)) >= 0;
    return escaped ? 2 : 1;
  }

  private static String meant(String raw, int at, int length) {
    if (length == 1) {
      return raw.substring(at, at + 1);
    }
    return switch (raw.charAt(at + 1)) {
      case 't' -> "\t";
      case 'n' -> "\n";
      case 'r' -> "\r";
      default -> "\\";
    };
  }
}
