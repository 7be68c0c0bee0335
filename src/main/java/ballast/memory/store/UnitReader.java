package ballast.memory.store;

import ballast.bitext.InputException;
import ballast.bitext.Side;
import ballast.bitext.Unit;
import ballast.memory.Memory;
import ballast.memory.TextKey;
import ballast.memory.UnitFilter;
import ballast.memory.store.Database.Action;
import ballast.memory.store.StoredDocuments.DocumentRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads units: all that a filter selects, pages of them, and those of earlier revisions. */
public final class UnitReader {

  private static final Comparator<Unit> BEST_FIRST =
      Comparator.<Unit, Integer>comparing(unit -> rank(unit.provenance().status()))
          .thenComparing(unit -> unit.provenance().changed(), Comparator.reverseOrder())
          .thenComparing(Unit::id);

  /** SQL for the units of a document. */
  private static final String PLACED =
      "p.rank FROM placement p CROSS JOIN "
          + UnitRows.TABLES
          + ("WHERE p.document = ? AND u.id = p.unit AND " + Placements.NOW);

  private static final long[] NO_RANKS = {};

  /** Rows of a page that are read at a time. */
  private static final int CHUNK = 256;

  /** Below every rank and every id. */
  private static final long BEGINNING = Long.MIN_VALUE;

  private final Database database;
  private final UnitRows rows;

  public UnitReader(Database database) {
    this.database = database;
    this.rows = new UnitRows(database.engine());
  }

  /** Orders statuses: approved, draft, rejected. */
  static int rank(Unit.Status status) {
    return switch (status) {
      case APPROVED -> 0;
      case DRAFT -> 1;
      case REJECTED -> 2;
    };
  }

  /** See {@link Memory#forEachUnit}; inside a transaction {@code action} may change its unit. */
  public void forEach(UnitFilter filter, Action<Unit> action) throws SQLException {
    if (!filter.uids().isEmpty()) {
      forEachNamed(filter, action);
      return;
    }
    forEachOfRevisions(filter, action);
    boolean any = filter.documents().isEmpty();
    for (String document : any ? importedDocuments() : new TreeSet<>(filter.documents())) {
      forEachWithoutRevision(filter, action, "x.document = ?", document);
    }
    if (any) {
      forEachWithoutRevision(filter, action, "x.document IS NULL");
    }
  }

  private List<String> importedDocuments() throws SQLException {
    return database.list(
        "SELECT DISTINCT document FROM unit_extras WHERE document IS NOT NULL ORDER BY document",
        row -> row.getString(1));
  }

  /** Like {@link #forEach}, without units outside of any revision. */
  public void forEachOfRevisions(UnitFilter filter, Action<Unit> action) throws SQLException {
    for (DocumentRow document : DocumentRow.all(database)) {
      if (filter.admitsDocument(document.name())) {
        long[] ranks = new Placements(database).ranks(document.id());
        select(filter, PLACED, "ORDER BY p.rank", ranks, action, document.id());
        if (filter.presence().retired()) {
          select(
              filter,
              "0 FROM " + UnitRows.TABLES + "WHERE u.document = ? AND u.retired_in IS NOT NULL",
              "ORDER BY u.uid",
              NO_RANKS,
              action,
              document.id());
        }
      }
    }
  }

  private void forEachWithoutRevision(
      UnitFilter filter, Action<Unit> action, String condition, Object... document)
      throws SQLException {
    select(
        filter,
        "0 FROM " + UnitRows.TABLES + "WHERE u.document IS NULL AND " + condition + retired(filter),
        "ORDER BY u.uid",
        NO_RANKS,
        action,
        document);
  }

  /** Reads units by id without scanning all units. */
  private void forEachNamed(UnitFilter filter, Action<Unit> action) throws SQLException {
    List<Unit> units = new ArrayList<>();
    select(
        filter,
        Placements.BEAD
            + ("FROM " + database.engine().numbers() + " wanted CROSS JOIN " + UnitRows.TABLES)
            + ("WHERE u.uid = wanted.value" + retired(filter)),
        "",
        NO_RANKS,
        units::add,
        UnitId.array(filter.uids()));
    units.sort(
        Comparator.<Unit, String>comparing(unit -> unit.provenance().document())
            .thenComparing(unit -> unit.provenance().position())
            .thenComparing(Unit::id));
    for (Unit unit : units) {
      action.accept(unit);
    }
  }

  /**
   * Passes on the units that the filter admits.
   *
   * @param from SQL from the bead to the conditions
   * @param ranks those of the document, if the rank is there in place of the bead
   */
  private void select(
      UnitFilter filter,
      String from,
      String order,
      long[] ranks,
      Action<Unit> action,
      Object... parameters)
      throws SQLException {
    database.forEach(
        "SELECT %s, %s AND %s %s".formatted(UnitRows.COLUMNS, from, condition(filter, "u"), order),
        row -> {
          Unit unit = read(row, ranks);
          if (filter.admits(unit)) {
            action.accept(unit);
          }
        },
        parameters);
  }

