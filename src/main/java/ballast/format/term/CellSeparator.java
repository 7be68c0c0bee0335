package ballast.format.term;

import ballast.format.table.DelimitedText;
import java.util.List;

/**
 * Finds out what separates the cells of a {@code .csv} file: a comma, or what spreadsheets write
 * where the comma is a decimal sign, a semicolon, or a tab.
 */
final class CellSeparator {

  /** Rows that are looked at. */
  private static final int MAX_ROWS = 50;

  private static final List<Character> SEPARATORS = List.of(',', ';', '\t');

  private CellSeparator() {}

  /**
   * The separator that the first line names ({@code sep=;}); else the first of comma, semicolon and
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

  /** Looks at the first rows. */
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
        return cells.size() > 1; // names columns, though wrongly
      }
    }

    @Override
    public boolean broken(int line, String reason) {
      count++;
      return count < MAX_ROWS;
    }
  }
}
