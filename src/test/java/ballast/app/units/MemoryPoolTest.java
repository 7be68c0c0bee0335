package ballast.app.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.app.documents.Direction.SearchSide;
import ballast.app.project.MemoryPool;
import ballast.bitext.Side;
import ballast.cli.CommandTest;
import ballast.memory.FuzzyQuery;
import ballast.memory.Memory;
import ballast.memory.opening.Memories;
import ballast.memory.postgres.PostgresServer;
import ballast.memory.postgres.PostgresStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Open memories that are used again. */
final class MemoryPoolTest extends CommandTest {

  private Path memory(String name, String units) throws IOException {
    write(name + ".tsv", units);
    Path file = folder.resolve(name + ".db");
    run(0, "tm", "import", name + ".tsv", "-q", "--tm", file.toString());
    return file;
  }

  @Test
  void theSameMemoryIsUsedAgainAndTwoAtOnceAreDifferent() throws IOException {
    Path file = memory("a", "船\tship\n");
    try (MemoryPool pool = new MemoryPool(Memories.at(file))) {
      List<Memory> used = new ArrayList<>();
      pool.read(used::add);
      pool.read(used::add);
      assertThat(used.get(1)).isSameAs(used.get(0));
      pool.read(
          outer -> {
            pool.read(used::add);
            return used.add(outer);
          });
      assertThat(used.get(2)).isNotSameAs(used.get(3));
    }
  }

  @Test
  void aMemoryThatFailedIsNotUsedAgain() throws IOException {
    try (MemoryPool pool = new MemoryPool(Memories.at(memory("a", "船\tship\n")))) {
      List<Memory> used = new ArrayList<>();
      assertThatThrownBy(
              () ->
                  pool.read(
                      memory -> {
                        used.add(memory);
                        throw new IllegalStateException("broken");
                      }))
          .hasMessage("broken");
      pool.read(used::add);
      assertThat(used.get(1)).isNotSameAs(used.get(0));
    }
  }

  @Test
  void anotherFileOfTheSameNameIsNoticed() throws IOException {
    Path file = memory("a", "船\tship\n");
    Path other = memory("b", "船\tship\n桥\tbridge\n");
    try (MemoryPool pool = new MemoryPool(Memories.at(file))) {
      assertThat(pool.read(Memory::unitCount)).contains(1L);
      Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);
      assertThat(pool.read(Memory::unitCount)).contains(2L);
      Files.delete(file);
      assertThat(pool.read(Memory::unitCount)).isEmpty();
      assertThat(file).doesNotExist();
    }
  }

  private PostgresStore onServer(String units) throws IOException {
    PostgresStore store = new PostgresStore(PostgresServer.get().memory(folder));
    store.make();
    write("units.tsv", units);
    String[] command = {"tm", "import", "units.tsv", "-q", "--tm", store.toString()};
    run(0, command);
    return store;
  }

  private static void drop(PostgresStore store) {
    PostgresServer.get().execute("DROP SCHEMA " + store.address().memory() + " CASCADE");
  }

  private static String sentences(String source, String target) {
    StringBuilder units = new StringBuilder();
    for (int i = 0; i < 4_000; i++) {
      String name = "" + (char) (0x4E00 + i) + (char) (0x5E00 + i % 777);
      units.append(source.formatted(name)).append('\t').append(target.formatted(i)).append('\n');
    }
    return units.toString();
  }

  /**
   * Each has all that a server tells of the other: as many units, changes and parts of an index.
   */
  @Test
  void aMemoryThatWasMadeAnewOnAServerIsNoticed() throws IOException {
    String old = "%s的港口今年又修了一座桥。";
    String fresh = "我们在%s听见了很久以前的歌。";
    PostgresStore store = onServer(sentences(old, "The harbour has bridge %d."));
    String before = store.stamp();
    try (MemoryPool pool = new MemoryPool(store)) {
      assertThat(found(pool, old)).hasSize(4);
      drop(store);
      onServer(sentences(fresh, "We heard song %d."));
      assertThat(store.stamp()).isNotEqualTo(before);
      assertThat(found(pool, fresh)).hasSize(4);
      assertThat(found(pool, old)).isEmpty();
    }
    try (MemoryPool pool = new MemoryPool(store)) {
      assertThat(total(pool, "的歌")).isEqualTo(pool.read(Memory::unitCount).orElseThrow());
      drop(store);
      onServer(sentences(old, "The harbour has bridge %d."));
      assertThat(total(pool, "的歌")).isZero();
      assertThat(total(pool, "港口")).isPositive();
      drop(store);
      assertThatThrownBy(() -> pool.read(Memory::unitCount))
          .hasMessageContaining("there is no memory");
    }
  }

  private static long total(MemoryPool pool, String phrase) {
    return pool.read(
            memory -> new MemoryQueries(memory).concordance(phrase, SearchSide.BOTH, 3).total())
        .orElseThrow();
  }

  private static List<String> found(MemoryPool pool, String source) {
    List<String> found = new ArrayList<>();
    for (int i = 1; i < 5; i++) {
      String name = "" + (char) (0x4E00 + 7 * i) + (char) (0x5E00 + 7 * i);
      FuzzyQuery query = FuzzyQuery.of(source.formatted(name), Side.SOURCE);
      pool.read(memory -> memory.search(query)).stream()
          .flatMap(List::stream)
          .limit(1)
          .forEach(match -> found.add(match.unit().source()));
    }
    return found;
  }

  /** Readers of a server need not know that it was restarted, or ends idle connections. */
  @Test
  void aConnectionThatHasEndedMeanwhileIsReplacedOnce() throws IOException {
    PostgresServer server = PostgresServer.get();
    String name = "pooled";
    server.execute("CREATE ROLE " + name + " LOGIN SUPERUSER");
    PostgresStore store = onServer("船\tship\n");
    String address = store.toString().replace("user=tester", "user=" + name);
    String end =
        "SELECT pg_terminate_backend(pid, 9000) FROM pg_stat_activity WHERE usename = '%s'"
            .formatted(name);
    try (MemoryPool pool = new MemoryPool(Memories.onServer(address))) {
      pool.read(outer -> pool.read(Memory::unitCount));
      server.execute(end);
      assertThat(pool.read(Memory::unitCount)).contains(1L);
      assertThat(pool.read(memory -> memory.search(FuzzyQuery.of("船", Side.SOURCE)).size()))
          .contains(1);
      AtomicInteger asked = new AtomicInteger();
      assertThatThrownBy(
              () ->
                  pool.read(
                      memory -> {
                        asked.incrementAndGet();
                        server.execute(end);
                        return memory.unitCount();
                      }))
          .hasMessageContaining("the server cannot be reached");
      assertThat(asked).hasValue(2);
      server.execute("ALTER ROLE " + name + " SET idle_session_timeout = 200");
      pool.read(Memory::unitCount);
      server.execute("SELECT pg_sleep(1)");
      assertThat(pool.read(Memory::unitCount)).contains(1L);
    } finally {
      server.execute("DROP ROLE " + name);
    }
  }

  @Test
  void aClosedPoolReadsNothing() throws IOException {
    MemoryPool pool = new MemoryPool(Memories.at(memory("a", "船\tship\n")));
    pool.read(
        memory -> {
          pool.close();
          return memory.unitCount();
        });
    assertThatThrownBy(() -> pool.read(Memory::unitCount))
        .isInstanceOf(IllegalStateException.class);
  }
}
