package ballast.memory.store;

import ballast.memory.CommandInfo.Origin;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Adds rows to the table {@code change}. Runs inside a transaction. */
public final class ChangeWriter {

  private final Database database;

  public ChangeWriter(Database database) {
    this.database = database;
  }

  /**
   * Adds a change that does not undo another and returns its id.
   *
   * @param kind for example {@code aligned}
   * @param origin its author counts only if the engine does not know the user
   */
  public long add(String kind, Instant at, Origin origin) throws SQLException {
    return add(kind, at, origin, 0);
  }

  /**
   * Adds a change and returns its id.
   *
   * @param undoes the id of the change that it undoes; 0 for none
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
   * The units that a change added, found without an index. Their ids are consecutive, because each
   * change gives its units the next free ids; {@code tm verify} checks this.
   *
   * @param last below {@code first} if the change added no unit
   */
  record ChangeUnits(long first, long last) {

    /**
     * A binary search for the last unit older than a change, for two changes at once. It runs in
     * the database, because each step would be a round trip to a server. Compaction leaves gaps
     * between ids, so a step compares the next existing unit.
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

    /** Finds the units of {@code change} with one statement, whatever the size of the memory. */
    public static ChangeUnits of(Database database, long change) throws SQLException {
      return database
          .first(SEARCH, row -> new ChangeUnits(row.getLong(1), row.getLong(2)), change, change + 1)
          .orElseThrow();
    }
  }
}
