package ballast.memory.store;

import ballast.bitext.InputException;
import ballast.memory.UnitFilter;
import ballast.memory.store.StoredDocuments.DocumentRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * A unit as far as a change may replace its columns.
 *
 * @param id its row
 * @param document the row of its document; 0 if it has none
 */
public record StoredUnit(long id, String uid, long document, UnitState state) {

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
        new UnitState(
            new TextPair(row.getString(4), row.getString(5)),
            UnitRows.text(row.getString(6)),
            UnitRows.status(row.getInt(7)),
            row.getInt(8),
            row.getLong(9),
            row.getLong(10),
            row.getLong(11),
            row.getLong(12)));
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
