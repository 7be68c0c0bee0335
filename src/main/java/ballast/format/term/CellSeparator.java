package ballast.format.term;

import ballast.format.table.DelimitedText;
import java.util.List;

/**
 * Detects the separator of the cells of a {@code .csv} file: a comma, or a semicolon or tab, which
 * spreadsheets write where the comma is a decimal sign.
 */
final class CellSeparator {

  /** Maximum number of rows examined. */
  private static final int MAX_ROWS = 50;

  private static final List<Character> SEPARATORS = List.of(',', ';', '\t');

  private CellSeparator() {}

  /**
   * Returns the separator in the first line ({@code sep=;}); else the first of comma, semicolon and
   * tab with which the first row names columns; else the one that gives the most rows several
   * cells; a comma if none does.
   */
  static char of(String text) {
    char declared = DelimitedText.declaredSeparator(text);
    if (declared != 0) {
      return declared;
    }
    char best = SEPARATORS.get(0);
    int most = 0;
    for (char separator : SEPARATORS) {
      Rows rows = new Rows();
      DelimitedText.read(text, separator, rows);
      if (rows.headed) {
        return separator;
      }
      if (rows.divided > most) {
        best = separator;
        most = rows.divided;
      }
    }
    return best;
  }

  private static final class Rows implements DelimitedText.Sink {

    private boolean headed;
    private int divided;
    private int count;

    @Override
    public boolean row(int line, List<String> cells) {
      if (cells.stream().allMatch(String::isBlank)) {
        return true;
      }
      headed |= count == 0 && namesColumns(cells);
      divided += cells.size() > 1 ? 1 : 0;
      count++;
      return !headed && count < MAX_ROWS;
    }

    private static boolean namesColumns(List<String> cells) {
      try {
        return GlossaryColumns.isOurs(cells) || LanguageColumns.of(cells) != null;
      } catch (GlossaryColumns.BadHeader e) {
        return cells.size() > 1; // it names columns, though wrongly
      }
    }

    @Override
    public boolean broken(int line, String reason) {
      count++;
      return count < MAX_ROWS;
    }
  }
}
