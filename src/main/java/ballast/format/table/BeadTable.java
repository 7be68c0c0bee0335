package ballast.format.table;

import ballast.bitext.InputException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads a table of beads, one per line: source, target and a person's verdict on the bead. {@code
 * ballast align -o FILE.tsv} writes it, and a person saves it with an editor or a spreadsheet
 * program, in UTF-8 or UTF-16 with or without a byte order mark or in GB18030, or as a workbook.
 *
 * <p>Quotation marks have no meaning here, because {@code align} writes texts that begin with one
 * unchanged, and a spreadsheet program puts marks around some cells. There is one exception for
 * spreadsheet programs: a last cell that begins with a mark continues over the next lines until the
 * closing mark.
 */
public final class BeadTable {

  /** In the third cell: a person has confirmed the bead. */
  public static final String CONFIRMED = "ok";

  private static final int MAX_CONTINUED = 100;

  private BeadTable() {}

  /**
   * @param number counted from 1
   * @param source sentences of the source, joined; empty if the target was added
   * @param target sentences of the target, joined; empty if the source is not translated
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

    private boolean isHead() {
      ColumnRole first = ColumnRole.of(source).orElse(null);
      boolean isSource = first == ColumnRole.SOURCE || first == ColumnRole.SOURCE_TEXT;
      return isSource && ColumnRole.of(target).orElse(null) == ColumnRole.TARGET_TEXT;
    }
  }

  /**
   * @throws InputException if it is missing, not a table, damaged or too large
   */
  public static List<Line> read(Path file, String name) {
    byte[] bytes = TableFile.bytes(file, name);
    List<Line> lines = new ArrayList<>();
    if (TableFile.isWorkbook(bytes)) {
      for (TableFile.Row row : TableFile.read(file, name).rows()) {
        if (!row.cells().isEmpty() && !row.isBlank()) {
          List<String> cells = new ArrayList<>(row.cells().stream().map(TsvLine::text).toList());
          cells.add(""); // a workbook omits empty cells at the end
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

  private static boolean isEnd(String line, int tab) {
    return line.substring(0, tab < 0 ? line.length() : tab).endsWith("\"");
  }

  private static boolean isBalanced(String cell) {
    return cell.chars().filter(c -> c == '"').count() % 2 == 0;
  }
}
