package ballast.memory.postgres;

import ballast.memory.store.Database;
import java.sql.Connection;
import java.sql.SQLException;

/** Statements about a memory, not in it: all of them or none. */
final class OneTransaction {

  private OneTransaction() {}

  /** A part of the work. */
  @FunctionalInterface
  interface Part {
    void run() throws SQLException;
  }

  static void run(Database database, Part part) throws SQLException {
    Connection connection = database.engine().connection();
    connection.setAutoCommit(false);
    boolean done = false;
    try {
      part.run();
      connection.commit();
      done = true;
    } finally {
      if (!done) {
        connection.rollback();
      }
      connection.setAutoCommit(true);
    }
  }
}
