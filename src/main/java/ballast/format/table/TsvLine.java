package ballast.format.table;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Writes and reads lines of tab-separated cells for spreadsheets and scripts, without quoting: a
 * tab, line feed, carriage return or backslash inside a cell is written as {@code \t \n \r \\} (the
 * convention of PostgreSQL's text format).
 */
public final class TsvLine {

  private TsvLine() {}

  /** Returns one line without its line break. */
  public static String of(String... cells) {
    return Arrays.stream(cells).map(TsvLine::escape).collect(Collectors.joining("\t"));
  }

  private static String escape(String cell) {
    return cell.replace("\\", "\\\\")
        .replace("\t", "\\t")
        .replace("\n", "\\n")
        .replace("\r", "\\r");
  }

  /**
   * Returns the text of a cell written by {@link #of}; a backslash before any other letter is
   * unchanged.
   */
  public static String text(String cell) {
    if (cell.indexOf('\\') < 0) {
      return cell;
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < cell.length(); i++) {
      char c = cell.charAt(i);
      int escape = c == '\\' && i + 1 < cell.length() ? "tnr\\".indexOf(cell.charAt(i + 1)) : -1;
      text.append(escape < 0 ? c : "\t\n\r\\".charAt(escape));
      i += escape < 0 ? 0 : 1;
    }
    return text.toString();
  }
}
