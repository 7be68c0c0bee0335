package ballast.app.revisions;

import ballast.format.table.TableFile;
import ballast.format.table.TableSheet;
import ballast.format.table.TableSheet.Column;
import ballast.revise.Change;
import ballast.revise.ReviewKey;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The changes to review, as a table for the reviewer to fill in and return. */
public final class ReviewSheet {

  private static final String OLD = "old";
  private static final String CHANGE = "change";

  private static final List<Column> COLUMNS =
      List.of(
          new Column("no", 5),
          new Column("kind", 10),
          new Column(ReviewTable.SOURCE, 36),
          new Column(OLD, 44),
          new Column(ReviewTable.TARGET, 44),
          new Column(CHANGE, 44),
          new Column(ReviewTable.COMMENT, 30),
          new Column(ReviewTable.ANSWER, 9, List.of("yes", "no")),
          new Column(ReviewTable.KEY, 14));

  private ReviewSheet() {}

  /**
   * Returns a table with one row per line; every line must fit. If all lines are new, there are no
   * columns for old texts.
   */
  public static TableSheet of(List<ReviewLine> lines) {
    List<Column> columns = new ArrayList<>(COLUMNS);
    if (isAllNew(lines)) {
      columns.removeIf(column -> column.head().equals(OLD) || column.head().equals(CHANGE));
    }
    List<List<String>> rows =
        lines.stream()
            .map(line -> columns.stream().map(column -> cell(line, column.head())).toList())
            .toList();
    return new TableSheet("review", columns, rows);
  }

  /** Whether no line has an old text, as in the first revision of a document. */
  static boolean isAllNew(List<ReviewLine> lines) {
    return !lines.isEmpty()
        && lines.stream()
            .flatMap(line -> line.changes().stream())
            .allMatch(change -> change.kind() == Change.Kind.ADDED);
  }

  public static boolean fits(ReviewLine line) {
    return COLUMNS.stream()
        .allMatch(column -> cell(line, column.head()).length() <= TableFile.MAX_CHARACTERS);
  }

  private static String cell(ReviewLine line, String column) {
    return switch (column) {
      case "no" -> line.number();
      case "kind" -> line.kinds();
      case ReviewTable.SOURCE -> ReviewKey.cell(line.unit().source());
      case OLD -> all(line, change -> change.old().text());
      // A removed unit has no new text; the key is made from its old text.
      case ReviewTable.TARGET -> line.isRemoved() ? "" : ReviewKey.cell(line.unit().target());
      case CHANGE -> all(line, DiffOutput::marked);
      case ReviewTable.COMMENT -> CommentCell.of(line.comments());
      case ReviewTable.KEY -> key(line).text();
      default -> "";
    };
  }

  private static String all(ReviewLine line, Function<Change, String> text) {
    return line.changes().stream()
        .map(text)
        .filter(one -> !one.isEmpty())
        .map(ReviewKey::cell)
        .collect(Collectors.joining("\n"));
  }

  public static ReviewKey key(ReviewLine line) {
    return line.isRemoved() ? ReviewKey.ofRemoved(line.unit()) : ReviewKey.of(line.unit());
  }
}
