package ballast.memory.sqlite;

import ballast.memory.store.Database;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteOpenMode;
import org.sqlite.jdbc4.JDBC4Connection;

final class Connections {

  /**
   * Page cache of a writer in kibibytes. Keys arrive in random order, so the key indexes of a large
   * memory should fit.
   */
  private static final int WRITER_CACHE = 64 << 10;

  /**
   * Page cache of a reader in kibibytes, which also holds texts of units; less if the heap is
   * small.
   */
  private static final long READER_CACHE = 256 << 10;

  private static final long HEAP_SHARE = 8;

  enum Mode {
    READ,
    READ_IMMUTABLE,
    SALVAGE,
    WRITE,
    CREATE
  }

  private Connections() {}

  private static long readerCache() {
    return Math.min(READER_CACHE, (Runtime.getRuntime().maxMemory() >> 10) / HEAP_SHARE);
  }

  /**
   * Sets the size of SQLite's page cache for a writer. SQLite converts it to pages of their current
   * size, so it must be set again after a change of the page size.
   */
  static void setWriterCache(Database database) throws SQLException {
    setCache(database, WRITER_CACHE);
  }

  private static void setCache(Database database, long kibibytes) throws SQLException {
    database.execute("PRAGMA cache_size = -" + kibibytes);
  }

  @FunctionalInterface
  interface Check {
    void run(Database database) throws SQLException;
  }

  static Database checked(Database database, Check check) throws SQLException {
    boolean ready = false;
    try {
      check.run(database);
      ready = true;
      return database;
    } finally {
      if (!ready) {
        database.close();
      }
    }
  }

  /** Creates an empty memory without a file. */
  static Database scratch() throws SQLException {
    Path nowhere = Path.of("memory");
    Database database =
        new Database(new SqliteEngine(nowhere, connection(":memory:", new SQLiteConfig())), true);
    Schema.make(database);
    return database;
  }

  /** Connects to a file. SQLite opens it only with the first query. */
  static Database connect(Path file, Mode mode, Duration busyTimeout) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    if (mode != Mode.CREATE) {
      config.resetOpenMode(SQLiteOpenMode.CREATE);
    }
    // A connection serves one thread, and the driver enforces this, so SQLite need not lock.
    config.setOpenMode(SQLiteOpenMode.NOMUTEX);
    // Unused, and the driver would run a query after each insert.
    config.setGetGeneratedKeys(false);
    config.setBusyTimeout((int) Math.min(busyTimeout.toMillis(), Integer.MAX_VALUE));
    boolean writable = mode == Mode.WRITE || mode == Mode.CREATE;
    String uri = uri(file) + (mode == Mode.READ_IMMUTABLE ? "?immutable=1" : "");
    return checked(
        new Database(new SqliteEngine(file, connection(uri, config)), writable),
        database -> {
          if (mode == Mode.SALVAGE) {
            // Before the first read: it tolerates a truncated file and broken table names.
            database.execute("PRAGMA writable_schema = ON");
          }
          // A foreign file may contain triggers and views that call functions with side effects.
          database.execute("PRAGMA trusted_schema = OFF");
          database.execute(writable ? "PRAGMA foreign_keys = ON" : "PRAGMA query_only = ON");
          setCache(database, writable ? WRITER_CACHE : readerCache());
        });
  }

  /**
   * Created without {@code DriverManager}, because its list of drivers takes time at every start.
   */
  private static Connection connection(String address, SQLiteConfig config) throws SQLException {
    return new JDBC4Connection("jdbc:sqlite:" + address, address, config.toProperties());
  }

  /** Everything is escaped in the URI, because the driver parses options after a question mark. */
  private static String uri(Path file) {
    return "file:" + file.toAbsolutePath().toUri().getRawPath();
  }
}
