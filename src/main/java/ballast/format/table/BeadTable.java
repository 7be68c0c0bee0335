package ballast.format.table;

import ballast.bitext.InputException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads a table of beads, one a line: source, target and what is thought of the bead. It is what
 * {@code ballast align -o FILE.tsv} writes, as a person has left it: saved by an editor or by a
 * spreadsheet program, in UTF-8 or UTF-16 with or without a byte order mark or in GB18030, or as a
 * workbook.
 *
 * <p>Quotation marks mean nothing here, because {@code align} writes texts that begin with one as
 * they are, and a spreadsheet program writes marks around some cells. One thing is read as a
 * spreadsheet program means it: a last cell that begins with a mark goes on over the next lines
 * until the mark that ends it.
 */
public final class BeadTable {

  /** In the third cell: a person has confirmed the bead. */
  public static final String CONFIRMED = "ok";

  private static final int MAX_CONTINUED = 100;

  private BeadTable() {}

  /**
   * A line that is not blank.
   *
   * @param number counted from 1
   * @param source sentences of the source, joined; empty when the target was added
   * @param target sentences of the target, joined; empty when the source is not translated
   * @param isConfirmed whether the third cell is {@value #CONFIRMED}
   * @param isComplete whether it has a cell for either side
   */
  public record Line(
      int number, String source, String target, boolean isConfirmed, boolean isComplete) {

    static Line of(int number, List<String> cells) {
      String third = cells.size() > 2 ? cells.get(2).replace("\"", "").strip() : "";
      return new Line(
          number,
          cells.get(0),
          cells.size() > 1 ? cells.get(1) : "",
          third.toLowerCase(Locale.ROOT).equals(CONFIRMED),
          cells.size() > 1);
    }

    /** Whether the cells are the names of the columns. */
    private boolean isHead() {
      ColumnRole first = ColumnRole.of(source).orElse(null);
      boolean isSource = first == ColumnRole.SOURCE || first == ColumnRole.SOURCE_TEXT;
      return isSource && ColumnRole.of(target).orElse(null) == ColumnRole.TARGET_TEXT;
    }
  }

  /**
   * Reads a file.
   *
   * @param name what the user calls it, for messages
   * @throws InputException if it is missing, not a table, damaged or too large
   */
  public static List<Line> read(Path file, String name) {
    byte[] bytes = TableFile.bytes(file, name);
    List<Line> lines = new ArrayList<>();
    if (TableFile.isWorkbook(bytes)) {
      for (TableFile.Row row : TableFile.read(file, name).rows()) {
        if (!row.cells().isEmpty() && !row.isBlank()) {
          List<String> cells = new ArrayList<>(row.cells().stream().map(TsvLine::text).toList());
          cells.add(""); // a workbook leaves out empty cells at the end
          lines.add(Line.of(row.number(), cells));
        }
      }
    } else {
      addLines(TableFile.text(bytes, name).split("\r\n|\n|\r", -1), lines);
    }
    if (!lines.isEmpty() && lines.get(0).isHead()) {
      lines.remove(0);
    }
    return lines;
  }

  private static void addLines(String[] written, List<Line> lines) {
    int next = 0;
    while (next < written.length) {
      int number = next + 1;
      String line = written[next++];
      int continued = continued(written, next, line);
      for (; continued > 0; continued--) {
        line += "\n" + written[next++];
      }
      if (!line.isBlank()) {
        List<String> cells = new ArrayList<>();
        for (String cell : line.split("\t", -1)) {
          cells.add(SafeCell.read(TsvLine.text(cell)));
        }
        lines.add(Line.of(number, cells));
      }
    }
  }

  /** How many of the next lines belong to the last cell of a line. */
  private static int continued(String[] written, int next, String line) {
    String last = line.substring(line.lastIndexOf('\t') + 1);
    if (!last.startsWith("\"") || isBalanced(last)) {
      return 0;
    }
    for (int k = next; k < Math.min(written.length, next + MAX_CONTINUED); k++) {
      int tab = written[k].indexOf('\t');
      boolean ends = !isBalanced(tab < 0 ? written[k] : written[k].substring(0, tab));
      if (ends || tab >= 0) {
        return ends && isEnd(written[k], tab) ? k - next + 1 : 0;
      }
    }
    return 0;
  }

  /** Whether the first cell of a line ends with a quotation mark. */
  private static boolean isEnd(String line, int tab) {
    return line.substring(0, tab < 0 ? line.length() : tab).endsWith("\"");
  }

  private static boolean isBalanced(String cell) {
    return cell.chars().filter(c -> c == '"').count() % 2 == 0;
  }
}
