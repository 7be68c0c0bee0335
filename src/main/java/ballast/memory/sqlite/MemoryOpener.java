package ballast.memory.sqlite;

import ballast.bitext.InputException;
import ballast.memory.MemoryStore.WriteOptions;
import ballast.memory.store.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;

/**
 * Opens memories. Opening for reading is fast: one query reads the file's identity.
 *
 * <p>Where possible, readers open the file for reading and writing, then forbid writes with {@code
 * PRAGMA query_only}. A read-only connection would leave {@code -wal} and {@code -shm} files
 * behind, because only a connection with write access can remove them. If the file or its folder is
 * not writable, SQLite itself falls back to reading. If it cannot have a {@code -shm} file either,
 * the file is opened as immutable. This requires that the {@code -wal} file is missing or empty,
 * because its contents would be ignored.
 */
public final class MemoryOpener {

  private MemoryOpener() {}

  /**
   * @throws InputException if there is no file, or if it is not a memory or has another version
   */
  public static Database reader(Path file) {
    requireExisting(file);
    try {
      return Connections.checked(
          readable(file), database -> MemoryIdentity.of(database).requireCurrent(file));
    } catch (SQLException e) {
      throw SqliteErrors.of(e, file, "read");
    }
  }

  /** Opens a damaged file so that SQLite reads as much as possible, even if its end is missing. */
  static Database forSalvage(Path file) throws SQLException {
    return Connections.connect(file, Connections.Mode.SALVAGE, WriteOptions.DEFAULT_BUSY_TIMEOUT);
  }

  /**
   * Opens a memory for writing; creates missing files and folders.
   *
   * @throws InputException if it is not a memory, has another version or cannot be written to
   */
  public static Database writer(Path file, WriteOptions options) {
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
      Connections.Mode mode = exists ? Connections.Mode.WRITE : Connections.Mode.CREATE;
      Database database = Connections.connect(file, mode, options.busyTimeout());
      return Connections.checked(database, opened -> prepare(file, opened));
    } catch (SQLException e) {
      if (!exists && SqliteErrors.isOfDisk(e)) {
        MemoryFile.removeEmpty(file);
      }
      throw SqliteErrors.of(e, file, "write to");
    }
  }

  private static void prepare(Path file, Database database) throws SQLException {
    MemoryIdentity.of(database).requireWritable(file);
    LogMode.use(database);
    Connections.setWriterCache(database);
    new SchemaUpgrade(file, database).run();
    Schema.make(database);
  }

  /** Opens a file for reading, whatever it is; a memory of an earlier version is upgraded first. */
  static Database readable(Path file) throws SQLException {
    Database database = connected(file);
    if (!SchemaUpgrade.isDue(database)) {
      return database;
    }
    database.close();
    Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
    if (!Files.isWritable(file) || !Files.isWritable(folder)) {
      throw new InputException(
          "cannot upgrade the memory \"" + file + "\" of an earlier Ballast: it is not writable",
          "allow writing to the file and its folder, or copy the file to where you may write and"
              + " name the copy with --tm");
    }
    writer(file, WriteOptions.at(InstantSource.system())).close();
    return connected(file);
  }

  private static Database connected(Path file) throws SQLException {
    try {
      return Connections.checked(
          Connections.connect(file, Connections.Mode.READ, WriteOptions.DEFAULT_BUSY_TIMEOUT),
          Schema::versionOf);
    } catch (SQLException e) {
      int code = SqliteErrors.code(e);
      boolean noSharedMemory = code == SqliteErrors.CANTOPEN || code == SqliteErrors.READONLY;
      if (noSharedMemory && !hasLog(file)) {
        return Connections.connect(file, Connections.Mode.READ_IMMUTABLE, Duration.ZERO);
      }
      throw e;
    }
  }

  /** Whether a log may contain changes that are not yet in the file. */
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
