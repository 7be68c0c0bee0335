package ballast.memory.sqlite;

import ballast.bitext.Unit;
import ballast.memory.MemoryStore;
import ballast.memory.Salvage;
import ballast.memory.UnitProgress;
import ballast.memory.WriteOptions;
import ballast.memory.sql.EngineChecks;
import ballast.memory.sql.SqlMemory;
import ballast.memory.store.Database;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * A memory in one file of SQLite; its folders are created with it.
 *
 * <p>The file is in WAL mode: any number of readers work next to one writer; a second one waits.
 * While it is open, SQLite keeps two more files next to it, {@code -wal} and {@code -shm}.
 *
 * @param file need not exist
 */
public record SqliteStore(Path file) implements MemoryStore {

  private static final EngineChecks CHECKS = new FileChecks(Schema.CURRENT);

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

  /** Works on a read-only file, in a read-only folder, and while another process writes to it. */
  @Override
  public SqlMemory openForReading() {
    Diagnosis diagnosis = new Diagnosis(file);
    try {
      Database database = MemoryOpener.reader(file, Schema.CURRENT);
      return new SqlMemory(database, InstantSource.system(), diagnosis::of, CHECKS);
    } catch (IllegalStateException e) {
      throw diagnosis.of(e);
    }
  }

  @Override
  public SqlMemory openForWriting(WriteOptions options) {
    Diagnosis diagnosis = new Diagnosis(file);
    try {
      Database database = MemoryOpener.writer(file, options, Schema.CURRENT);
      return new SqlMemory(database, options.clock(), diagnosis::of, CHECKS);
    } catch (IllegalStateException e) {
      throw diagnosis.of(e);
    }
  }

  @Override
  public SqlMemory openExisting(WriteOptions options) {
    MemoryOpener.requireExisting(file);
    return openForWriting(options);
  }

  /** An empty memory without a file, to try out what an import would do. */
  public static SqlMemory inNoFile(WriteOptions options) {
    try {
      Database database = Connections.scratch(Schema.CURRENT);
      return new SqlMemory(database, options.clock(), UnaryOperator.identity(), CHECKS);
    } catch (SQLException e) {
      throw new IllegalStateException("cannot create a memory without a file", e);
    }
  }

  @Override
  public List<String> verify(UnitProgress progress) {
    return Verification.problems(file, progress);
  }

  @Override
  public Salvage salvage(Consumer<Unit> to, UnitProgress progress) {
    return UnitSalvage.read(file, to, progress);
  }

  @Override
  public String toString() {
    return file.toString();
  }
}
