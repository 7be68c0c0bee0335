package ballast.memory.store;

import ballast.bitext.InputException;
import ballast.memory.HistoryEntry;
import ballast.memory.HistoryEntry.Occasion;
import ballast.memory.HistoryEntry.State;
import ballast.memory.HistoryEntry.What;
import ballast.memory.Memory;
import ballast.memory.store.StoredDocuments.DocumentRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads the history of units: see {@link Memory#history}. */
public final class HistoryReader {

  /** An entry with the id of its change, for sorting. */
  private record Dated(long change, HistoryEntry entry) {}

  private final Database database;

  /** The revision of the document after each change of its units. */
  private final NavigableMap<Long, Integer> numbers = new TreeMap<>();

  /** Changes with which a new text came. */
  private final Set<Long> arrivals = new HashSet<>();

  /** The number of the command of each change, if a document is read. */
  private final Map<Long, Long> commands = new HashMap<>();

  private final List<Dated> entries = new ArrayList<>();
  private State state = new State("", "", UnitRows.status(0));

  public HistoryReader(Database database) {
    this.database = database;
  }

  public List<HistoryEntry> read(String documentOrUid) throws SQLException {
    Optional<DocumentRow> document = DocumentRow.find(database, documentOrUid);
    if (document.isPresent()) {
      readDocument(document.get());
    } else {
      readUnit(documentOrUid);
    }
    return entries.stream()
        .sorted(Comparator.comparingLong(Dated::change).thenComparing(dated -> dated.entry().uid()))
        .map(Dated::entry)
        .toList();
  }

  /**
   * SQL for whether a command other than an alignment changed a text of {@code unit u} and the
   * change was not undone: see {@link Memory#isEdited}. A compacted unit has changes without rows
   * of history.
   */
  public static final String EDITED =
      """
      (u.changed_in <> u.created_in AND (
        EXISTS (
          SELECT 1 FROM unit_history h
          WHERE h.unit = u.id AND h.kind = 'changed'
            AND NOT EXISTS (SELECT 1 FROM revision r WHERE r.change = h.change))
        OR NOT EXISTS (
          SELECT 1 FROM unit_history h
          WHERE h.unit = u.id AND h.change = u.changed_in)))
      """;

  public boolean isEdited(String uid) throws SQLException {
    return database
        .first(
            "SELECT 1 FROM unit u WHERE u.uid = ? AND " + EDITED, row -> true, UnitId.number(uid))
        .orElse(false);
  }

  /** SQL for units that were edited after the latest revision of their document. */
  private static final String EDITED_SINCE =
      """
      unit u WHERE u.retired_in IS NULL AND u.deleted_in IS NULL AND %s
        AND u.changed_in > (
          SELECT min(s.change) FROM revision s
          WHERE s.document = u.document AND s.number = (
            SELECT r.number FROM revision r WHERE r.document = u.document
            ORDER BY r.id DESC LIMIT 1))
      """
          .formatted(EDITED);

  /** See {@link Memory#editedUnits}. */
  public Set<String> editedUnits(String document) throws SQLException {
    return Set.copyOf(
        database.list(
            "SELECT u.uid FROM "
                + EDITED_SINCE
                + " AND u.document = (SELECT d.id FROM document d WHERE d.name = ?)",
            row -> UnitId.text(row.getLong(1)),
            document));
  }

  /** See {@link Memory#editedDocuments}. */
  public List<String> editedDocuments() throws SQLException {
    return database.list(
        "SELECT d.name FROM (%s) d WHERE d.id IN (SELECT u.document FROM %s)"
                .formatted(StoredDocuments.PRESENT, EDITED_SINCE)
            + " ORDER BY d.changed_in DESC, d.name",
        row -> row.getString(1));
  }

  private void readDocument(DocumentRow document) throws SQLException {
    numberRevisions(document.id());
    database.forEach(
        "SELECT id, DENSE_RANK() OVER (ORDER BY COALESCE(command, id)) FROM change",
        row -> commands.put(row.getLong(1), row.getLong(2)));
    readUnits(
        document.name(),
        """
        SELECT p.unit FROM placement p WHERE p.document = ? AND %s
        UNION ALL
        SELECT id FROM unit WHERE document = ? AND retired_in IS NOT NULL
        """
            .formatted(Placements.NOW),
        document.id(),
        document.id());
  }

  private void readUnit(String wanted) throws SQLException {
    record Found(long id, long document, String name) {}
    List<Found> found =
        database.list(
            """
            SELECT u.id, COALESCE(u.document, 0), COALESCE(d.name, '')
            FROM unit u LEFT JOIN document d ON d.id = u.document
            WHERE u.uid = ?
            """,
            row -> new Found(row.getLong(1), row.getLong(2), row.getString(3)),
            UnitId.number(wanted));
    if (found.isEmpty()) {
      throw new InputException(
          "there is no document and no unit \""
              + wanted
              + "\" in the memory \""
              + database.place()
              + "\"",
          "`ballast tm list` shows the documents");
    }
    numberRevisions(found.get(0).document());
    readUnits(found.get(0).name(), "SELECT ? AS unit", found.get(0).id());
  }

  private void numberRevisions(long document) throws SQLException {
    database.forEach(
        "SELECT change, number, step FROM revision WHERE document = ?",
        row -> {
          numbers.put(row.getLong(1), row.getInt(2));
          if (row.getInt(3) == 0) {
            arrivals.add(row.getLong(1));
          }
        },
        document);
  }

  private record Present(String uid, State state, Step added) {}

  /** Goes back from each unit's current state, change by change. */
  private void readUnits(String document, String unitIds, Object... parameters)
      throws SQLException {
    List<Present> units = new ArrayList<>();
    database.forEach(
        """
        SELECT u.uid, u.source, u.target, u.status, u.created_in, made.at, made.author,
          h.change, h.kind, c.at, c.author, h.old_source, h.old_target, h.old_status, h.note
        FROM (%s) wanted
        CROSS JOIN unit u
        JOIN change made ON made.id = u.created_in
        LEFT JOIN unit_history h ON h.unit = u.id AND h.kind <> 'scored'
        LEFT JOIN change c ON c.id = h.change
        WHERE u.id = wanted.unit
        ORDER BY u.id, h.change DESC
        """
            .formatted(unitIds),
        row -> {
          if (units.isEmpty() || !units.get(0).uid().equals(UnitId.text(row.getLong(1)))) {
            units.forEach(unit -> addAdded(document, unit));
            units.clear();
            units.add(present(row));
            state = units.get(0).state();
          }
          if (row.getString(9) != null) {
            addChange(document, units.get(0).uid(), row);
          }
        },
        parameters);
    units.forEach(unit -> addAdded(document, unit));
    database.forEach(
        """
        SELECT u.uid, m.change, c.at, c.author, m.text, m.act
        FROM (%s) wanted
        CROSS JOIN comment m
        JOIN unit u ON u.id = m.unit
        JOIN change c ON c.id = m.change
        WHERE m.unit = wanted.unit
        ORDER BY m.id
        """
            .formatted(unitIds),
        row -> addComment(document, UnitId.text(row.getLong(1)), row),
        parameters);
  }

  /** Adds a remark, with the texts that the unit had then. */
  private void addComment(String document, String uid, ResultSet row) throws SQLException {
    long change = row.getLong(2);
    entries.stream()
        .filter(dated -> dated.entry().uid().equals(uid) && dated.change() <= change)
        .max(Comparator.comparingLong(Dated::change))
        .ifPresent(dated -> state = dated.entry().after());
    String text = row.getString(5);
    String act = CommentStore.act(row.getInt(6)).command() + (text.isEmpty() ? "" : ": ");
    String note = (row.getInt(6) == 0 ? "" : act) + text;
    Instant at = Instant.parse(row.getString(3));
    add(document, uid, new Step(What.COMMENTED, change, at, row.getString(4), note), state);
  }

  private static Present present(ResultSet row) throws SQLException {
    return new Present(
        UnitId.text(row.getLong(1)),
        new State(row.getString(2), row.getString(3), UnitRows.status(row.getInt(4))),
        new Step(
            What.ADDED, row.getLong(5), Instant.parse(row.getString(6)), row.getString(7), ""));
  }

  private record Step(What what, long change, Instant at, String author, String note) {}

  private void addAdded(String document, Present unit) {
    add(document, unit.uid(), unit.added(), new State("", "", state.status()));
  }

  private void addChange(String document, String uid, ResultSet row) throws SQLException {
    int status = row.getInt(14);
    State before =
        new State(
            old(row.getString(12), state.source()),
            old(row.getString(13), state.target()),
            row.getString(14) == null ? state.status() : UnitRows.status(status));
    Step step =
        new Step(
            What.ofLabel(row.getString(9)),
            row.getLong(8),
            Instant.parse(row.getString(10)),
            row.getString(11),
            UnitRows.text(row.getString(15)));
    add(document, uid, step, before);
  }

  /** Adds the entry for the step from {@code before} to the state reached so far. */
  private void add(String document, String uid, Step step, State before) {
    entries.add(
        new Dated(
            step.change(),
            new HistoryEntry(
                uid, document, step.what(), occasion(step), before, state, step.note())));
    state = before;
  }

  private Occasion occasion(Step step) {
    Map.@Nullable Entry<Long, Integer> latest = numbers.floorEntry(step.change());
    return new Occasion(
        step.at(),
        step.author(),
        arrivals.contains(step.change()) ? numbers.getOrDefault(step.change(), 0) : 0,
        latest == null ? 0 : latest.getValue(),
        commands.getOrDefault(step.change(), 0L));
  }

  private static String old(@Nullable String replaced, String current) {
    return replaced == null ? current : replaced;
  }
}
