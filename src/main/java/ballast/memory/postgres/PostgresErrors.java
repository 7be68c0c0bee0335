package ballast.memory.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.bitext.InputException;
import ballast.memory.LostMemoryException;
import ballast.memory.postgres.ServerLimits.ServerWords;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLException;

final class PostgresErrors {

  // https://www.postgresql.org/docs/current/errcodes-appendix.html
  static final String UNDEFINED_TABLE = "42P01";
  static final String UNDEFINED_COLUMN = "42703";
  static final String INSUFFICIENT_PRIVILEGE = "42501";
  static final String LOCK_NOT_AVAILABLE = "55P03";

  private static final String CHECK_FAILED = "23514";

  /** Our own state: see {@code guard_name}. */
  private static final String RENAMED = "BA001";

  /** Undefined table, column or function. */
  private static final Set<String> UNDEFINED = Set.of(UNDEFINED_TABLE, UNDEFINED_COLUMN, "42883");

  /** Corrupted data or index. */
  private static final Set<String> CORRUPTED = Set.of("XX001", "XX002");

  // Actions on the memory, for messages.
  static final String READING = "read";
  static final String WRITING = "write to";
  static final String MAKING = "make";

  private static final String NO_DATABASE = "3D000";
  private static final String NO_SUCH_CHARACTER = "22021";
  private static final String DISK_FULL = "53100";
  private static final String TOO_MANY_CONNECTIONS = "53300";
  private static final Set<String> BUSY = Set.of(LOCK_NOT_AVAILABLE, "40P01", "40001");
  private static final String WRONG_PASSWORD = "28P01";
  private static final String NOT_ADMITTED = "28000";
  private static final String REJECTED = "08004";
  private static final String NOT_AUTHENTICATED = "28";
  private static final String CONFIGURED_WRONGLY = "F0";
  private static final Set<String> TOO_LARGE = Set.of("54000", "53200", "22001", "54001");

  /** Server shut down, crashed or starting, or database dropped. */
  private static final Set<String> ENDED = Set.of("57P01", "57P02", "57P03", "57P04");

  /** The database accepts no connections; on an open connection this would be a bug in Ballast. */
  private static final String NOT_READY = "55000";

  enum Moment {
    /** Before the memory was open. */
    OPENING,
    WORKING,
    /** While the server was committing. */
    COMMITTING
  }

  private PostgresErrors() {}

  static RuntimeException of(SQLException e, PostgresAddress address, String doing) {
    return of(e, address, doing, Moment.OPENING);
  }

  /** See {@link ballast.memory.store.Database.Engine#failure}. */
  static RuntimeException of(SQLException e, PostgresAddress address, String doing, Moment moment) {
    String state = ServerWords.state(e);
    boolean isLost = state.startsWith("08") || ENDED.contains(state);
    String fate = fate(doing, isLost && moment == Moment.COMMITTING);
    Optional<InputException> known =
        moment == Moment.OPENING && brokenOff(e).isEmpty()
            ? unsafe(e, action(doing, address)).or(() -> refused(e, address, doing))
            : Optional.empty();
    return known
        .or(() -> ServerLimits.of(e, action(doing, address), READING.equals(doing), fate))
        .or(() -> isLost ? Optional.of(lost(e, address, doing, fate)) : Optional.empty())
        .<RuntimeException>map(found -> found)
        .orElseGet(() -> others(e, address, doing));
  }

  /**
   * Describes the fate of a pending write; empty if there was none.
   *
   * @param isUnknown whether the connection was lost during the commit. Time limits do not count,
   *     because they only end a transaction before its commit.
   */
  private static String fate(String doing, boolean isUnknown) {
    if (doing.equals(MAKING)) {
      return "; then run the command again: it makes what is missing";
    }
    if (!doing.equals(WRITING)) {
      return "";
    }
    return isUnknown
        ? "; whether what was being written is in the memory is not known: `ballast tm history`"
            + " says"
        : "; what was being written is not in the memory";
  }

  private static String action(String doing, PostgresAddress address) {
    return "cannot " + doing + " the memory \"" + address + "\"";
  }

