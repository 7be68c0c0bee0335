package ballast.format.table;

import java.util.List;

/**
 * A table for {@link TableFile} to write.
 *
 * @param name name of the sheet in a workbook
 * @param columns the columns in order, fewer than the letters of the alphabet
 * @param rows their cells, as many as there are columns, without the row of heads
 */
public record TableSheet(String name, List<Column> columns, List<List<String>> rows) {

  /**
   * @param head its cell in the header row
   * @param width in a workbook, in characters; 0 leaves it to the program that opens it
   * @param choices values offered for its cells in a workbook; empty if there is no such list
   * @param isNumber whether a workbook can calculate with its cells, which are decimal numbers or
   *     empty
   */
  public record Column(String head, int width, List<String> choices, boolean isNumber) {
    public Column {
      choices = List.copyOf(choices);
    }

    public Column(String head, int width, List<String> choices) {
      this(head, width, choices, /* isNumber= */ false);
    }

    /** A column for any text. */
    public Column(String head, int width) {
      this(head, width, List.of());
    }

    public static Column ofNumbers(String head, int width) {
      return new Column(head, width, List.of(), /* isNumber= */ true);
    }
  }

  public TableSheet {
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
  }

  List<String> heads() {
    return columns.stream().map(Column::head).toList();
  }
}
