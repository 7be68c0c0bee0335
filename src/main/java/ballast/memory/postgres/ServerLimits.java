package ballast.memory.postgres;

import ballast.bitext.InputException;
import ballast.memory.LostMemoryException;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * Errors that the server's administrator has caused or can fix: limits, files, and read-only mode.
 */
final class ServerLimits {

  // https://www.postgresql.org/docs/current/errcodes-appendix.html
  private static final String CANCELLED = "57014";
  private static final String READ_ONLY = "25006";

  private static final String TAKES_NONE =
      "the server takes no changes now: it is a standby, or set to read only";
  private static final String MAIN_SERVER =
      "use the address of the main server, or ask whoever administers it";

  /** SQL for whether the server is read-only, even inside a read-only transaction. */
  static final String IS_READ_ONLY =
      "(pg_is_in_recovery() OR current_setting('default_transaction_read_only') = 'on')";

  /** The settings that end an idle connection or a long transaction. */
  private static final Map<String, String> TIME_LIMITS =
      Map.of(
          "25P03", "idle_in_transaction_session_timeout",
          "25P04", "transaction_timeout",
          "57P05", "idle_session_timeout");

  /** Memory, and limits set by the administrator. */
  private static final Set<String> RESOURCES = Set.of("53000", "53200", "53400");

  /** Errors external to PostgreSQL: the disk, and missing files. */
  private static final String OF_THE_SYSTEM = "58";

  private ServerLimits() {}

  /**
   * Returns the error; empty if the cause is another one.
   *
   * @param reads whether nothing was to be written
   * @param fate the fate of a pending write, for the end of the hint
   */
  static Optional<InputException> of(SQLException e, String action, boolean reads, String fate) {
    String state = ServerWords.state(e);
    return what(state, reads, ServerWords.isOfServer(e))
        .map(
            what -> {
              String message = action + ": " + what + " (" + ServerWords.said(e) + ")";
              String hint = hint(state) + (READ_ONLY.equals(state) ? "" : fate);
              return TIME_LIMITS.containsKey(state)
                  ? new LostMemoryException(message, hint, e)
                  : new InputException(message, hint, e);
            });
  }

  static InputException readOnly(PostgresAddress address) {
    return new InputException(
        "cannot write to the memory \"" + address + "\": " + TAKES_NONE, MAIN_SERVER);
  }

  private static Optional<String> what(String state, boolean reads, boolean isOfServer) {
    if (CANCELLED.equals(state)) {
      return Optional.of("the server has ended the command");
    }
    if (TIME_LIMITS.containsKey(state)) {
      return Optional.of("the server has ended the connection by its time limit");
    }
    // A write while reading would be a bug in Ballast.
    if (READ_ONLY.equals(state) && !reads) {
      return Optional.of(TAKES_NONE);
    }
    if (RESOURCES.contains(state) && isOfServer) {
      return Optional.of("the server has reached a limit of its memory or of its settings");
    }
    return state.startsWith(OF_THE_SYSTEM)
        ? Optional.of("the server cannot use its own files")
        : Optional.empty();
  }

  private static String hint(String state) {
    if (CANCELLED.equals(state)) {
      return "ask whoever administers the server: its setting statement_timeout is too short for"
          + " this, or somebody has cancelled it there";
    }
    if (READ_ONLY.equals(state)) {
      return MAIN_SERVER;
    }
    String setting = TIME_LIMITS.get(state);
    if (setting != null) {
      return "ask whoever administers the server to raise its setting " + setting;
    }
    return RESOURCES.contains(state)
        ? "run the command again later; if it fails again, ask whoever administers the server"
        : "tell whoever administers the server";
  }

  static final class ServerWords {

    private ServerWords() {}

    /** One of https://www.postgresql.org/docs/current/errcodes-appendix.html. */
    static String state(SQLException e) {
      return String.valueOf(e.getSQLState());
    }

    /**
     * Returns the message of the server or the driver, without the position in the server's
     * functions.
     */
    static String said(SQLException e) {
      // For a batch, the outer message quotes all statements with their data.
      SQLException first = first(e);
      ServerErrorMessage message =
          first instanceof PSQLException server ? server.getServerErrorMessage() : null;
      String text = message == null ? first.getMessage() : message.getMessage();
      return text == null ? "" : text;
    }

    /** Whether it comes from the server; the driver uses some states for its own errors. */
    static boolean isOfServer(SQLException e) {
      return first(e) instanceof PSQLException found && found.getServerErrorMessage() != null;
    }

    /** Whether the server rejects temporary tables, whatever the language of its message. */
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
}
