package ballast.memory.postgres;

import ballast.bitext.InputException;
import ballast.memory.WriteOptions;
import ballast.memory.store.Database;
import ballast.memory.store.Statements;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import org.postgresql.Driver;

/** Opens memories on a server. */
final class PostgresOpener {

  /** In seconds. */
  private static final String CONNECT_TIMEOUT = "10";

  private static final String MIN_VERSION = "12";

  /** Rows that a query in a transaction fetches at a time. */
  private static final String FETCH_SIZE = "1000";

  /** Makes two that make the same memory wait for each other; the letters {@code BaTM}. */
  private static final int MAKING = 0x4261544D;

  private static final String FIND =
      "SELECT version, CAST(CAST('memory' AS regclass) AS oid) FROM memory";

  private final PostgresAddress address;
  private final CacheFolder cache;

  /**
   * @param cache where copies of the index are kept on this machine
   */
  PostgresOpener(PostgresAddress address, CacheFolder cache) {
    this.address = address;
    this.cache = cache;
  }

  /**
   * A memory that has been found.
   *
   * @param version 0 if there is none
   * @param identity no two memories of one server, not even one after the other, have the same
   */
  private record Found(int version, long identity) {}

  /**
   * Opens the memory for reading.
   *
   * @throws InputException if there is none, or it has another version
   */
  Database reader() {
    return opened(false, WriteOptions.DEFAULT_BUSY_TIMEOUT, false);
  }

  /**
   * Opens the memory for writing.
   *
   * @param make whether to make one if there is none
   * @throws InputException if there is none and none is to be made, or it has a later version
   */
  Database writer(WriteOptions options, boolean make) {
    return opened(true, options.busyTimeout(), make);
  }

  private Database opened(boolean writable, Duration busyTimeout, boolean make) {
    try {
      Connection connection = connect(writable, busyTimeout);
      boolean ready = false;
      try {
        Found found = find(connection);
        if (found.version() == 0 && make) {
          make(connection);
          found = find(connection);
        }
        require(found.version());
        Optional<Path> folder = cache.of(address, found.identity());
        Database database = new Database(new PostgresEngine(address, connection, folder), writable);
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

  private static Found find(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(FIND)) {
      return rows.next() ? new Found(rows.getInt(1), rows.getLong(2)) : new Found(0, 0);
    } catch (SQLException e) {
      if (PostgresErrors.UNDEFINED_TABLE.equals(PostgresErrors.state(e))) {
        return new Found(0, 0);
      }
      throw e;
    }
  }

  private void require(int version) {
    if (version == 0) {
      throw PostgresErrors.missing(address);
    }
    if (version > PostgresSchema.VERSION) {
      throw new InputException(
          "the memory \"%s\" has version %d, this Ballast knows versions up to %d"
              .formatted(address, version, PostgresSchema.VERSION),
          "update Ballast");
    }
  }

  /** Makes the memory, unless another process has made it meanwhile. */
  private void make(Connection connection) throws SQLException {
    Statements database =
        new Database(new PostgresEngine(address, connection, Optional.empty()), true);
    connection.setAutoCommit(false);
    boolean made = false;
    try {
      // A snapshot taken before the lock would not show what the other process has made.
      database.execute("SET TRANSACTION ISOLATION LEVEL READ COMMITTED");
      database.list(
          "SELECT pg_advisory_xact_lock(?, hashtext(?))", row -> true, MAKING, address.memory());
      // In quotes, because it may be a word of SQL.
      database.execute("CREATE SCHEMA IF NOT EXISTS \"" + address.memory() + "\"");
      if (PostgresSchema.version(database) == 0) {
        PostgresSchema.make(database);
      }
      connection.commit();
      made = true;
    } finally {
      if (!made) {
        connection.rollback();
      }
      connection.setAutoCommit(true);
    }
  }

  /** Created without {@code DriverManager}, whose list of drivers costs time. */
  private Connection connect(boolean writable, Duration busyTimeout) throws SQLException {
    Properties properties = new Properties();
    if (!address.user().isEmpty()) {
      properties.setProperty("user", address.user());
    }
    properties.setProperty("ApplicationName", "ballast");
    properties.setProperty("currentSchema", address.memory());
    // Saves two journeys: the driver need not ask what the server understands.
    properties.setProperty("assumeMinServerVersion", MIN_VERSION);
    properties.setProperty("connectTimeout", CONNECT_TIMEOUT);
    properties.setProperty("tcpKeepAlive", "true");
    properties.setProperty("defaultRowFetchSize", FETCH_SIZE);
    properties.setProperty("reWriteBatchedInserts", "true");
    properties.setProperty("readOnly", String.valueOf(!writable));
    properties.setProperty("sslmode", address.isLoopback() ? "prefer" : "verify-full");
    // 0 would mean to wait for ever.
    properties.setProperty(
        "options",
        "-c default_transaction_isolation=repeatable\\ read -c join_collapse_limit=12"
            + " -c client_min_messages=warning -c lock_timeout="
            + Math.max(1, Math.min(busyTimeout.toMillis(), Integer.MAX_VALUE)));
    String url =
        "jdbc:postgresql://" + address.host() + ":" + address.port() + "/" + address.database();
    Connection connection = new Driver().connect(url, properties);
    if (connection == null) {
      throw new IllegalStateException("the driver does not know the address " + address);
    }
    return connection;
  }
}