  private Unit read(ResultSet row, long[] ranks) throws SQLException {
    return ranks.length == 0
        ? rows.read(row)
        : rows.read(row, 1 + Arrays.binarySearch(ranks, row.getLong(16)));
  }

  private static String retired(UnitFilter filter) {
    return filter.presence().retired() ? "" : " AND u.retired_in IS NULL";
  }

  /** The part of a filter that needs no texts, as SQL built from constants only. */
  private static String condition(UnitFilter filter, String unit) {
    String presence =
        unit + (filter.presence().deleted() ? ".deleted_in IS NOT NULL" : ".deleted_in IS NULL");
    if (filter.statuses().isEmpty()) {
      return presence;
    }
    String numbers =
        filter.statuses().stream()
            .map(status -> String.valueOf(UnitRows.number(status)))
            .sorted()
            .collect(Collectors.joining(", "));
    return presence + " AND " + unit + ".status IN (" + numbers + ")";
  }

  /** See {@link Memory#exact}. */
  public List<Unit> exact(String text, Side side, UnitFilter filter) throws SQLException {
    String key = TextKey.of(text);
    List<Unit> units = new ArrayList<>();
    select(
        filter,
        Placements.BEAD
            + ("FROM " + UnitRows.TABLES)
            + ("WHERE u." + (side == Side.SOURCE ? "source_key" : "target_key") + " = ?")
            + retired(filter),
        "",
        NO_RANKS,
        unit -> {
          if (TextKey.of(unit.text(side)).equals(key)) {
            units.add(unit);
          }
        },
        TextKey.stored(text));
    units.sort(BEST_FIRST);
    return units;
  }

  /** See {@link Memory#forEachExample}. */
  public void forEachExample(int limit, Consumer<Unit> action) throws SQLException {
    // The inner query reads no texts, which are most of the file.
    database.forEach(
        """
        SELECT %s, %s
        FROM (
          SELECT e.id AS example
          FROM unit e JOIN change c ON c.id = e.changed_in
          WHERE e.retired_in IS NULL AND e.deleted_in IS NULL AND e.status <> ?
            AND (e.status = ? OR e.confirmed_in IS NOT NULL)
          ORDER BY c.at DESC, e.uid
          LIMIT ?
        ) AS chosen
        CROSS JOIN %s
        WHERE u.id = chosen.example
        ORDER BY changed.at DESC, u.uid
        """
            .formatted(UnitRows.COLUMNS, Placements.BEAD, UnitRows.TABLES),
        row -> action.accept(rows.read(row)),
        UnitRows.number(Unit.Status.REJECTED),
        UnitRows.number(Unit.Status.APPROVED),
        limit);
  }

  /**
   * A page of units in export order.
   *
   * @param units found so far, at most {@code limit}
   */
  private record Page(UnitFilter filter, int limit, List<Unit> units) {
    boolean isFull() {
      return units.size() >= limit;
    }
  }

  /**
   * The place of a unit in export order.
   *
   * @param placed whether the unit is in a revision of the document
   * @param document empty for none
   * @param key its rank in the document, or its id as a number
   */
  private record Place(boolean placed, String document, long key) {}

  /** See {@link Memory#units}. */
  public List<Unit> page(UnitFilter filter, String after, int limit) throws SQLException {
    Page page = new Page(filter, limit, new ArrayList<>());
    Place start = after.isEmpty() ? null : place(after);
    if (start == null || start.placed()) {
      for (DocumentRow document : DocumentRow.all(database)) {
        String from =
            ("p.rank, " + PLACED)
                + (" AND p.rank > ? AND " + condition(filter, "u") + " ORDER BY p.rank");
        start = fill(page, document.name(), document.id(), from, start);
      }
      start = null;
    }
    if (!page.isFull()) {
      List<String> documents = new ArrayList<>(importedDocuments());
      documents.add("");
      for (String document : documents) {
        start = fill(page, document, 0, unplaced(document, filter), start);
      }
    }
    return page.units();
  }

  /** The inner query reads no texts, because they would be sorted with the ids. */
  private static String unplaced(String document, UnitFilter filter) {
    return """
    0, u.uid
    FROM (
      SELECT e.id AS listed
      FROM unit e LEFT JOIN unit_extras o ON o.unit = e.id
      WHERE e.document IS NULL AND e.retired_in IS NULL AND %s AND %s AND e.uid > ?
      ORDER BY e.uid
      LIMIT %d
    ) AS page
    CROSS JOIN %s
    WHERE u.id = page.listed
    ORDER BY u.uid
    """
        .formatted(
            document.isEmpty() ? "o.document IS NULL" : "o.document = ?",
            condition(filter, "e"),
            CHUNK,
            UnitRows.TABLES);
  }

