package ballast.app.revisions;

import ballast.app.revisions.ReviewExport.Line;
import ballast.bitext.InputException;
import ballast.bitext.Location;
import ballast.format.table.ColumnRole;
import ballast.format.table.ColumnRole.UnusedColumn;
import ballast.format.table.TableFile;
import ballast.format.table.TableSheet;
import ballast.format.table.TableSheet.Column;
import ballast.memory.Comments.New;
import ballast.revise.Change;
import ballast.revise.ReviewAnswers;
import ballast.revise.ReviewKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The table of a review: how it is written for the reviewer, and read when returned. */
public final class ReviewSheet {

  private static final String SOURCE = "source";

  /** Column of the translation, which the reviewer may edit. */
  private static final String TARGET = "new";

  private static final String COMMENT = "comment";

  /** Column of the answer, yes or no. */
  private static final String ANSWER = "accept?";

  /** Column of the key, which identifies the unit and its state at the export. */
  private static final String KEY = "key";

  /** Columns that a reviewer may rename. */
  private static final Map<ColumnRole, String> ROLES =
      Map.of(
          ColumnRole.SOURCE, SOURCE,
          ColumnRole.SOURCE_TEXT, SOURCE,
          ColumnRole.NEW_TEXT, TARGET,
          ColumnRole.NOTE, COMMENT,
          ColumnRole.ANSWER, ANSWER,
          ColumnRole.KEY, KEY);

  /** The other columns of the export, which only the reviewer needs. */
  private static final Set<String> ONLY_READ = Set.of("no", "kind", "old", "change");

  private static final List<String> NEEDED = List.of(KEY, SOURCE, TARGET, ANSWER);

  private static final String OLD = "old";
  private static final String CHANGE = "change";

  private static final List<Column> COLUMNS =
      List.of(
          new Column("no", 5),
          new Column("kind", 10),
          new Column(SOURCE, 36),
          new Column(OLD, 44),
          new Column(TARGET, 44),
          new Column(CHANGE, 44),
          new Column(COMMENT, 30),
          new Column(ANSWER, 9, List.of("yes", "no")),
          new Column(KEY, 14));

  private ReviewSheet() {}

  /**
   * Returns a table with one row per line; every line must fit. If all lines are new, there are no
   * columns for old texts.
   */
  public static TableSheet of(List<Line> lines) {
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
  static boolean isAllNew(List<Line> lines) {
    return !lines.isEmpty()
        && lines.stream()
            .flatMap(line -> line.changes().stream())
            .allMatch(change -> change.kind() == Change.Kind.ADDED);
  }

  public static boolean fits(Line line) {
    return COLUMNS.stream()
        .allMatch(column -> cell(line, column.head()).length() <= TableFile.MAX_CHARACTERS);
  }

  private static String cell(Line line, String column) {
    return switch (column) {
      case "no" -> line.number();
      case "kind" -> line.kinds(Change.Kind::label);
      case SOURCE -> ReviewKey.cell(line.unit().source());
      case OLD -> all(line, change -> change.old().text());
      // A removed unit has no new text; the key is made from its old text.
      case TARGET -> line.isRemoved() ? "" : ReviewKey.cell(line.unit().target());
      case CHANGE -> all(line, DiffOutput::marked);
      case COMMENT -> String.join("\n", CommentCell.lines(line.comments()));
      case KEY -> key(line).text();
      default -> "";
    };
  }

  private static String all(Line line, Function<Change, String> text) {
    return line.changes().stream()
        .map(text)
        .filter(one -> !one.isEmpty())
        .map(ReviewKey::cell)
        .collect(Collectors.joining("\n"));
  }

  public static ReviewKey key(Line line) {
    return line.isRemoved() ? ReviewKey.ofRemoved(line.unit()) : ReviewKey.of(line.unit());
  }

  /**
   * The rows of a returned table.
   *
   * @param rows non-empty rows, without the header
   * @param broken unreadable rows
   * @param unused added columns with content
   * @param authors of the answers of a document by unit; none for the author of the command
   * @param remarks comments of a document that the memory does not have
   */
  record Rows(
      List<ReviewAnswers.Row> rows,
      List<ReviewAnswers.Problem> broken,
      List<UnusedColumn> unused,
      Map<String, String> authors,
      List<New> remarks) {

    Rows(
        List<ReviewAnswers.Row> rows,
        List<ReviewAnswers.Problem> broken,
        List<UnusedColumn> unused) {
      this(rows, broken, unused, Map.of(), List.of());
    }

    Rows byOne() {
      return new Rows(rows, broken, unused, Map.of(), remarks);
    }
  }

  /**
   * Finds the header row and reads the rows below it. The columns may be in any order. Columns only
   * for the reviewer may be missing; added columns are counted.
   *
   * @throws InputException if a column is missing
   */
  static Rows read(TableFile.Contents table, String name) {
    Map<String, Integer> places = Map.of();
    UnusedColumn.Counter unused = unused(name, 1, List.of(), Map.of());
    List<ReviewAnswers.Row> rows = new ArrayList<>();
    List<ReviewAnswers.Problem> broken = new ArrayList<>();
    for (TableFile.Row row : table.rows()) {
      if (places.isEmpty()) {
        Map<String, Integer> heads = heads(row);
        if (heads.keySet().containsAll(List.of(KEY, TARGET))) {
          places = heads;
          unused = unused(name, row.number(), row.cells(), heads);
        }
      } else if (!row.problem().isEmpty()) {
        broken.add(new ReviewAnswers.Problem(row.number(), "", row.problem()));
      } else if (!row.isBlank()) {
        rows.add(row(row, places));
        unused.count(row.cells());
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
    return new Rows(rows, broken, unused.columns());
  }

  private static boolean isPage(TableFile.Contents table) {
    String start =
        table.rows().stream().flatMap(row -> row.cells().stream()).findFirst().orElse("");
    return start.strip().toLowerCase(Locale.ROOT).startsWith("<!doctype html");
  }

  private static Map<String, Integer> heads(TableFile.Row row) {
    Map<String, Integer> heads = new HashMap<>();
    for (int i = 0; i < row.cells().size(); i++) {
      String head = row.cells().get(i).strip();
      String role = ColumnRole.of(head).map(ROLES::get).orElse(null);
      heads.putIfAbsent(role == null ? head.toLowerCase(Locale.ROOT) : role, i);
    }
    return heads;
  }

  private static UnusedColumn.Counter unused(
      String name, int line, List<String> heads, Map<String, Integer> places) {
    Set<Integer> used = new HashSet<>();
    places.forEach(
        (head, place) -> {
          if (ROLES.containsValue(head) || ONLY_READ.contains(head)) {
            used.add(place);
          }
        });
    return new UnusedColumn.Counter(heads, new Location(name, line, 1), used, ROLES.keySet());
  }

  private static String cell(TableFile.Row row, @Nullable Integer place) {
    return place == null || place >= row.cells().size() ? "" : row.cells().get(place);
  }

  private static ReviewAnswers.Row row(TableFile.Row row, Map<String, Integer> places) {
    return new ReviewAnswers.Row(
        row.number(),
        cell(row, places.get(KEY)),
        cell(row, places.get(SOURCE)),
        cell(row, places.get(TARGET)),
        cell(row, places.get(COMMENT)),
        cell(row, places.get(ANSWER)));
  }
}
