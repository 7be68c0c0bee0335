package ballast.format.table;

import java.util.regex.Pattern;

/**
 * Makes cells safe for spreadsheet programs. These interpret a cell that begins with {@code =},
 * {@code +}, {@code -} or {@code @} as a formula, which can run a program or send the table's
 * content elsewhere (CSV injection). Ballast never runs formulas, and writes such a cell with an
 * apostrophe before it, the mark of text in spreadsheets.
 */
public final class SafeCell {

  private static final String STARTS = "=+-@\t\r";

  /** An equals sign, or another sign followed by a call of a function or of another program. */
  private static final Pattern FORMULA =
      Pattern.compile("^(=|[+@-]\\s*[A-Za-z.]+\\(|[+@-].*\\|.*![$A-Za-z])");

  private SafeCell() {}

  /** Returns the cell to write for a text; {@link #read} gives the text back. */
  public static String written(String text) {
    boolean risky = !text.isEmpty() && STARTS.indexOf(text.charAt(0)) >= 0;
    return risky || isMarked(text) ? "'" + text : text;
  }

  static String kept(String text) {
    return isMarked(text) ? "'" + text : text;
  }

  /** Returns the text of a cell made by {@link #written} or {@link #kept}, or of any other. */
  public static String read(String cell) {
    return isMarked(cell) ? cell.substring(1) : cell;
  }

  /** Whether one or more apostrophes come before a sign that starts a formula. */
  private static boolean isMarked(String cell) {
    int at = 0;
    while (at < cell.length() && cell.charAt(at) == '\'') {
      at++;
    }
    return at > 0 && at < cell.length() && STARTS.indexOf(cell.charAt(at)) >= 0;
  }

  /**
   * Whether a text is a formula rather than a term: {@code =1+1}, {@code @SUM(A1)}, {@code
   * +cmd|'...'!A0}; {@code -ism}, {@code +86} and {@code - handset (black)} are not formulas.
   */
  public static boolean isFormula(String text) {
    return text.length() > 1 && FORMULA.matcher(text).find();
  }
}
