package ballast.memory.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.memory.Memory;
import ballast.memory.MemoryStore;
import ballast.memory.MemoryStore.WriteOptions;
import ballast.memory.TeamStore;
import ballast.memory.contract.MemoryContract;
import ballast.memory.contract.Revisions;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;

/** A memory on a PostgreSQL server keeps the contract. */
@Tag("postgres")
final class PostgresMemoryTest extends MemoryContract {

  private final Set<Path> made = new HashSet<>();

  @Override
  public MemoryStore at(Path path) {
    return store(path, PostgresServer.USER);
  }

  @Override
  public Memory open(Path path, WriteOptions options) {
    if (made.add(path)) {
      PostgresServer.get().made(path);
    }
    setClock(options.clock().instant());
    return at(path).openForWriting(options);
  }

  @Override
  public void setClock(Instant now) {
    PostgresServer.get().setClock(now);
  }

  /** Ann and Bob are translators, Cao is a maintainer. */
  @Override
  public MemoryStore at(Path path, String user) {
    if (made.add(path)) {
      PostgresStore store = PostgresServer.get().made(path);
      store.grant(TeamStore.Role.TRANSLATOR, "ann");
      store.grant(TeamStore.Role.TRANSLATOR, "bob");
      store.grant(TeamStore.Role.MAINTAINER, "cao");
      setClock(Revisions.NOON);
    }
    return store(path, user);
  }

  /** Its cache goes with the folder of the test: each opening looks at all of a cache. */
  private static PostgresStore store(Path path, String user) {
    CacheFolder cache = new CacheFolder(Optional.of(path.resolveSibling("cache")));
    return new PostgresStore(PostgresServer.get().memory(path, user), cache);
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
