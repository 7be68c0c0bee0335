package ballast.memory.store;

import ballast.bitext.InputException;
import ballast.memory.UnitFilter;
import ballast.memory.store.StoredDocuments.DocumentRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Reads the columns of a unit that a change may replace. */
public final class StateReader {

  /** Columns of {@code unit u}, in the order of {@link #row}. */
  public static final String COLUMNS =
      """
      u.id, u.uid, COALESCE(u.document, 0), u.source, u.target, u.codes, u.status, u.confidence,
      u.changed_in, u.retired_in, u.deleted_in
      """;

  /** The number of {@link #COLUMNS}. */
  public static final int WIDTH = 11;

  /**
   * A unit.
   *
   * @param id its row
   * @param document the row of its document; 0 if it has none
   */
  public record Row(long id, String uid, long document, UnitState state) {}

  private final Database database;

  public StateReader(Database database) {
    this.database = database;
  }

  /**
   * @throws InputException if there is no unit with this id
   */
  public Row require(String uid) throws SQLException {
    List<Row> found =
        database.list(
            "SELECT %s FROM unit u WHERE u.uid = ?".formatted(COLUMNS),
            StateReader::row,
            UnitId.number(uid));
    if (found.isEmpty()) {
      throw unknown(uid);
    }
    return found.get(0);
  }

  private InputException unknown(String uid) {
    return new InputException(
        "there is no unit \"" + uid + "\" in the memory \"" + database.place() + "\"",
        "`ballast tm export` writes the units with their ids");
  }

  /**
   * Reads units by id, in one round trip to a distant engine.
   *
   * @throws InputException if one of them does not exist
   */
  public Map<String, Row> require(List<String> uids) throws SQLException {
    Map<String, Row> rows = new HashMap<>();
    if (!database.engine().isDistant()) {
      for (String uid : uids) {
        rows.put(uid, require(uid));
      }
      return rows;
    }
    database.forEachKept(
        "SELECT %s FROM %s wanted CROSS JOIN unit u WHERE u.uid = wanted.value"
            .formatted(COLUMNS, database.engine().numbers()),
        found -> {
          Row row = row(found);
          rows.put(row.uid(), row);
        },
        UnitId.array(uids));
    for (String uid : uids) {
      if (!rows.containsKey(uid)) {
        throw unknown(uid);
      }
    }
    return rows;
  }

  public static Row row(ResultSet row) throws SQLException {
    return new Row(
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
            row.getLong(11)));
  }

  /**
   * Checks that the units and documents of a filter exist.
   *
   * @throws InputException if not, because that is a user error rather than an empty result
   */
  public void requireKnown(UnitFilter filter) throws SQLException {
    for (String uid : new TreeSet<>(filter.uids())) {
      require(uid);
    }
    for (String document : new TreeSet<>(filter.documents())) {
      DocumentRow.require(database, document);
    }
  }
}
