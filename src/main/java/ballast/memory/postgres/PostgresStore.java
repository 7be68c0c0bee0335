package ballast.memory.postgres;

import ballast.bitext.InputException;
import ballast.bitext.Unit;
import ballast.memory.MemoryStore;
import ballast.memory.Salvage;
import ballast.memory.WriteOptions;
import ballast.memory.sql.EngineChecks;
import ballast.memory.sql.SqlMemory;
import ballast.memory.sql.Verifier;
import ballast.memory.store.Database;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * A memory of a team on a PostgreSQL server. Any number of readers work next to one writer; a
 * second one waits.
 *
 * @param address the memory need not exist
 * @param cache where copies of its index are kept on this machine
 */
public record PostgresStore(PostgresAddress address, CacheFolder cache) implements MemoryStore {

  private static final EngineChecks CHECKS = new PostgresChecks();

  /** A memory whose index is copied into the user's folder for caches. */
  public PostgresStore(PostgresAddress address) {
    this(address, CacheFolder.of(System.getenv(), System.getProperty("user.home", "")));
  }

  @Override
  public String name() {
    return address.memory();
  }

  @Override
  public Optional<Path> localFile() {
    return Optional.empty();
  }

  @Override
  public boolean exists() {
    return true;
  }

  @Override
  public Optional<Object> identity() {
    return Optional.of(address);
  }

  @Override
  public String stamp() {
    try (Database database = PostgresOpener.reader(address)) {
      return address + " " + database.read(() -> database.engine().changes(database));
    } catch (SQLException e) {
      throw PostgresErrors.of(e, address, "read");
    }
  }

  @Override
  public SqlMemory openForReading() {
    return memory(new PostgresOpener(address, cache).reader(), InstantSource.system());
  }

  @Override
  public SqlMemory openForWriting(WriteOptions options) {
    return memory(new PostgresOpener(address, cache).writer(options, true), options.clock());
  }

  @Override
  public SqlMemory openExisting(WriteOptions options) {
    return memory(new PostgresOpener(address, cache).writer(options, false), options.clock());
  }

  /** What fails on a server is the server's to report. */
  private static SqlMemory memory(Database database, InstantSource clock) {
    return new SqlMemory(database, clock, UnaryOperator.identity(), CHECKS);
  }

  @Override
  public List<String> verify() {
    try (Database database = new PostgresOpener(address, cache).reader()) {
      return new Verifier(database, CHECKS).problems();
    } catch (SQLException e) {
      throw PostgresErrors.of(e, address, "verify");
    }
  }

  @Override
  public Salvage salvage(Consumer<Unit> to) {
    throw new InputException(
        "cannot salvage the memory \"" + address + "\": it is on a server",
        "have a backup of the server restored");
  }

  @Override
  public String toString() {
    return address.toString();
  }
}
