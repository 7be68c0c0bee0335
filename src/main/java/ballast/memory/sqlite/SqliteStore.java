package ballast.memory.sqlite;

import ballast.bitext.InputException;
import ballast.bitext.Unit;
import ballast.memory.Memory.UnitProgress;
import ballast.memory.MemoryStore;
import ballast.memory.MemoryStore.Salvage;
import ballast.memory.MemoryStore.WriteOptions;
import ballast.memory.sql.SqlMemory;
import ballast.memory.sql.Verifier;
import ballast.memory.store.Checks;
import ballast.memory.store.Checks.EngineChecks;
import ballast.memory.store.Database;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * A memory in one SQLite file; missing folders are created with it.
 *
 * <p>The file is in WAL mode: any number of readers can work during a write, while a second writer
 * waits. While the file is open, SQLite keeps two more files next to it, {@code -wal} and {@code
 * -shm}.
 *
 * @param file need not exist
 */
public record SqliteStore(Path file) implements MemoryStore {

  private static final EngineChecks CHECKS = new FileChecks();

  @Override
  public String name() {
    return String.valueOf(file.getFileName());
  }

  @Override
  public Optional<Path> localFile() {
    return Optional.of(file);
  }

  @Override
  public boolean exists() {
    return Files.exists(file);
  }

  @Override
  public Optional<Object> identity() {
    return MemoryFile.identity(file);
  }

  @Override
  public String stamp() {
    return MemoryFile.stamp(file);
  }

  @Override
  public SqlMemory openForReading() {
    return opened(() -> MemoryOpener.reader(file), InstantSource.system());
  }

  @Override
  public SqlMemory openForWriting(WriteOptions options) {
    return opened(() -> MemoryOpener.writer(file, options), options.clock());
  }

  private SqlMemory opened(Supplier<Database> opener, InstantSource clock) {
    try {
      return new SqlMemory(opener.get(), clock, this::diagnosed, CHECKS);
    } catch (IllegalStateException e) {
      throw diagnosed(e);
    }
  }

  /**
   * Returns the exception to throw for a failure. On a damaged page, values that the tables do not
   * allow can make any class fail in any way, and checking each value everywhere would never be
   * complete. So a failure triggers a verification of the memory: if it is damaged, that is the
   * reason. A failure on a sound memory is a bug in Ballast and stays unchanged, and so do an
   * {@link InputException} and an exception of a caller's own code.
   */
  private RuntimeException diagnosed(RuntimeException failure) {
    boolean isOpen = failure.getClass().getName().startsWith("java.");
    if (!isOpen || failure instanceof UncheckedIOException || !Files.isRegularFile(file)) {
      return failure;
    }
    List<String> problems = verify(UnitProgress.NONE);
    return problems.isEmpty() ? failure : SqliteErrors.damaged(file, problems.get(0), failure);
  }

  @Override
  public SqlMemory openExisting(WriteOptions options) {
    MemoryOpener.requireExisting(file);
    return openForWriting(options);
  }

  /** Creates an empty memory without a file, to simulate an import. */
  public static SqlMemory inNoFile(WriteOptions options) {
    try {
      Database database = Connections.scratch();
      return new SqlMemory(database, options.clock(), UnaryOperator.identity(), CHECKS);
    } catch (SQLException e) {
      throw new IllegalStateException("cannot create a memory without a file", e);
    }
  }

  @Override
  public List<String> verify(UnitProgress progress) {
    MemoryOpener.requireExisting(file);
    try (Database database = MemoryOpener.readable(file)) {
      MemoryIdentity.of(database).requireMemory(file);
      return new Verifier(database, CHECKS, progress).problems();
    } catch (SQLException e) {
      RuntimeException failure = SqliteErrors.of(e, file, "read");
      if (SqliteErrors.code(e) != SqliteErrors.CORRUPT && failure instanceof InputException) {
        throw failure;
      }
      return List.of("the file cannot be opened: " + e.getMessage());
    }
  }

  @Override
  public Salvage salvage(Consumer<Unit> to, UnitProgress progress) {
    return UnitSalvage.read(file, to, progress);
  }

  @Override
  public String toString() {
    return file.toString();
  }

  /** SQLite's own checks of a file: its application, pages, tables and references. */
  private static final class FileChecks implements EngineChecks {

    @Override
    public void run(Checks checks) {
      checks.run("whose file it is", () -> checkIdentity(checks));
      checks.run("the pages of the file", () -> checkIntegrity(checks));
      checks.run("the tables", () -> checkTables(checks));
      checks.run("the references between rows", () -> checkReferences(checks));
    }

    /** Whether nothing has been written to the file yet, for example because the disk was full. */
    @Override
    public boolean isBlank(Database database) throws SQLException {
      return database.number("PRAGMA application_id") == 0
          && Schema.versionOf(database) == 0
          && database.number("SELECT count(*) FROM sqlite_master") == 0;
    }

    private static void checkIdentity(Checks checks) throws SQLException {
      int application = (int) checks.database().number("PRAGMA application_id");
      if (application != Schema.APPLICATION_ID) {
        checks.problem(MemoryIdentity.wrongId(application));
      }
      int version = Schema.versionOf(checks.database());
      if (version != Schema.VERSION) {
        checks.problem(MemoryIdentity.wrongVersion(version));
      }
    }

    private static void checkIntegrity(Checks checks) throws SQLException {
      checks
          .database()
          .forEach(
              "PRAGMA integrity_check(" + Checks.MAX_PER_CHECK + ")",
              row -> {
                if (!"ok".equals(row.getString(1))) {
                  checks.problem("integrity: " + row.getString(1));
                }
              });
    }

    private static void checkTables(Checks checks) throws SQLException {
      List<Item> actual = items(checks.database());
      List<Item> expected;
      try (Database scratch = Connections.scratch()) {
        expected = items(scratch);
      }
      for (Item wanted : expected) {
        if (actual.stream().noneMatch(wanted::isNamedAs)) {
          checks.problem(wanted + " is missing");
        } else if (!actual.contains(wanted)) {
          checks.problem(wanted + " is not as it should be");
        }
      }
      for (Item item : actual) {
        // SQLite makes items of its own and reserves such names.
        if (expected.stream().noneMatch(item::isNamedAs) && !item.name().startsWith("sqlite_")) {
          checks.problem(item + " is none of Ballast's");
        }
      }
    }

    private static List<Item> items(Database database) throws SQLException {
      return database.list(
          "SELECT type, name, COALESCE(sql, '') FROM sqlite_schema ORDER BY name",
          row -> new Item(row.getString(1), row.getString(2), row.getString(3)));
    }

    private record Item(String type, String name, String sql) {

      /** A trigger may have the name of a table. */
      boolean isNamedAs(Item other) {
        return type.equals(other.type) && name.equals(other.name);
      }

      @Override
      public String toString() {
        return "the " + type + " " + name;
      }
    }

    private static void checkReferences(Checks checks) throws SQLException {
      checks
          .database()
          .forEach(
              "PRAGMA foreign_key_check",
              row ->
                  checks.problem(
                      "row %s of table %s refers to a missing row of table %s"
                          .formatted(row.getString(2), row.getString(1), row.getString(3))));
    }
  }
}
