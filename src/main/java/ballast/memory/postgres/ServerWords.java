package ballast.memory.postgres;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** What an error of the driver says. */
final class ServerWords {

  private ServerWords() {}

  /** One of https://www.postgresql.org/docs/current/errcodes-appendix.html. */
  static String state(SQLException e) {
    return String.valueOf(e.getSQLState());
  }

  /** What the server or the driver says, without the place in the server's functions. */
  static String said(SQLException e) {
    // That of several statements sent at once quotes them, with all that they write.
    SQLException first = first(e);
    ServerErrorMessage message =
        first instanceof PSQLException server ? server.getServerErrorMessage() : null;
    String text = message == null ? first.getMessage() : message.getMessage();
    return text == null ? "" : text;
  }

  /** Whether it comes from the server; the driver uses some states for errors of its own. */
  static boolean isOfServer(SQLException e) {
    return first(e) instanceof PSQLException found && found.getServerErrorMessage() != null;
  }

  /** Whether the server refuses temporary tables, in whatever language it says so. */
  static boolean isOfTemporaryTables(SQLException e) {
    return first(e) instanceof PSQLException found
        && found.getServerErrorMessage() != null
        && "InitTempTableNamespace".equals(found.getServerErrorMessage().getRoutine());
  }

  private static SQLException first(SQLException e) {
    return e instanceof BatchUpdateException && e.getNextException() != null
        ? e.getNextException()
        : e;
  }
}
