package ballast.workflow.revise;

import ballast.bitext.InputException;
import ballast.bitext.Unit;
import ballast.format.table.TableFile;
import ballast.format.table.TableSheet;
import ballast.format.table.TableSheet.Column;
import ballast.report.revision.DiffTable;
import ballast.revise.Change;
import ballast.revise.ReviewAnswers;
import ballast.revise.ReviewKey;
import ballast.revise.ReviewRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A review as a table, going out and coming back. */
public final class ReviewTable {

  private static final String SOURCE = "source";
  private static final String TARGET = "new";
  private static final String COMMENT = "comment";
  private static final String ANSWER = "accept?";
  private static final String KEY = "key";

  private static final List<Column> COLUMNS =
      List.of(
          new Column("no", 5),
          new Column("kind", 10),
          new Column(SOURCE, 36),
          new Column("old", 44),
          new Column(TARGET, 44),
          new Column("change", 44),
          new Column(COMMENT, 30),
          new Column(ANSWER, 9, List.of("yes", "no")),
          new Column(KEY, 14));

  private static final List<String> NEEDED = List.of(KEY, SOURCE, TARGET, ANSWER);

  private ReviewTable() {}

  /**
   * A sentence to be reviewed.
   *
   * @param change what became of it
   * @param unit its unit, or, when it was removed, the one it had
   */
  public record Line(Change change, Unit unit) {

    private boolean isRemoved() {
      return change.revised().text().isEmpty();
    }

    /** Whether a cell can hold its texts. */
    public boolean fits() {
      int longest = Math.max(unit.source().length(), unit.target().length());
      return Math.max(longest, DiffTable.marked(change).length()) <= TableFile.MOST_CHARACTERS;
    }

    private List<String> cells() {
      ReviewKey key = isRemoved() ? ReviewKey.ofRemoved(unit) : ReviewKey.of(unit);
      return List.of(
          isRemoved() ? "" : Integer.toString(change.revised().position() + 1),
          change.kind().label(),
          ReviewKey.cell(unit.source()),
          ReviewKey.cell(change.old().text()),
          // What was removed has no new text; its old one says what the key is of.
          isRemoved() ? "" : ReviewKey.cell(unit.target()),
          ReviewKey.cell(DiffTable.marked(change)),
          "",
          "",
          key.text());
    }
  }

  public static TableSheet sheet(List<Line> lines) {
    return new TableSheet("review", COLUMNS, lines.stream().map(Line::cells).toList());
  }

  /**
   * The rows of a table that came back.
   *
   * @param rows those with something in them, without the heads
   * @param broken those that cannot be read
   */
  public record Rows(List<ReviewRow> rows, List<ReviewAnswers.Problem> broken) {}

  /**
   * Finds the heads and reads what is below them; the columns may stand in any order, others among
   * them.
   *
   * @throws InputException if a column is missing
   */
  public static Rows read(TableFile.Contents table, String name) {
    Map<String, Integer> places = new HashMap<>();
    List<ReviewRow> rows = new ArrayList<>();
    List<ReviewAnswers.Problem> broken = new ArrayList<>();
    for (TableFile.Row row : table.rows()) {
      if (places.isEmpty()) {
        Map<String, Integer> heads = heads(row);
        if (heads.keySet().containsAll(List.of(KEY, TARGET))) {
          places = heads;
        }
      } else if (!row.problem().isEmpty()) {
        broken.add(new ReviewAnswers.Problem(row.number(), "", row.problem()));
      } else if (!row.isBlank()) {
        rows.add(row(row, places));
      }
    }
    if (!places.keySet().containsAll(NEEDED)) {
      throw new InputException(
          "\"" + name + "\" has no row of heads with " + String.join(", ", NEEDED),
          "give a table that ballast review export has made, with all of its columns");
    }
    return new Rows(rows, broken);
  }

  private static Map<String, Integer> heads(TableFile.Row row) {
    Map<String, Integer> heads = new HashMap<>();
    for (int i = 0; i < row.cells().size(); i++) {
      heads.putIfAbsent(row.cells().get(i).strip().toLowerCase(Locale.ROOT), i);
    }
    return heads;
  }

  private static String cell(TableFile.Row row, @Nullable Integer place) {
    return place == null || place >= row.cells().size() ? "" : row.cells().get(place);
  }

  private static ReviewRow row(TableFile.Row row, Map<String, Integer> places) {
    return new ReviewRow(
        row.number(),
        cell(row, places.get(KEY)),
        cell(row, places.get(SOURCE)),
        cell(row, places.get(TARGET)),
        cell(row, places.get(COMMENT)),
        cell(row, places.get(ANSWER)));
  }
}
