package ballast.memory.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.Unit;
import ballast.memory.Memory;
import ballast.memory.Memory.UnitProgress;
import ballast.memory.MemoryStore;
import ballast.memory.MemoryStore.Salvage;
import ballast.memory.MemoryStore.WriteOptions;
import ballast.memory.TeamStore;
import ballast.memory.contract.MemoryContract;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;

/** A memory on a PostgreSQL server keeps the contract. */
@Tag("postgres")
final class PostgresMemoryTest extends MemoryContract {

  private final Set<PostgresAddress> made = new HashSet<>();
  private final Set<Path> teams = new HashSet<>();

  /** Makes the memory when it is opened for writing, as the contract wants it. */
  private record MadeFirst(PostgresStore store, Set<PostgresAddress> made) implements MemoryStore {

    @Override
    public String name() {
      return store.name();
    }

    @Override
    public Optional<Path> localFile() {
      return store.localFile();
    }

    @Override
    public boolean exists() {
      return store.exists();
    }

    @Override
    public Optional<Object> identity() {
      return store.identity();
    }

    @Override
    public String stamp() {
      return store.stamp();
    }

    @Override
    public Memory openForReading() {
      return store.openForReading();
    }

    @Override
    public Memory openForWriting(WriteOptions options) {
      if (made.add(store.address())) {
        store.make();
      }
      return store.openForWriting(options);
    }

    @Override
    public Memory openExisting(WriteOptions options) {
      return store.openExisting(options);
    }

    @Override
    public List<String> verify(UnitProgress progress) {
      return store.verify(progress);
    }

    @Override
    public Salvage salvage(Consumer<Unit> to, UnitProgress progress) {
      return store.salvage(to, progress);
    }
  }

  @Override
  public MemoryStore at(Path path) {
    return new MadeFirst(new PostgresStore(PostgresServer.get().memory(path)), made);
  }

  /** Ann and Bob are translators, Cao is a maintainer. */
  @Override
  public MemoryStore at(Path path, String user) {
    if (teams.add(path)) {
      PostgresStore store = PostgresServer.get().made(path);
      store.grant(TeamStore.Role.TRANSLATOR, "ann");
      store.grant(TeamStore.Role.TRANSLATOR, "bob");
      store.grant(TeamStore.Role.MAINTAINER, "cao");
    }
    return new PostgresStore(PostgresServer.get().memory(path, user));
  }

  @Override
  public String author(String author) {
    return PostgresServer.USER;
  }

  @AfterAll
  static void theServerWasAsked() {
    assertThat(PostgresServer.get().statements("INSERT INTO unit ")).isGreaterThan(500);
    assertThat(PostgresServer.get().statements("FROM fuzzy_block")).isPositive();
  }
}
