package ballast.memory.postgres;

import ballast.bitext.InputException;
import ballast.memory.WriteOptions;
import ballast.memory.store.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import org.postgresql.Driver;

/** Opens memories on a server. */
final class PostgresOpener {

  /** In seconds. */
  private static final String CONNECT_TIMEOUT = "10";

  /** Rows that a query in a transaction fetches at a time. */
  private static final String FETCH_SIZE = "1000";

  /** Makes two that make the same memory wait for each other; the letters {@code BaTM}. */
  private static final int MAKING = 0x4261544D;

  private PostgresOpener() {}

  /**
   * Opens a memory for reading.
   *
   * @throws InputException if there is none, or it has another version
   */
  static Database reader(PostgresAddress address) {
    return opened(address, false, WriteOptions.DEFAULT_BUSY_TIMEOUT, false);
  }

  /**
   * Opens a memory for writing.
   *
   * @param make whether to make one if there is none
   * @throws InputException if there is none and none is to be made, or it has a later version
   */
  static Database writer(PostgresAddress address, WriteOptions options, boolean make) {
    return opened(address, true, options.busyTimeout(), make);
  }

  private static Database opened(
      PostgresAddress address, boolean writable, Duration busyTimeout, boolean make) {
    try {
      PostgresEngine engine = new PostgresEngine(address, connect(address, writable, busyTimeout));
      Database database = new Database(engine, writable);
      boolean ready = false;
      try {
        int version = PostgresSchema.version(database);
        if (version == 0 && make) {
          make(database, address);
          version = PostgresSchema.version(database);
        }
        require(address, version);
        ready = true;
        return database;
      } finally {
        if (!ready) {
          database.close();
        }
      }
    } catch (SQLException e) {
      throw PostgresErrors.of(e, address, writable ? "write to" : "read");
    }
  }

  private static void require(PostgresAddress address, int version) {
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
  private static void make(Database database, PostgresAddress address) throws SQLException {
    Connection connection = database.engine().connection();
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
  private static Connection connect(PostgresAddress address, boolean writable, Duration busyTimeout)
      throws SQLException {
    Properties properties = new Properties();
    if (!address.user().isEmpty()) {
      properties.setProperty("user", address.user());
    }
    properties.setProperty("ApplicationName", "ballast");
    properties.setProperty("currentSchema", address.memory());
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
