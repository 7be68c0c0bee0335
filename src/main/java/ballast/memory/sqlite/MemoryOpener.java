package ballast.memory.sqlite;

import ballast.bitext.InputException;
import ballast.memory.WriteOptions;
import ballast.memory.store.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteOpenMode;
import org.sqlite.jdbc4.JDBC4Connection;

/**
 * Opens memories. Opening for reading is quick: it reads only three numbers from the file.
 *
 * <p>Readers open the file for reading and writing where they may and then forbid themselves to
 * write ({@code PRAGMA query_only}). A connection opened read-only would leave {@code -wal} and
 * {@code -shm} files behind, which only a connection that may write can tidy away. Where the file
 * or its folder cannot be written to, SQLite falls back to reading by itself, and where it cannot
 * have its {@code -shm} file either, the file is opened as immutable, but only when there is no
 * {@code -wal} file or an empty one: what is in it would be missed.
 */
public final class MemoryOpener {

  /**
   * In kibibytes; keys arrive in random order, so that the key indexes of a large memory should
   * fit.
   */
  private static final int WRITER_CACHE = 64 << 10;

  /** The same for a reader, which also reads the texts of units; less if the heap is small. */
  private static final long READER_CACHE = 256 << 10;

  private static final long HEAP_SHARE = 8;

  private static long readerCache() {
    return Math.min(READER_CACHE, (Runtime.getRuntime().maxMemory() >> 10) / HEAP_SHARE);
  }

  private enum Mode {
    READ,
    READ_IMMUTABLE,
    SALVAGE,
    WRITE,
    CREATE
  }

  private MemoryOpener() {}

  /**
   * Opens a memory for reading.
   *
   * @throws InputException if there is none, or the file is not a memory or has another version
   */
  public static Database reader(Path file, Schema schema) {
    requireExisting(file);
    try {
      return checked(
          readable(file), database -> MemoryIdentity.of(database).requireCurrent(file, schema));
    } catch (SQLException e) {
      throw SqliteErrors.of(e, file, "read");
    }
  }

  /** Opens any SQLite file for the checks of {@code Verifier}, whatever it holds. */
  public static Database forVerifying(Path file) throws SQLException {
    return readable(file);
  }

  /** Opens a copy of a file, of any version, for bringing it up to date. */
  static Database copy(Path file) throws SQLException {
    return connect(file, Mode.WRITE, WriteOptions.DEFAULT_BUSY_TIMEOUT);
  }

  /** Opens a damaged file so that SQLite reads of it what it can, even if its end is missing. */
  static Database forSalvage(Path file) throws SQLException {
    return connect(file, Mode.SALVAGE, WriteOptions.DEFAULT_BUSY_TIMEOUT);
  }

  /**
   * Opens a memory for writing; makes the file and its folders when they are missing, and brings an
   * older one up to date.
   *
   * @throws InputException if it is not a memory, or of a later version, or cannot be written to
   */
  public static Database writer(Path file, WriteOptions options, Schema schema) {
    boolean exists = Files.exists(file);
    if (exists) {
      requireRegular(file);
      if (!Files.isWritable(file)) {
        throw SqliteErrors.of(new SQLException("", "", SqliteErrors.READONLY), file, "write to");
      }
    } else {
      makeFolder(file);
    }
    try {
      Database database = connect(file, exists ? Mode.WRITE : Mode.CREATE, options.busyTimeout());
      return checked(database, opened -> prepare(file, opened, schema));
    } catch (SQLException e) {
      if (!exists && SqliteErrors.isOfDisk(e)) {
        MemoryFile.removeEmpty(file);
      }
      throw SqliteErrors.of(e, file, "write to");
    }
  }

  private static void prepare(Path file, Database database, Schema schema) throws SQLException {
    MemoryIdentity identity = MemoryIdentity.of(database);
    identity.requireWritable(file, schema);
    if (identity.version() > 0 && identity.version() < schema.version()) {
      new OlderMemory(file, database, identity.version()).requireSound(schema);
    }
    SqliteEngine.useLog(database);
    setCache(database, WRITER_CACHE);
    schema.migrate(database);
  }

  /**
   * Sets the size of SQLite's page cache. SQLite converts it to pages of the size known at that
   * moment, so it must be set again after the page size has been set.
   */
  private static void setCache(Database database, long kibibytes) throws SQLException {
    database.execute("PRAGMA cache_size = -" + kibibytes);
  }

