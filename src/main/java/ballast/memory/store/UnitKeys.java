package ballast.memory.store;

import ballast.memory.TextKey;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.PrimitiveIterator;

/**
 * The keys of all units of a memory in the heap, while a large import goes on.
 *
 * <p>Keys are random, so that updating SQLite's indexes of them row by row costs more than the rows
 * themselves: there {@link #of} drops the indexes and {@link #close} rebuilds them, sorted, in the
 * same transaction, and other readers of the memory always see it with its indexes. A server need
 * not be asked whether it has a unit.
 */
final class UnitKeys {

  /** The largest share of the heap that keys may take. */
  private static final int HEAP_SHARE = 6;

  private final Database database;
  private final String uidOf;
  private final List<String> indexes;
  private final RowTable pairs = new RowTable();
  private final RowTable uids = new RowTable();

  private UnitKeys(Database database, String units, List<String> indexes) {
    this.database = database;
    this.uidOf = "SELECT uid FROM " + units + " WHERE id = ?";
    this.indexes = indexes;
  }

  /**
   * Whether to hold the keys from now on.
   *
   * @param present number of units before the import
   * @param added number of units added since; as many more may follow
   */
  static boolean isWorthIt(Database database, long present, long added) {
    return database.engine().isWorthHolding(present, added)
        && present + added < Integer.MAX_VALUE / 2;
  }

  /**
   * Reads the keys of all units and drops the indexes. Inside a transaction.
   *
   * @param units has the rows of all units
   */
  static UnitKeys of(Database database, String units) throws SQLException {
    UnitKeys keys = new UnitKeys(database, units, database.engine().dropUnitIndexes(database));
    database.forEach(
        "SELECT id, uid, source_key, target_key FROM " + units,
        row ->
            keys.add(
                row.getLong(1), row.getLong(2), new TextKey.Stored(row.getInt(3), row.getInt(4))));
    return keys;
  }

  /** Adds the keys of a new unit. */
  void add(long id, long uid, TextKey.Stored keys) {
    pairs.add(pair(keys), Math.toIntExact(id));
    uids.add(uid, Math.toIntExact(id));
  }

  /** Rows that include those of all units with these keys. */
  List<Long> withKeys(TextKey.Stored keys) {
    PrimitiveIterator.OfInt found = pairs.find(pair(keys));
    if (!found.hasNext()) {
      return List.of();
    }
    List<Long> rows = new ArrayList<>();
    while (found.hasNext()) {
      rows.add((long) found.nextInt());
    }
    return rows;
  }

  /** Whether a unit has that id. */
  boolean has(long uid) throws SQLException {
    PrimitiveIterator.OfInt found = uids.find(uid);
    while (found.hasNext()) {
      boolean same =
          database.first(uidOf, row -> row.getLong(1) == uid, (long) found.nextInt()).orElse(false);
      if (same) {
        return true;
      }
    }
    return false;
  }

  /** Whether they have become too many for the heap. */
  boolean isFull() {
    return 2 * (pairs.bytes() + uids.bytes()) > Runtime.getRuntime().maxMemory() / HEAP_SHARE;
  }

  /** Makes the indexes again. */
  void close() throws SQLException {
    database.engine().indexUnits(database, indexes);
  }

  private static long pair(TextKey.Stored keys) {
    return ((long) keys.source() << Integer.SIZE) | (keys.target() & 0xFFFFFFFFL);
  }
}
