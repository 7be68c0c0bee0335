package ballast.report;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Rows of comma-separated cells (RFC 4180). A cell that a spreadsheet would take for a formula
 * begins with an apostrophe, which {@link #unguarded} takes away again.
 */
public final class CsvLine {

  private static final String FORMULA = "=+-@\t\r";

  private CsvLine() {}

  /** One row without its line break. */
  public static String of(List<String> cells) {
    return cells.stream().map(cell -> quoted(guarded(cell))).collect(Collectors.joining(","));
  }

  /** A cell that no spreadsheet takes for a formula. */
  static String guarded(String cell) {
    return mayBeFormula(cell) || cell.startsWith("'") ? "'" + cell : cell;
  }

  /** What {@link #guarded} made the cell of. */
  public static String unguarded(String cell) {
    String rest = cell.startsWith("'") ? cell.substring(1) : "";
    return mayBeFormula(rest) || rest.startsWith("'") ? rest : cell;
  }

  private static boolean mayBeFormula(String cell) {
    return !cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0;
  }

  private static String quoted(String cell) {
    boolean needed = cell.chars().anyMatch(c -> c == '"' || c == ',' || c == '\n' || c == '\r');
    return needed ? "\"" + cell.replace("\"", "\"\"") + "\"" : cell;
  }
}
