package ballast.format.table;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Writes lines of tab-separated cells, as spreadsheets and scripts read them, without quoting: a
 * tab, line feed, carriage return or backslash inside a cell is written as {@code \t \n \r \\} (the
 * convention of PostgreSQL's text format).
 */
public final class TsvLine {

  private TsvLine() {}

  /** One line without its line break. */
  public static String of(String... cells) {
    return Arrays.stream(cells).map(TsvLine::escape).collect(Collectors.joining("\t"));
  }

  private static String escape(String cell) {
    return cell.replace("\\", "\\\\")
        .replace("\t", "\\t")
        .replace("\n", "\\n")
        .replace("\r", "\\r");
  }
}
