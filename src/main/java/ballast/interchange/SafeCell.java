package ballast.interchange;

/**
 * Cells of tables that a spreadsheet program may open. It takes one that begins with {@code =},
 * {@code +}, {@code -} or {@code @} for a formula, which can run a program or send what is in the
 * table elsewhere (CSV injection). We never run any, and write such a cell with an apostrophe
 * before it, as spreadsheets themselves do to say that it is text.
 */
final class SafeCell {

  private static final String STARTS = "=+-@\t\r";
  private static final String CALLS = "(|!";

  private SafeCell() {}

  /** The cell as it may be written; {@link #read} gives the text back. */
  static String written(String text) {
    boolean risky = !text.isEmpty() && STARTS.indexOf(text.charAt(0)) >= 0;
    return risky || isMarked(text) ? "'" + text : text;
  }

  /** The text of a cell that {@link #written} made, or any other. */
  static String read(String cell) {
    return isMarked(cell) ? cell.substring(1) : cell;
  }

  /** An apostrophe, perhaps several, before a sign that starts a formula. */
  private static boolean isMarked(String cell) {
    int at = 0;
    while (at < cell.length() && cell.charAt(at) == '\'') {
      at++;
    }
    return at > 0 && at < cell.length() && STARTS.indexOf(cell.charAt(at)) >= 0;
  }

  /**
   * Whether a text is a formula rather than a term: {@code =1+1}, {@code @SUM(A1)}; {@code -ism}
   * and {@code +86} are none.
   */
  static boolean isFormula(String text) {
    if (text.isEmpty() || STARTS.indexOf(text.charAt(0)) < 0) {
      return false;
    }
    return text.charAt(0) == '='
        ? text.length() > 1
        : text.chars().anyMatch(c -> CALLS.indexOf(c) >= 0);
  }
}