  /** A condition that a database must meet before it is returned. */
  @FunctionalInterface
  private interface Check {
    void run(Database database) throws SQLException;
  }

  /** The database after the check, which closes it if it fails. */
  private static Database checked(Database database, Check check) throws SQLException {
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

  /** An empty database in memory with the tables of {@code schema}. */
  public static Database scratch(Schema schema) throws SQLException {
    Path nowhere = Path.of("memory");
    Database database =
        new Database(new SqliteEngine(nowhere, connection(":memory:", new SQLiteConfig())), true);
    schema.migrate(database);
    return database;
  }

  private static Database readable(Path file) throws SQLException {
    try {
      // SQLite opens the file only with the first query.
      return checked(
          connect(file, Mode.READ, WriteOptions.DEFAULT_BUSY_TIMEOUT), Schema::versionOf);
    } catch (SQLException e) {
      int code = SqliteErrors.code(e);
      boolean noSharedMemory = code == SqliteErrors.CANTOPEN || code == SqliteErrors.READONLY;
      if (noSharedMemory && !hasLog(file)) {
        return connect(file, Mode.READ_IMMUTABLE, Duration.ZERO);
      }
      throw e;
    }
  }

  /** Whether a log may hold changes that are not yet in the file. */
  private static boolean hasLog(Path file) {
    return isFilled(SqliteEngine.beside(file, "-wal"))
        || isFilled(SqliteEngine.beside(file, "-journal"));
  }

  private static boolean isFilled(Path log) {
    try {
      return Files.size(log) > 0;
    } catch (NoSuchFileException e) {
      return false;
    } catch (IOException e) {
      return true;
    }
  }

  private static Database connect(Path file, Mode mode, Duration busyTimeout) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    if (mode != Mode.CREATE) {
      config.resetOpenMode(SQLiteOpenMode.CREATE);
    }
    // A connection serves one thread, and the driver lets no other in: SQLite need not lock it.
    config.setOpenMode(SQLiteOpenMode.NOMUTEX);
    // No caller asks for them, and the driver would run a query after each insert.
    config.setGetGeneratedKeys(false);
    config.setBusyTimeout((int) Math.min(busyTimeout.toMillis(), Integer.MAX_VALUE));
    boolean writable = mode == Mode.WRITE || mode == Mode.CREATE;
    String uri = uri(file) + (mode == Mode.READ_IMMUTABLE ? "?immutable=1" : "");
    return checked(
        new Database(new SqliteEngine(file, connection(uri, config)), writable),
        database -> {
          if (mode == Mode.SALVAGE) {
            // Before anything is read: it allows a file that is too short and broken table names.
            database.execute("PRAGMA writable_schema = ON");
          }
          // A foreign file may hold triggers and views; they must not call functions with side
          // effects.
          database.execute("PRAGMA trusted_schema = OFF");
          database.execute(writable ? "PRAGMA foreign_keys = ON" : "PRAGMA query_only = ON");
          setCache(database, writable ? WRITER_CACHE : readerCache());
        });
  }

  /** Created without {@code DriverManager}, whose list of drivers costs time at every start. */
  private static Connection connection(String address, SQLiteConfig config) throws SQLException {
    return new JDBC4Connection("jdbc:sqlite:" + address, address, config.toProperties());
  }

  /** As a URI with everything escaped: the driver would take a question mark for options. */
  private static String uri(Path file) {
    return "file:" + file.toAbsolutePath().toUri().getRawPath();
  }

  /** Refuses a file that does not exist or is not a regular one. */
  public static void requireExisting(Path file) {
    if (!Files.exists(file)) {
      throw new InputException(
          "there is no memory \"" + file + "\"",
          "run `ballast align` to make one, or name another with --tm");
    }
    requireRegular(file);
  }

  private static void requireRegular(Path file) {
    if (!Files.isRegularFile(file)) {
      String kind = Files.isDirectory(file) ? "a folder" : "not a regular file";
      throw new InputException(
          "\"" + file + "\" is " + kind + ", not a Ballast memory",
          "name a file with --tm, for example tm/memory.db");
    }
  }

  private static void makeFolder(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    try {
      if (folder != null) {
        Files.createDirectories(folder);
      }
    } catch (IOException e) {
      throw new InputException(
          "cannot make the folder \"" + folder + "\" for the memory",
          "check its permissions, or name another memory with --tm",
          e);
    }
  }
}
