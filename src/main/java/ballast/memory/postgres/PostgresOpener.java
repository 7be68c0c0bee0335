package ballast.memory.postgres;

import ballast.bitext.InputException;
import ballast.memory.WriteOptions;
import ballast.memory.store.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.postgresql.Driver;

/** Opens memories on a server. */
final class PostgresOpener {

  /** In seconds. */
  private static final String CONNECT_TIMEOUT = "10";

  /** Rows that a query in a transaction fetches at a time. */
  private static final String FETCH_SIZE = "1000";

  /** The driver would write to standard error what its exceptions say as well. */
  private static final Logger DRIVER = Logger.getLogger("org.postgresql");

  private PostgresOpener() {}

  /**
   * Opens a memory for reading.
   *
   * @throws InputException if there is none, or it has another version
   */
  static Database reader(PostgresAddress address, PostgresSchema schema) {
    return opened(address, false, WriteOptions.DEFAULT_BUSY_TIMEOUT, schema);
  }

  /**
   * Opens a memory for writing.
   *
   * @throws InputException if there is none, or it has another version
   */
  static Database writer(PostgresAddress address, WriteOptions options, PostgresSchema schema) {
    return opened(address, true, options.busyTimeout(), schema);
  }

  private static Database opened(
      PostgresAddress address, boolean writable, Duration busyTimeout, PostgresSchema schema) {
    String doing = writable ? "write to" : "read";
    try {
      Database database = connected(address, writable, busyTimeout);
      boolean ready = false;
      try {
        require(database, address, schema);
        ready = true;
        return database;
      } catch (SQLException e) {
        throw database.engine().failure(e, doing);
      } finally {
        if (!ready) {
          database.close();
        }
      }
    } catch (SQLException e) {
      throw PostgresErrors.of(e, address, doing);
    }
  }

  /**
   * Connects to the database in which a memory is or may be made.
   *
   * @throws InputException if the server cannot be reached or does not admit the user
   */
  static Database forSetup(PostgresAddress address) {
    try {
      return connected(address, true, WriteOptions.DEFAULT_BUSY_TIMEOUT);
    } catch (SQLException e) {
      throw PostgresErrors.of(e, address, "open");
    }
  }

  private static Database connected(PostgresAddress address, boolean writable, Duration busyTimeout)
      throws SQLException {
    PostgresEngine engine = new PostgresEngine(address, connect(address, writable, busyTimeout));
    return new Database(engine, writable);
  }

  private static void require(Database database, PostgresAddress address, PostgresSchema schema)
      throws SQLException {
    int version = PostgresSchema.version(database);
    if (version == 0) {
      throw new PostgresCatalogue(database, address).missing();
    }
    requireNoLater(address, version, schema);
    if (version < schema.version()) {
      throw new InputException(
          "the memory \"%s\" has version %d, this Ballast reads version %d"
              .formatted(address, version, schema.version()),
          "have its owner run `ballast tm init`; it brings the memory up to date");
    }
  }

  /** Refuses a memory of a later version. */
  static void requireNoLater(PostgresAddress address, int version, PostgresSchema schema) {
    if (version > schema.version()) {
      throw new InputException(
          "the memory \"%s\" has version %d, this Ballast knows versions up to %d"
              .formatted(address, version, schema.version()),
          "update Ballast");
    }
  }

  /** Created without {@code DriverManager}, whose list of drivers costs time. */
  private static Connection connect(PostgresAddress address, boolean writable, Duration busyTimeout)
      throws SQLException {
    DRIVER.setLevel(Level.OFF);
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
            + " -c client_min_messages=warning"
            // A statement that such a policy would make ineffective fails.
            + " -c row_security=off -c lock_timeout="
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
