package ballast.workflow.revise;

import ballast.bitext.InputException;
import ballast.format.table.TableFile;
import ballast.revise.ReviewAnswers;
import ballast.revise.ReviewRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The table of a review: its column names, and reading it when it is returned. */
public final class ReviewTable {

  /** The column of the source text. */
  public static final String SOURCE = "source";

  /** The column of the translation, which the reviewer may edit. */
  public static final String TARGET = "new";

  /** The column for the reviewer's comment. */
  public static final String COMMENT = "comment";

  /** The column of the answer, yes or no. */
  public static final String ANSWER = "accept?";

  /** The column of the key, which identifies the unit and its state at the export. */
  public static final String KEY = "key";

  private static final List<String> NEEDED = List.of(KEY, SOURCE, TARGET, ANSWER);

  private ReviewTable() {}

  /**
   * The rows of a table that came back.
   *
   * @param rows the rows that are not empty, without the header
   * @param broken those that cannot be read
   */
  record Rows(List<ReviewRow> rows, List<ReviewAnswers.Problem> broken) {}

  /**
   * Finds the header row and reads the rows below it; the columns may be in any order, with other
   * columns between them or without those that are only for the reviewer.
   *
   * @throws InputException if a column is missing
   */
  static Rows read(TableFile.Contents table, String name) {
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
    if (places.isEmpty() && isPage(table)) {
      throw new InputException(
          "\"" + name + "\" is a page, and the answers are not in it",
          "open it in a browser, answer, and give the table that its button \"Save answers\""
              + " makes");
    }
    if (!places.keySet().containsAll(NEEDED)) {
      throw new InputException(
          "\"" + name + "\" has no header row with " + String.join(", ", NEEDED),
          "give a table made by ballast review export, with all of its columns");
    }
    return new Rows(rows, broken);
  }

  private static boolean isPage(TableFile.Contents table) {
    String start =
        table.rows().stream().flatMap(row -> row.cells().stream()).findFirst().orElse("");
    return start.strip().toLowerCase(Locale.ROOT).startsWith("<!doctype html");
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