  private static Optional<InputException> unsafe(SQLException e, String action) {
    boolean isUnsafe =
        REJECTED.equals(ServerWords.state(e)) && ServerWords.said(e).contains("requireAuth");
    return isUnsafe
        ? Optional.of(
            new InputException(
                action
                    + ": the server asks for the password in clear or as MD5, and Ballast does not"
                    + " send it like that",
                "ask whoever administers the server for scram-sha-256: the setting"
                    + " password_encryption, your password set again, and your line in pg_hba.conf",
                e))
        : Optional.empty();
  }

  private static Optional<InputException> refused(
      SQLException e, PostgresAddress address, String doing) {
    String action = action(doing, address);
    String state = ServerWords.state(e);
    if (WRONG_PASSWORD.equals(state) || isWithoutPassword(e)) {
      return Optional.of(
          new InputException(
              action
                  + (isWithoutPassword(e)
                      ? ": the server asks for a password, and there is none for it"
                      : ": the server does not admit the user"
                          + quoted(address.user())
                          + " (the password is wrong, or there is no such user)"),
              "name the user with user=NAME; the password belongs into the file .pgpass of your"
                  + " home folder, or into the file that PGPASSFILE names, which nobody else may"
                  + " read",
              e));
    }
    if (NOT_ADMITTED.equals(state)) {
      return Optional.of(
          new InputException(
              action
                  + ": the server does not admit the user"
                  + quoted(address.user())
                  + " ("
                  + ServerWords.said(e)
                  + ")",
              "name the user with user=NAME; pg_hba.conf on the server says who may connect from"
                  + " where",
              e));
    }
    if (isTls(e)) {
      return Optional.of(
          new InputException(
              action
                  + ": no encrypted connection to the server can be made ("
                  + ServerWords.said(e)
                  + ")",
              "the server needs a certificate for the name "
                  + address.host()
                  + " from an authority"
                  + " that ~/.postgresql/root.crt names",
              e));
    }
    boolean isRefusal =
        state.startsWith(CONFIGURED_WRONGLY)
            || state.startsWith(NOT_AUTHENTICATED)
            || NOT_READY.equals(state);
    return isRefusal
        ? Optional.of(
            new InputException(
                action + ": the server refuses the connection (" + ServerWords.said(e) + ")",
                "ask whoever administers the server",
                e))
        : Optional.empty();
  }

  private static InputException lost(
      SQLException e, PostgresAddress address, String doing, String fate) {
    String action = action(doing, address);
    return brokenOff(e)
        .map(
            why ->
                new LostMemoryException(
                    action + ": Ballast has given up on the server: " + why,
                    "check the host and the port, or run the command again later" + fate,
                    e))
        .orElseGet(
            () ->
                new LostMemoryException(
                    action + ": the server cannot be reached (" + unreachable(e, address) + ")",
                    "check the host, the port and the network" + fate,
                    e));
  }

  private static RuntimeException others(SQLException e, PostgresAddress address, String doing) {
    String state = ServerWords.state(e);
    String action = action(doing, address);
    if (BUSY.contains(state)) {
      return new InputException(
          action + ": another process is writing to it",
          "wait until it has finished, then run the command again",
          e);
    }
    if (INSUFFICIENT_PRIVILEGE.equals(state)) {
      return notAllowed(
          address, doing, ServerWords.said(e), "ask whoever administers the memory for the right");
    }
    if (DISK_FULL.equals(state)) {
      return new InputException(
          action + ": the disk of the server is full",
          "tell whoever administers it; the memory is as it was before",
          e);
    }
    if (NO_DATABASE.equals(state)) {
      return new InputException(
          action + ": the server has no database \"" + address.database() + "\"",
          "check the name, or ask whoever administers the server to make it",
          e);
    }
    if (TOO_MANY_CONNECTIONS.equals(state)) {
      return new InputException(
          action + ": the server has too many connections", "try again in a moment", e);
    }
    if (NO_SUCH_CHARACTER.equals(state)) {
      return new InputException(
          action + ": a text holds the character U+0000",
          "take the character out of the text; no server keeps it",
          e);
    }
    if (TOO_LARGE.contains(state)) {
      return new InputException(
          action + ": a text is too large (" + ServerWords.said(e) + ")",
          "split the document into smaller ones",
          e);
    }
    if (CHECK_FAILED.equals(state) && ServerWords.said(e).contains(PostgresNames.CONSTRAINT)) {
      return PostgresNames.tooLong(address);
    }
    if (RENAMED.equals(state)) {
      return renamed(address);
    }
    if (UNDEFINED.contains(state)) { // it may just have been dropped
      return new LostMemoryException(damaged(address, ServerWords.said(e), e));
    }
    if (CORRUPTED.contains(state)) {
      return damaged(address, ServerWords.said(e), e);
    }
    return new IllegalStateException(action, e);
  }

