package ballast.memory.store;

import java.sql.SQLException;

/**
 * Finds the units that a change added, without an index: their ids are consecutive, because each
 * change gives its units the next free ids. The check of a memory looks at that.
 *
 * @param first the row of the first such unit
 * @param last the row of the last one; below {@code first} when there is none
 */
public record ChangeUnits(long first, long last) {

  /**
   * The units that {@code change} added; takes about forty lookups, whatever the size of the
   * memory.
   */
  public static ChangeUnits of(Database database, long change) throws SQLException {
    long first = firstFrom(database, change);
    return new ChangeUnits(first, firstFrom(database, change + 1) - 1);
  }

  /** The lowest id that a unit of {@code change} or of a later change can have. */
  private static long firstFrom(Database database, long change) throws SQLException {
    long low = database.number("SELECT COALESCE(min(id), 1) FROM unit");
    long high = database.number("SELECT COALESCE(max(id), 0) + 1 FROM unit");
    while (low < high) {
      long middle = low + (high - low) / 2;
      // Ids have gaps after a compaction: the next unit stands for them.
      boolean isOlder =
          database
              .first(
                  "SELECT created_in FROM unit WHERE id >= ? ORDER BY id LIMIT 1",
                  row -> row.getLong(1) < change,
                  middle)
              .orElse(false);
      if (isOlder) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
