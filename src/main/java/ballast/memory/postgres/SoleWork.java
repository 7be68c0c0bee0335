package ballast.memory.postgres;

import ballast.memory.store.Statements;
import java.sql.SQLException;
import java.util.Optional;

/** Work that only one connection does at a time on a memory; see {@code Engine.alone}. */
final class SoleWork {

  /** The first key of a lock that no table has; the letters {@code BaTA}. */
  private static final int ALONE = 0x42615441;

  private SoleWork() {}

  /** Waits until no other connection does such work. Ends with the connection at the latest. */
  static <T> T run(Statements database, Statements.Work<T> work) throws SQLException {
    database.list("SELECT pg_advisory_lock(?, hashtext(current_schema()))", row -> true, ALONE);
    try {
      return work.run();
    } finally {
      release(database);
    }
  }

  /** Does nothing if another connection does such work now. */
  static <T> Optional<T> runOrNot(Statements database, Statements.Work<T> work)
      throws SQLException {
    long got =
        database.number(
            "SELECT CAST(pg_try_advisory_lock(?, hashtext(current_schema())) AS INTEGER)", ALONE);
    if (got == 0) {
      return Optional.empty();
    }
    try {
      return Optional.of(work.run());
    } finally {
      release(database);
    }
  }

  private static void release(Statements database) {
    try {
      database.list("SELECT pg_advisory_unlock(?, hashtext(current_schema()))", row -> true, ALONE);
    } catch (SQLException e) {
      // The connection is lost, and with it the lock; the first error is the one to report.
    }
  }
}