  private static String quoted(String user) {
    return user.isEmpty() ? "" : " \"" + user + "\"";
  }

  /** For an unknown or silent host, the driver only reports a failed attempt. */
  private static String unreachable(SQLException e, PostgresAddress address) {
    if (e.getCause() instanceof UnknownHostException) {
      return "there is no host \"" + address.host() + "\"";
    }
    if (e.getCause() instanceof SocketTimeoutException) {
      return "the host does not answer within " + PostgresOpener.CONNECT_TIMEOUT + " seconds";
    }
    return ServerWords.said(e);
  }

  /** Returns why Ballast gave up the connection; empty if it did not. */
  private static Optional<String> brokenOff(SQLException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof GuardedSockets.BrokenOff found) {
        return Optional.of(String.valueOf(found.getMessage()));
      }
    }
    return Optional.empty();
  }

  private static boolean isWithoutPassword(SQLException e) {
    return REJECTED.equals(ServerWords.state(e)) && ServerWords.said(e).contains("password");
  }

  private static boolean isTls(SQLException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof SSLException) {
        return true;
      }
    }
    // The driver translates its messages, but not these words.
    return ServerWords.state(e).startsWith("08")
        && (ServerWords.said(e).contains("SSL")
            || ServerWords.said(e).contains("HostnameVerifier"));
  }

  static boolean isNotAllowed(SQLException e) {
    return INSUFFICIENT_PRIVILEGE.equals(ServerWords.state(e));
  }

  static InputException notAllowed(
      SQLException e, PostgresAddress address, String doing, String whomToAsk) {
    return notAllowed(address, doing, ServerWords.said(e), whomToAsk);
  }

  /**
   * @param reason the exact reason
   * @param whomToAsk the hint
   */
  static InputException notAllowed(
      PostgresAddress address, String doing, String reason, String whomToAsk) {
    return new InputException(
        "cannot %s the memory \"%s\": the user%s may not do that (%s)"
            .formatted(doing, address, quoted(address.user()), reason),
        whomToAsk);
  }

  static InputException renamed(PostgresAddress address) {
    return new InputException(
        "cannot write to the memory \"" + address + "\": its schema has been renamed",
        "have its owner run `ballast tm init` with this address; it sets the functions of the"
            + " memory to the new name");
  }

  static InputException damaged(PostgresAddress address, String detail, Throwable cause) {
    return new InputException(
        "the memory \"" + address + "\" is damaged: " + detail,
        "`ballast tm verify` says what is broken; then have a backup of the server restored",
        cause);
  }

  /** Limits the name of a document, because an index of the server cannot store a longer one. */
  static final class PostgresNames {

    static final String CONSTRAINT = "document_name_length";

    /** Maximum length in bytes of UTF-8. */
    static final int MAX_LENGTH = 2_600;

    private PostgresNames() {}

    /**
     * @throws InputException if the name is too long for a server
     */
    static void require(String document, PostgresAddress address) {
      if (document.getBytes(UTF_8).length > MAX_LENGTH) {
        throw tooLong(address);
      }
    }

    static InputException tooLong(PostgresAddress address) {
      return new InputException(
          "cannot write to the memory \"%s\": the name of a document has more than %,d bytes, some %,d letters of Chinese; a server keeps no longer one"
              .formatted(address, MAX_LENGTH, MAX_LENGTH / 3),
          "give the document a shorter name; a memory in a file keeps names of any length");
    }
  }
}
