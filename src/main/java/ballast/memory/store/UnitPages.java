package ballast.memory.store;

import ballast.bitext.InputException;
import ballast.bitext.Unit;
import ballast.memory.UnitFilter;
import ballast.memory.store.StoredDocuments.DocumentRow;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads pages of units in export order without reading the units before them. Each query continues
 * after the last row read, so a page in the middle costs as much as the first one.
 */
public final class UnitPages {

  /** Rows per query; a filter may skip most of them. */
  private static final int CHUNK = 256;

  /** Below every position and every id. */
  private static final long BEGINNING = Long.MIN_VALUE;

  /**
   * The place of a unit in export order.
   *
   * @param placed whether the unit is in a revision of the document
   * @param document empty for none
   * @param key its position in the revision, or its id as a number
   */
  private record Place(boolean placed, String document, long key) {}

  /** Reads the units after {@code key}, and their own keys. */
  @FunctionalInterface
  private interface Chunk {
    void read(long key, List<Unit> units, List<Long> keys) throws SQLException;
  }

  private final Database database;
  private final UnitRows rows;

  public UnitPages(Database database) {
    this.database = database;
    this.rows = new UnitRows(database.engine());
  }

  /** See {@link ballast.memory.Memory#units}. */
  public List<Unit> read(UnitFilter filter, String after, int limit) throws SQLException {
    Page page = new Page(filter, limit);
    @Nullable Place start = after.isEmpty() ? null : place(after);
    if (start == null || start.placed()) {
      boolean reached = start == null;
      for (DocumentRow document : DocumentRow.all(database)) {
        boolean here = start != null && document.name().equals(start.document());
        reached |= here;
        if (reached && filter.admitsDocument(document.name())) {
          long from = here && start != null ? start.key() : BEGINNING;
          page.fill(from, (key, units, keys) -> placed(document, filter, key, units, keys));
        }
      }
    }
    @Nullable Place unplaced = start == null || start.placed() ? null : start;
    readUnplaced(filter, page, unplaced);
    return page.units;
  }

  private void readUnplaced(UnitFilter filter, Page page, @Nullable Place start)
      throws SQLException {
    if (page.isFull()) {
      return;
    }
    boolean reached = start == null;
    List<String> documents = new ArrayList<>(importedDocuments());
    documents.add("");
    for (String document : documents) {
      boolean here = start != null && document.equals(start.document());
      reached |= here;
      if (reached && filter.admitsDocument(document)) {
        long from = here && start != null ? start.key() : BEGINNING;
        page.fill(from, (key, units, keys) -> unplaced(document, filter, key, units, keys));
      }
    }
  }

  private List<String> importedDocuments() throws SQLException {
    return database.list(
        """
        SELECT DISTINCT document FROM unit_extras WHERE document IS NOT NULL ORDER BY document
        """,
        row -> row.getString(1));
  }

  /**
   * Returns the place of a unit. If the last revision no longer has it, the page continues from its
   * old place.
   */
  private Place place(String uid) throws SQLException {
    List<Place> places =
        database.list(
            """
            SELECT
              d.name, x.document, u.uid,
              (SELECT p.position
               FROM placement p WHERE p.unit = u.id ORDER BY p.revision DESC LIMIT 1)
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
            UnitId.number(uid));
    if (places.isEmpty()) {
      throw new InputException(
          "there is no unit \"" + uid + "\" in the memory \"" + database.place() + "\"",
          "begin with the first page");
    }
    return places.get(0);
  }

  private void placed(
      DocumentRow document, UnitFilter filter, long key, List<Unit> units, List<Long> keys)
      throws SQLException {
    database.forEach(
        """
        SELECT %s, p.bead, p.position
        FROM placement p CROSS JOIN %s
        WHERE p.unit = u.id
          AND p.revision = (SELECT max(id) FROM revision WHERE document = ?)
          AND p.position > ? AND %s
        ORDER BY p.position
        LIMIT ?
        """
            .formatted(UnitRows.COLUMNS, UnitRows.TABLES, condition(filter, "u")),
        row -> {
          units.add(rows.read(row));
          keys.add(row.getLong(15));
        },
        document.id(),
        key,
        CHUNK);
  }

  private void unplaced(
      String document, UnitFilter filter, long key, List<Unit> units, List<Long> keys)
      throws SQLException {
    List<Object> parameters = new ArrayList<>();
    if (!document.isEmpty()) {
      parameters.add(document);
    }
    parameters.add(key);
    parameters.add(CHUNK);
    // The inner query reads no texts, because they would be sorted with the ids.
    database.forEach(
        """
        SELECT %s, 0, u.uid
        FROM (
          SELECT e.id AS listed
          FROM unit e LEFT JOIN unit_extras o ON o.unit = e.id
          WHERE e.document IS NULL AND e.retired_in IS NULL AND %s AND %s AND e.uid > ?
          ORDER BY e.uid
          LIMIT ?
        ) AS page
        CROSS JOIN %s
        WHERE u.id = page.listed
        ORDER BY u.uid
        """
            .formatted(
                UnitRows.COLUMNS,
                document.isEmpty() ? "o.document IS NULL" : "o.document = ?",
                condition(filter, "e"),
                UnitRows.TABLES),
        row -> {
          units.add(rows.read(row));
          keys.add(row.getLong(15));
        },
        parameters.toArray());
  }

  /** The part of the filter that needs no texts, as SQL built from constants only. */
  private static String condition(UnitFilter filter, String unit) {
    String presence =
        unit + (filter.presence().deleted() ? ".deleted_in IS NOT NULL" : ".deleted_in IS NULL");
    if (filter.statuses().isEmpty()) {
      return presence;
    }
    String numbers =
        filter.statuses().stream()
            .map(status -> String.valueOf(UnitRows.number(status)))
            .collect(Collectors.joining(", "));
    return presence + " AND " + unit + ".status IN (" + numbers + ")";
  }

  private static final class Page {

    private final UnitFilter filter;
    private final int limit;
    private final List<Unit> units = new ArrayList<>();

    private Page(UnitFilter filter, int limit) {
      this.filter = filter;
      this.limit = limit;
    }

    boolean isFull() {
      return units.size() >= limit;
    }

    /** Reads units of a document after a place until the page is full or no more are left. */
    void fill(long from, Chunk chunk) throws SQLException {
      long key = from;
      boolean more = true;
      while (more && !isFull()) {
        List<Unit> read = new ArrayList<>();
        List<Long> keys = new ArrayList<>();
        chunk.read(key, read, keys);
        Consumer<Unit> add = unit -> units.add(unit);
        read.stream().filter(filter::admits).limit((long) limit - units.size()).forEach(add);
        more = read.size() == CHUNK;
        key = keys.isEmpty() ? key : keys.get(keys.size() - 1);
      }
    }
  }
}
