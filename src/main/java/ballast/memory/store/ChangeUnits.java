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
   * The last id of a unit older than a change, for each of two changes: the steps of a search by
   * halves, in the database, since each step would be a round trip to a server. Ids have gaps after
   * a compaction: the next unit stands for them.
   */
  private static final String SEARCH =
      """
      WITH RECURSIVE search(before, older, step) AS (
        SELECT CAST(? AS BIGINT), CAST(0 AS BIGINT), CAST(4611686018427387904 AS BIGINT)
        UNION ALL
        SELECT CAST(? AS BIGINT), CAST(0 AS BIGINT), CAST(4611686018427387904 AS BIGINT)
        UNION ALL
        SELECT before,
          older + CASE
            WHEN (SELECT created_in FROM unit WHERE id >= older + step ORDER BY id LIMIT 1) < before
            THEN step ELSE 0 END,
          step / 2
        FROM search WHERE step > 0)
      SELECT min(older) + 1, max(older) FROM search WHERE step = 0
      """;

  /** The units that {@code change} added; one statement, whatever the size of the memory. */
  public static ChangeUnits of(Database database, long change) throws SQLException {
    return database
        .first(SEARCH, row -> new ChangeUnits(row.getLong(1), row.getLong(2)), change, change + 1)
        .orElseThrow();
  }
}
