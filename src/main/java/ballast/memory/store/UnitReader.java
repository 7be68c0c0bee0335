package ballast.memory.store;

import ballast.bitext.InputException;
import ballast.bitext.Side;
import ballast.bitext.Unit;
import ballast.memory.Memory;
import ballast.memory.TextKey;
import ballast.memory.UnitFilter;
import ballast.memory.store.StoredDocuments.DocumentRow;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;

public final class UnitReader {

  /** An action on a unit; may use the memory. */
  @FunctionalInterface
  public interface Action {
    void accept(Unit unit) throws SQLException;
  }

  private static final Comparator<Unit> BEST_FIRST =
      Comparator.<Unit, Integer>comparing(UnitReader::rank)
          .thenComparing(unit -> unit.provenance().changed(), Comparator.reverseOrder())
          .thenComparing(Unit::id);

  private final Database database;
  private final UnitRows rows;

  public UnitReader(Database database) {
    this.database = database;
    this.rows = new UnitRows(database.engine());
  }

  /** See {@link Memory#forEachUnit}. */
  public void forEach(UnitFilter filter, Consumer<Unit> action) throws SQLException {
    visit(filter, action::accept);
  }

  /** Like {@link #forEach}; inside a transaction {@code action} may change its unit. */
  public void visit(UnitFilter filter, Action action) throws SQLException {
    Action filtered = filtered(filter, action);
    if (!filter.uids().isEmpty()) {
      forEachNamed(filter, filtered);
      return;
    }
    forEachOfRevisions(filter, action);
    boolean any = filter.documents().isEmpty();
    for (String document : any ? importedDocuments() : new TreeSet<>(filter.documents())) {
      forEachWithoutRevision(filter, filtered, "x.document = ?", document);
    }
    if (any) {
      forEachWithoutRevision(filter, filtered, "x.document IS NULL");
    }
  }

  private List<String> importedDocuments() throws SQLException {
    return database.list(
        """
        SELECT DISTINCT document FROM unit_extras WHERE document IS NOT NULL ORDER BY document
        """,
        row -> row.getString(1));
  }

  /** Like {@link #visit}, without units outside of any revision. */
  public void forEachOfRevisions(UnitFilter filter, Action action) throws SQLException {
    Action filtered = filtered(filter, action);
    for (DocumentRow document : DocumentRow.all(database)) {
      if (filter.admitsDocument(document.name())) {
        forEachPlaced(document, filter, filtered);
        if (filter.presence().retired()) {
          forEachRetired(document, filter, filtered);
        }
      }
    }
  }

  private static Action filtered(UnitFilter filter, Action action) {
    return unit -> {
      if (filter.admits(unit)) {
        action.accept(unit);
      }
    };
  }

  /** Reads a few units by id without scanning all units. */
  private void forEachNamed(UnitFilter filter, Action action) throws SQLException {
    List<Unit> units = new ArrayList<>();
    for (String uid : filter.uids()) {
      database.forEach(
          """
          SELECT %s, %s
          FROM %s
          WHERE u.uid = ? AND (u.retired_in IS NULL OR ? = 1) AND (CASE WHEN u.deleted_in IS NULL THEN 0 ELSE 1 END) = ?
          """
              .formatted(UnitRows.COLUMNS, UnitRows.LAST_BEAD, UnitRows.TABLES),
          row -> units.add(rows.read(row)),
          UnitId.number(uid),
          flag(filter.presence().retired()),
          flag(filter.presence().deleted()));
    }
    units.sort(
        Comparator.<Unit, String>comparing(unit -> unit.provenance().document())
            .thenComparing(unit -> unit.provenance().position())
            .thenComparing(Unit::id));
    for (Unit unit : units) {
      action.accept(unit);
    }
  }

  private void forEachPlaced(DocumentRow document, UnitFilter filter, Action action)
      throws SQLException {
    database.forEach(
        """
        SELECT %s, p.bead
        FROM placement p CROSS JOIN %s
        WHERE p.unit = u.id
          AND p.revision = (SELECT max(id) FROM revision WHERE document = ?)
          AND (CASE WHEN u.deleted_in IS NULL THEN 0 ELSE 1 END) = ?
        ORDER BY p.position
        """
            .formatted(UnitRows.COLUMNS, UnitRows.TABLES),
        row -> action.accept(rows.read(row)),
        document.id(),
        flag(filter.presence().deleted()));
  }

  private void forEachRetired(DocumentRow document, UnitFilter filter, Action action)
      throws SQLException {
    database.forEach(
        """
        SELECT %s, %s
        FROM %s
        WHERE u.document = ? AND u.retired_in IS NOT NULL AND (CASE WHEN u.deleted_in IS NULL THEN 0 ELSE 1 END) = ?
        ORDER BY u.uid
        """
            .formatted(UnitRows.COLUMNS, UnitRows.LAST_BEAD, UnitRows.TABLES),
        row -> action.accept(rows.read(row)),
        document.id(),
        flag(filter.presence().deleted()));
  }

