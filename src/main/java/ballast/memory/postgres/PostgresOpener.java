package ballast.memory.postgres;

import ballast.bitext.InputException;
import ballast.bitext.ShellWord;
import ballast.memory.MemoryStore.WriteOptions;
import ballast.memory.postgres.ServerLimits.ServerWords;
import ballast.memory.store.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.postgresql.Driver;

final class PostgresOpener {

  /** In seconds. */
  static final String CONNECT_TIMEOUT = "10";

  /** Methods that send no password in clear, nor in a form that could replace it. */
  static final String AUTHENTICATION = "scram-sha-256,gss,sspi,none";

  private static final String MIN_VERSION = "12";

  /** Rows fetched at a time by a query in a transaction. */
  private static final String FETCH_SIZE = "1000";

  /** Silenced, because the driver would also log its exceptions to standard error. */
  private static final Logger DRIVER = Logger.getLogger("org.postgresql");

  /** No table of that name, or another table. */
  private static final Set<String> NO_MEMORY =
      Set.of(PostgresErrors.UNDEFINED_TABLE, PostgresErrors.UNDEFINED_COLUMN);

  private static final String FIND = "SELECT schema_version, tableoid FROM memory";

  private final PostgresAddress address;
  private final CacheFolder cache;
  private final Duration patience;

  /**
   * @param patience maximum silence of the server, see {@link GuardedSockets}
   */
  PostgresOpener(PostgresAddress address, CacheFolder cache, Duration patience) {
    this.address = address;
    this.cache = cache;
    this.patience = patience;
  }

  /**
   * @param version 0 if there is none
   * @param identity the OID of one of its tables
   */
  private record Found(int version, long identity) {}

  /**
   * @throws InputException if the memory does not exist or has another version
   */
  Database reader() {
    return opened(false, WriteOptions.DEFAULT_BUSY_TIMEOUT);
  }

  /**
   * @throws InputException if the memory does not exist or has another version
   */
  Database writer(WriteOptions options) {
    return opened(true, options.busyTimeout());
  }

  private Database opened(boolean writable, Duration busyTimeout) {
    try {
      Connection connection = connect(writable, busyTimeout);
      boolean ready = false;
      try {
        Found found = find(connection);
        require(connection, found.version());
        Optional<Path> folder = cache.of(address, found.identity());
        PostgresEngine engine =
            new PostgresEngine(
                address, connection, folder, found.identity(), () -> connect(true, busyTimeout));
        Database database = new Database(engine, writable);
        ready = true;
        return database;
      } finally {
        if (!ready) {
          connection.close();
        }
      }
    } catch (SQLException e) {
      throw PostgresErrors.of(e, address, writable ? "write to" : "read");
    }
  }

  /**
   * Connects to the database, with or without the memory in it.
   *
   * @throws InputException if the server cannot be reached or rejects the user
   */
  Database forSetup() {
    try {
      Connection connection = connect(true, WriteOptions.DEFAULT_BUSY_TIMEOUT);
      return new Database(new PostgresEngine(address, connection), true);
    } catch (SQLException e) {
      throw PostgresErrors.of(e, address, "open");
    }
  }

