package ballast.memory.store;

import ballast.bitext.InputException;
import ballast.bitext.Unit;
import ballast.memory.UnitFilter;
import ballast.memory.UnitFilter.UnitConditions;
import ballast.memory.store.StoredDocuments.DocumentRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * A row of the table {@code unit} with the columns that a change may replace.
 *
 * @param document the row of its document; 0 if it has none
 * @param codes inline codes in the format of {@link CodesColumn}; empty if there are none
 * @param confidence hundredths
 * @param changedIn row of the change that set its texts and status
 * @param retiredIn row of the revision that retired it; 0 if it is not retired
 * @param deletedIn row of the change that deleted it; 0 if it is not deleted
 * @param confirmedIn row of the change that confirmed its pair; 0 if none did
 */
public record StoredUnit(
    long id,
    String uid,
    long document,
    String source,
    String target,
    String codes,
    Unit.Status status,
    int confidence,
    long changedIn,
    long retiredIn,
    long deletedIn,
    long confirmedIn) {

  /** Columns of {@code unit u}, in the order of {@link #of}. */
  static final String COLUMNS =
      """
      u.id, u.uid, COALESCE(u.document, 0), u.source, u.target, u.codes, u.status, u.confidence,
      u.changed_in, u.retired_in, u.deleted_in, u.confirmed_in
      """;

  /** The number of {@link #COLUMNS}. */
  static final int WIDTH = 12;

  static StoredUnit of(ResultSet row) throws SQLException {
    return new StoredUnit(
        row.getLong(1),
        UnitId.text(row.getLong(2)),
        row.getLong(3),
        row.getString(4),
        row.getString(5),
        UnitRows.text(row.getString(6)),
        UnitRows.status(row.getInt(7)),
        row.getInt(8),
        row.getLong(9),
        row.getLong(10),
        row.getLong(11),
        row.getLong(12));
  }

  /** Returns the row of a unit without a document that a change adds. */
  public static StoredUnit added(long id, String uid, Unit unit, long change) {
    Unit.Status status = unit.provenance().status();
    return new StoredUnit(id, uid, 0, "", "", "", status, 0, change, 0, 0, 0).with(unit, change, 0);
  }

  /** Returns the unit with the texts, codes, status and confidence of another. */
  public StoredUnit with(Unit unit, long change, long newDeletedIn) {
    return new StoredUnit(
        id,
        uid,
        document,
        unit.source(),
        unit.target(),
        CodesColumn.write(unit.codes()),
        unit.provenance().status(),
        UnitConditions.hundredths(unit.provenance().confidence()),
        change,
        retiredIn,
        newDeletedIn,
        confirmedIn);
  }

  public StoredUnit withStatus(Unit.Status newStatus, long change) {
    return with(newStatus, change, retiredIn, deletedIn);
  }

  StoredUnit withRetiredIn(long revision) {
    return with(status, changedIn, revision, deletedIn);
  }

  StoredUnit withDeletedIn(long change) {
    return with(status, changedIn, retiredIn, change);
  }

  private StoredUnit with(Unit.Status newStatus, long changed, long retired, long deleted) {
    return new StoredUnit(
        id,
        uid,
        document,
        source,
        target,
        codes,
        newStatus,
        confidence,
        changed,
        retired,
        deleted,
        confirmedIn);
  }

  boolean isRetired() {
    return retiredIn != 0;
  }

  boolean isDeleted() {
    return deletedIn != 0;
  }

  /** Returns the units that a document has now, in order; empty for row 0. */
  static List<StoredUnit> ofDocument(Database database, long document) throws SQLException {
    return database.list(
        """
        SELECT %s
        FROM placement p CROSS JOIN unit u
        WHERE p.document = ? AND %s AND u.id = p.unit
        ORDER BY p.rank
        """
            .formatted(COLUMNS, Placements.NOW),
        StoredUnit::of,
        document);
  }

  /**
   * Reads units by id.
   *
   * @throws InputException if one of them does not exist
   */
  public static Map<String, StoredUnit> require(Database database, Collection<String> uids)
      throws SQLException {
    Map<String, StoredUnit> units = new LinkedHashMap<>();
    database.forEach(
        "SELECT %s FROM %s wanted CROSS JOIN unit u WHERE u.uid = wanted.value"
            .formatted(COLUMNS, database.engine().numbers()),
        row -> {
          StoredUnit unit = of(row);
          units.put(unit.uid(), unit);
        },
        UnitId.array(uids));
    for (String uid : uids) {
      if (!units.containsKey(uid)) {
        throw new InputException(
            "there is no unit \"" + uid + "\" in the memory \"" + database.place() + "\"",
            "`ballast tm export` writes the units with their ids");
      }
    }
    return units;
  }

  /**
   * Checks that the units and documents of a filter exist.
   *
   * @throws InputException if not, because that is a user error rather than an empty result
   */
  static void requireKnown(Database database, UnitFilter filter) throws SQLException {
    require(database, new TreeSet<>(filter.uids()));
    for (String document : new TreeSet<>(filter.documents())) {
      DocumentRow.require(database, document);
    }
  }
}
