package ballast.memory.store;

import ballast.memory.CommandInfo.Origin;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Adds the rows of changes. Runs inside a transaction. */
public final class ChangeWriter {

  private final Database database;

  public ChangeWriter(Database database) {
    this.database = database;
  }

  /**
   * Adds the row of a change that does not undo another and returns its id.
   *
   * @param kind what is done, for example {@code aligned}
   * @param origin who does it, unless the engine knows that, and what was asked for
   */
  public long add(String kind, Instant at, Origin origin) throws SQLException {
    return add(kind, at, origin, 0);
  }

  /**
   * Adds the row of a change and returns its id.
   *
   * @param undoes the row of the change that it takes back; 0 when it takes back none
   */
  public long add(String kind, Instant at, Origin origin, long undoes) throws SQLException {
    long id =
        database
            .first(
                """
                INSERT INTO change (id, kind, at, author, command, undoes, note)
                SELECT COALESCE(max(id), 0) + 1, ?, ?, ?, ?, ?, ? FROM change
                RETURNING id
                """,
                row -> row.getLong(1),
                kind,
                at.toString(),
                database.engine().user().orElse(origin.author()),
                nullIfZero(database.command()),
                nullIfZero(undoes),
                origin.note())
            .orElseThrow();
    database.changed(id);
    return id;
  }

  private static @Nullable Long nullIfZero(long row) {
    return row == 0 ? null : row;
  }

  /**
   * Finds the units that a change added, without an index: their ids are consecutive, because each
   * change gives its units the next free ids. The check of a memory looks at that.
   *
   * @param first the row of the first such unit
   * @param last the row of the last one; below {@code first} when there is none
   */
  record ChangeUnits(long first, long last) {

    /**
     * The last id of a unit older than a change, for each of two changes: the steps of a search by
     * halves, in the database, since each step would be a round trip to a server. Ids have gaps
     * after a compaction: the next unit stands for them.
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
}
