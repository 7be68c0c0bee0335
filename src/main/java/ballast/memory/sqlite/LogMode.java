package ballast.memory.sqlite;

import ballast.memory.store.Database;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The WAL mode of a file, in which readers work during a write. */
final class LogMode {

  private static final long PAUSE_NANOS = 10_000_000;

  private LogMode() {}

  /**
   * Leaves WAL mode, in which the page size cannot be changed.
   *
   * @return whether it succeeded; it fails while another process has the file open
   */
  static boolean leave(Database database) throws SQLException {
    try {
      return database
          .list("PRAGMA journal_mode = DELETE", row -> row.getString(1))
          .contains("delete");
    } catch (SQLException e) {
      if (SqliteErrors.code(e) == SqliteErrors.BUSY) {
        return false;
      }
      throw e;
    }
  }

  /**
   * Sets WAL mode unless the file is already in it. An empty file also gets its page size. If
   * several processes set it at once, SQLite rejects all but one without waiting, to prevent a
   * deadlock. So this method waits instead.
   */
  static void use(Database database) throws SQLException {
    long wait = TimeUnit.MILLISECONDS.toNanos(database.number("PRAGMA busy_timeout"));
    long begin = System.nanoTime();
    while (!isUsed(database, System.nanoTime() - begin >= wait)) {
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  /**
   * @param last whether there is no time for another attempt
   * @return whether no other attempt is needed
   */
  private static boolean isUsed(Database database, boolean last) throws SQLException {
    try {
      if (!database.list("PRAGMA journal_mode", row -> row.getString(1)).contains("wal")) {
        database.execute("PRAGMA page_size = " + SqliteEngine.PAGE_SIZE);
        database.list("PRAGMA journal_mode = WAL", row -> row.getString(1));
        // Sometimes the mode changes only with the next statement.
        database.number("SELECT count(*) FROM sqlite_schema");
      }
      return true;
    } catch (SQLException e) {
      if (last || SqliteErrors.code(e) != SqliteErrors.BUSY) {
        throw e;
      }
      return false;
    }
  }
}
