package ballast.report.revision;

import ballast.format.table.TableFile;
import ballast.format.table.TableSheet;
import ballast.format.table.TableSheet.Column;
import ballast.revise.ReviewKey;
import ballast.workflow.revise.ReviewLine;
import ballast.workflow.revise.ReviewTable;
import java.util.List;

/** The changes to review, as a table that the reviewer fills in and that can be read back. */
public final class ReviewSheet {

  private static final List<Column> COLUMNS =
      List.of(
          new Column("no", 5),
          new Column("kind", 10),
          new Column(ReviewTable.SOURCE, 36),
          new Column("old", 44),
          new Column(ReviewTable.TARGET, 44),
          new Column("change", 44),
          new Column(ReviewTable.COMMENT, 30),
          new Column(ReviewTable.ANSWER, 9, List.of("yes", "no")),
          new Column(ReviewTable.KEY, 14));

  private ReviewSheet() {}

  /** The table with one row for each line; every line must fit. */
  public static TableSheet of(List<ReviewLine> lines) {
    return new TableSheet("review", COLUMNS, lines.stream().map(ReviewSheet::cells).toList());
  }

  /** Whether the cells can hold the texts of a line. */
  public static boolean fits(ReviewLine line) {
    int longest = Math.max(line.unit().source().length(), line.unit().target().length());
    return Math.max(longest, DiffTable.marked(line.change()).length()) <= TableFile.MAX_CHARACTERS;
  }

  private static List<String> cells(ReviewLine line) {
    boolean removed = line.isRemoved();
    ReviewKey key = removed ? ReviewKey.ofRemoved(line.unit()) : ReviewKey.of(line.unit());
    return List.of(
        removed ? "" : Integer.toString(line.change().revised().position() + 1),
        line.change().kind().label(),
        ReviewKey.cell(line.unit().source()),
        ReviewKey.cell(line.change().old().text()),
        // A removed unit has no new text; the key is made from its old text.
        removed ? "" : ReviewKey.cell(line.unit().target()),
        ReviewKey.cell(DiffTable.marked(line.change())),
        "",
        "",
        key.text());
  }
}
