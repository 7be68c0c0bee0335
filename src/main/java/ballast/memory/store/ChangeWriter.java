package ballast.memory.store;

import ballast.memory.Origin;
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
}
