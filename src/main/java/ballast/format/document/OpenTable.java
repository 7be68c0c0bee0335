package ballast.format.document;

/** A table that has begun, and the cell that is being read. */
final class OpenTable {

  private final int number;
  private int row;
  private int column;

  /**
   * @param number of the table in its part, from 1
   */
  OpenTable(int number) {
    this.number = number;
  }

  /**
   * Begins a row.
   *
   * @param rows how many rows it stands for, at least 1
   */
  void nextRow(int rows) {
    row += rows;
    column = 0;
  }

  /**
   * Begins a cell.
   *
   * @param columns how many columns it stands for, at least 1
   */
  void nextCell(int columns) {
    column += columns;
  }

  /** Where the cell is: {@code table 2, row 4, column 1}. */
  String place() {
    return "table " + number + ", row " + row + ", column " + column;
  }
}