  private static Found find(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(FIND)) {
      return rows.next() ? new Found(rows.getInt(1), rows.getLong(2)) : new Found(0, 0);
    } catch (SQLException e) {
      if (NO_MEMORY.contains(ServerWords.state(e))) {
        return new Found(0, 0);
      }
      throw e;
    }
  }

  private void require(Connection connection, int version) throws SQLException {
    if (version == 0) {
      Database database = new Database(new PostgresEngine(address, connection), false);
      throw new PostgresCatalogue(database, address).missing();
    }
    requireNoLater(address, version);
    if (version < PostgresSchema.VERSION) {
      throw earlier(address, version);
    }
    TargetDatabase.requireUnicode(connection, address);
  }

  static InputException earlier(PostgresAddress address, int version) {
    return new InputException(
        "the memory \"%s\" has version %d, this Ballast needs version %d"
            .formatted(address, version, PostgresSchema.VERSION),
        "its owner has to run `ballast tm init %s`, which keeps everything"
            .formatted(ShellWord.of(address.toString())));
  }

  static void requireNoLater(PostgresAddress address, int version) {
    if (version > PostgresSchema.VERSION) {
      throw new InputException(
          "the memory \"%s\" has version %d, this Ballast knows versions up to %d"
              .formatted(address, version, PostgresSchema.VERSION),
          "update Ballast");
    }
  }

  /** Created without {@code DriverManager}, because its list of drivers takes time. */
  private Connection connect(boolean writable, Duration busyTimeout) throws SQLException {
    DRIVER.setLevel(Level.OFF);
    Properties properties = new Properties();
    if (!address.user().isEmpty()) {
      properties.setProperty("user", address.user());
    }
    // Not in the URL, where it would have brackets, unlike in .pgpass.
    properties.setProperty("PGHOST", address.bareHost());
    properties.setProperty("PGPORT", String.valueOf(address.port()));
    properties.setProperty("ApplicationName", "ballast");
    properties.setProperty("currentSchema", address.memory());
    // Saves two round trips: the driver need not query the server's features.
    properties.setProperty("assumeMinServerVersion", MIN_VERSION);
    properties.setProperty("connectTimeout", CONNECT_TIMEOUT);
    properties.setProperty("tcpKeepAlive", "true");
    properties.setProperty("requireAuth", AUTHENTICATION);
    GuardedSockets.use(properties, address.forDriver(), patience);
    properties.setProperty("defaultRowFetchSize", FETCH_SIZE);
    properties.setProperty("reWriteBatchedInserts", "true");
    properties.setProperty("readOnly", String.valueOf(!writable));
    properties.setProperty("sslmode", address.isLoopback() ? "prefer" : "verify-full");
    // 0 would mean no limit.
    properties.setProperty(
        "options",
        "-c default_transaction_isolation=repeatable\\ read -c client_min_messages=warning"
            // Our queries join in a good order; to look for others takes longer than most of them.
            + " -c join_collapse_limit=4"
            // A database may change these defaults, which our statements rely on.
            + " -c quote_all_identifiers=off -c standard_conforming_strings=on"
            // Statements fail instead of being silently restricted by a policy.
            + " -c row_security=off -c lock_timeout="
            + Math.max(1, Math.min(busyTimeout.toMillis(), Integer.MAX_VALUE)));
    PasswordFile passwords = PasswordFile.ofThisProcess();
    passwords.requirePrivate();
    Connection connection;
    try {
      connection = new Driver().connect(address.forDriver(), properties);
    } catch (StringIndexOutOfBoundsException e) {
      throw passwords.malformed(e);
    }
    if (connection == null) {
      throw new IllegalStateException("the driver does not know the address " + address);
    }
    return connection;
  }

  /**
   * The driver's file of passwords. Like PostgreSQL's own programs, but unlike the driver, Ballast
   * rejects a file that others may read.
   */
  private record PasswordFile(Path path) {

    private static final Set<PosixFilePermission> OF_OTHERS =
        PosixFilePermissions.fromString("---rwxrwx");

    static PasswordFile ofThisProcess() {
      String set = System.getProperty("org.postgresql.pgpassfile", "");
      String named = set.isEmpty() ? Objects.toString(System.getenv("PGPASSFILE"), "") : set;
      String windows = Objects.toString(System.getenv("APPDATA"), "");
      if (!named.isEmpty()) {
        return new PasswordFile(Path.of(named));
      }
      return new PasswordFile(
          windows.isEmpty()
              ? Path.of(System.getProperty("user.home", ""), ".pgpass")
              : Path.of(windows, "postgresql", "pgpass.conf"));
    }

    /**
     * @throws InputException if others may read or write it
     */
    void requirePrivate() {
      if (!Files.isRegularFile(path)
          || !path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        return;
      }
      try {
        if (Files.getPosixFilePermissions(path).stream().anyMatch(OF_OTHERS::contains)) {
          throw new InputException(
              "others may use the file of passwords \"" + path + "\"",
              "chmod 600 " + ShellWord.of(path.toString()));
        }
      } catch (IOException e) {
        throw new InputException(
            "cannot see who may read the file of passwords \"" + path + "\": " + e.getMessage(),
            "check its folder",
            e);
      }
    }

    /** Returns the error for a file with a line too short for the driver. */
    InputException malformed(RuntimeException cause) {
      return new InputException(
          "a line of the file of passwords \"" + path + "\" cannot be read",
          "write each as HOST:PORT:DATABASE:USER:PASSWORD",
          cause);
    }
  }
}