  private void forEachWithoutRevision(
      UnitFilter filter, Action action, String condition, String... document) throws SQLException {
    List<Object> parameters = new ArrayList<>();
    parameters.add(flag(filter.presence().retired()));
    parameters.add(flag(filter.presence().deleted()));
    parameters.addAll(List.of(document));
    database.forEach(
        """
        SELECT %s, 0
        FROM %s
        WHERE u.document IS NULL AND (u.retired_in IS NULL OR ? = 1)
          AND (CASE WHEN u.deleted_in IS NULL THEN 0 ELSE 1 END) = ? AND %s
        ORDER BY u.uid
        """
            .formatted(UnitRows.COLUMNS, UnitRows.TABLES, condition),
        row -> action.accept(rows.read(row)),
        parameters.toArray());
  }

  private static int flag(boolean condition) {
    return condition ? 1 : 0;
  }

  public List<Unit> exact(String text, Side side, UnitFilter filter) throws SQLException {
    String key = TextKey.of(text);
    List<Unit> units = new ArrayList<>();
    database.forEach(
        """
        SELECT %s, %s
        FROM %s
        WHERE u.%s = ? AND (u.retired_in IS NULL OR ? = 1) AND (CASE WHEN u.deleted_in IS NULL THEN 0 ELSE 1 END) = ?
        """
            .formatted(
                UnitRows.COLUMNS,
                UnitRows.LAST_BEAD,
                UnitRows.TABLES,
                side == Side.SOURCE ? "source_key" : "target_key"),
        row -> {
          Unit unit = rows.read(row);
          String found = unit.text(side);
          if (filter.admits(unit) && TextKey.of(found).equals(key)) {
            units.add(unit);
          }
        },
        TextKey.stored(text),
        flag(filter.presence().retired()),
        flag(filter.presence().deleted()));
    units.sort(BEST_FIRST);
    return units;
  }

  public void forEachExample(int limit, Consumer<Unit> action) throws SQLException {
    // The inner query reads no texts, which are most of the file.
    database.forEach(
        """
        SELECT %s, %s
        FROM (
          SELECT e.id AS example
          FROM unit e JOIN change c ON c.id = e.changed_in
          WHERE e.retired_in IS NULL AND e.deleted_in IS NULL AND e.status = ?
          ORDER BY c.at DESC, e.uid
          LIMIT ?
        ) AS chosen
        CROSS JOIN %s
        WHERE u.id = chosen.example
        ORDER BY changed.at DESC, u.uid
        """
            .formatted(UnitRows.COLUMNS, UnitRows.LAST_BEAD, UnitRows.TABLES),
        row -> action.accept(rows.read(row)),
        UnitRows.number(Unit.Status.APPROVED),
        limit);
  }

  /** See {@link Memory#unitsAt}. */
  public List<Unit> at(String document, int revision) throws SQLException {
    DocumentRow row = DocumentRow.require(database, document);
    List<Long> ids =
        database.list(
            """
            SELECT id FROM revision WHERE document = ? AND number = ?
            """,
            found -> found.getLong(1),
            row.id(),
            revision);
    if (ids.isEmpty()) {
      throw new InputException(
          "the document \"" + document + "\" has no revision " + revision,
          "`ballast tm history` lists its revisions");
    }
    return at(ids.get(0));
  }

  /**
   * Returns the units of a revision as they were then. Each column has the value replaced by the
   * first later change, otherwise the current one.
   */
  public List<Unit> at(long revision) throws SQLException {
    return database.list(
        """
        SELECT
          u.uid, sl.tag, tl.tag, %s, %s, %s, %s, %s,
          %s, p.bead
        FROM revision r
        CROSS JOIN placement p
        CROSS JOIN unit u
        LEFT JOIN document d ON d.id = u.document
        LEFT JOIN unit_extras x ON x.unit = u.id
        JOIN language sl ON sl.id = u.source_lang
        JOIN language tl ON tl.id = u.target_lang
        JOIN change made ON made.id = u.created_in
        JOIN change changed ON changed.id = %s
        WHERE r.id = ? AND p.revision = r.id AND u.id = p.unit
        ORDER BY p.position
        """
            .formatted(
                then("source"),
                then("target"),
                then("codes"),
                then("status"),
                then("confidence"),
                UnitRows.ORIGIN,
                then("changed_in")),
        rows::read,
        revision);
  }

  private static String then(String column) {
    return """
    COALESCE(
      (SELECT h.old_%1$s
       FROM unit_history h
       WHERE h.unit = u.id AND h.change > r.change AND h.old_%1$s IS NOT NULL
       ORDER BY h.change
       LIMIT 1),
      u.%1$s)
    """
        .formatted(column);
  }

  private static int rank(Unit unit) {
    return switch (unit.provenance().status()) {
      case APPROVED -> 0;
      case DRAFT -> 1;
      case REJECTED -> 2;
    };
  }
}