  /**
   * Adds units of a document to a page. Each query continues after the last row read, so a page in
   * the middle costs as much as the first one.
   *
   * @param placedIn the document's row; 0 for units that are in no revision
   * @param from SQL from the bead on, with the key of a unit in the next column; its last parameter
   *     is a key, the one before it the document
   * @param start null to begin with the document's first unit; otherwise the place of the last unit
   *     before the page, maybe in another document
   * @return {@code start}, or null if the page has begun
   */
  private @Nullable Place fill(
      Page page, String document, long placedIn, String from, @Nullable Place start)
      throws SQLException {
    if (start != null && !start.document().equals(document)) {
      return start;
    }
    long[] key = {start == null ? BEGINNING : start.key()};
    int[] read = {page.filter().admitsDocument(document) && !page.isFull() ? CHUNK : 0};
    long[] ranks =
        read[0] == 0 || placedIn == 0 ? NO_RANKS : new Placements(database).ranks(placedIn);
    while (read[0] == CHUNK && !page.isFull()) {
      read[0] = 0;
      List<Object> all = new ArrayList<>();
      if (placedIn != 0 || !document.isEmpty()) {
        all.add(placedIn == 0 ? document : placedIn);
      }
      all.add(key[0]);
      database.forEach(
          "SELECT %s, %s LIMIT %d".formatted(UnitRows.COLUMNS, from, CHUNK),
          row -> {
            read[0]++;
            key[0] = row.getLong(17);
            Unit unit = read(row, ranks);
            if (!page.isFull() && page.filter().admits(unit)) {
              page.units().add(unit);
            }
          },
          all.toArray());
    }
    return null;
  }

  /**
   * Returns the place of a unit. If the last revision no longer has it, the page continues from its
   * old place.
   */
  private Place place(String uid) throws SQLException {
    return database
        .first(
            """
            SELECT
              d.name, x.document, u.uid,
              (SELECT p.rank FROM placement p WHERE p.unit = u.id ORDER BY p.set_in DESC LIMIT 1)
            FROM unit u
            LEFT JOIN document d ON d.id = u.document
            LEFT JOIN unit_extras x ON x.unit = u.id
            WHERE u.uid = ?
            """,
            row -> {
              String document = row.getString(1);
              String imported = row.getString(2);
              return document == null
                  ? new Place(false, imported == null ? "" : imported, row.getLong(3))
                  : new Place(true, document, row.getLong(4));
            },
            UnitId.number(uid))
        .orElseThrow(
            () ->
                new InputException(
                    "there is no unit \"" + uid + "\" in the memory \"" + database.place() + "\"",
                    "begin with the first page"));
  }

  /** See {@link Memory#unitsAt}. */
  public List<Unit> at(String document, int revision) throws SQLException {
    DocumentRow row = DocumentRow.require(database, document);
    long id =
        database.number(
            "SELECT max(id) FROM revision WHERE document = ? AND number = ?", row.id(), revision);
    if (id == 0) {
      throw new InputException(
          "the document \"" + document + "\" has no revision " + revision,
          "`ballast tm history` lists its revisions");
    }
    return at(id, UNEDITED);
  }

  /** Returns the units of a state of a document as they were then. */
  public List<Unit> at(long revision) throws SQLException {
    return at(revision, "r.change");
  }

  /** The change of a revision that gave a unit its texts: when the text came, or a later move. */
  private static final String UNEDITED =
      """
      (SELECT max(h.change) FROM (
        SELECT min(change) AS change FROM revision s
        WHERE s.document = r.document AND s.number = r.number
        UNION ALL
        SELECT m.change FROM unit_history m
        JOIN revision s ON s.change = m.change AND s.document = r.document AND s.number = r.number
        WHERE m.unit = u.id AND m.kind IN ('changed', 'revived')) AS h)
      """;

  /**
   * Each column has the value replaced by the first change after {@code change}, otherwise the
   * current one.
   */
  private List<Unit> at(long revision, String change) throws SQLException {
    return database.list(
        """
        SELECT
          u.uid, sl.tag, tl.tag, %s, %s, %s, %s, %s,
          %s, p.bead
        FROM revision r
        CROSS JOIN (
          SELECT p.unit, p.rank, row_number() OVER (ORDER BY p.rank) AS bead
          FROM revision r CROSS JOIN placement p WHERE r.id = ? AND %s) AS p
        CROSS JOIN unit u
        LEFT JOIN document d ON d.id = u.document
        LEFT JOIN unit_extras x ON x.unit = u.id
        JOIN language sl ON sl.id = u.source_lang
        JOIN language tl ON tl.id = u.target_lang
        JOIN change made ON made.id = u.created_in
        JOIN change changed ON changed.id = %s
        LEFT JOIN change confirmed ON confirmed.id = %s
        WHERE r.id = ? AND u.id = p.unit
        ORDER BY p.rank
        """
            .formatted(
                then(change, "source"),
                then(change, "target"),
                then(change, "codes"),
                then(change, "status"),
                then(change, "confidence"),
                UnitRows.ORIGIN,
                Placements.THEN,
                then(change, "changed_in"),
                then(change, "confirmed_in")),
        rows::read,
        revision,
        revision);
  }

  private static String then(String change, String column) {
    return """
    COALESCE(
      (SELECT h.old_%1$s
       FROM unit_history h
       WHERE h.unit = u.id AND h.change > %2$s AND h.old_%1$s IS NOT NULL
       ORDER BY h.change
       LIMIT 1),
      u.%1$s)
    """
        .formatted(column, change);
  }
}
