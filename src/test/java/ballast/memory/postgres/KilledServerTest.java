package ballast.memory.postgres;

import static ballast.memory.contract.Revisions.current;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.InputException;
import ballast.memory.Memory;
import ballast.memory.contract.ImportedUnits;
import ballast.memory.contract.Revisions;
import ballast.memory.sqlite.ChildWriter;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was committed outlives a killed server and a client whose line is cut. */
@Tag("postgres")
final class KilledServerTest {

  private static final int KILLS = Integer.getInteger("kills", 20);
  private static final int UNITS = 300;
  private static final int CRASH_UNITS = 2_000;

  private static void fill(Memory memory, int round) {
    ImportedUnits.take(
        memory, UNITS, i -> ImportedUnits.plain("第" + round + "次第" + i + "句。", "sentence " + i));
  }

  private static long units(PostgresStore store) {
    try (Memory memory = store.openForReading()) {
      return memory.unitCount();
    }
  }

  /** The server dies at any moment of an import, of its end or of what follows. */
  @Test
  void nothingCommittedIsLostWhenTheServerIsKilled(@TempDir Path folder) throws Exception {
    PostgresServer own = PostgresServer.another();
    PostgresStore store = new PostgresStore(own.memory(folder), CacheFolder.NONE);
    SplittableRandom random = new SplittableRandom(5);
    ScheduledExecutorService killer = Executors.newSingleThreadScheduledExecutor();
    long committed = 0;
    int failed = 0;
    try {
      store.make();
      for (int round = 0; round < KILLS; round++) {
        boolean ended = false;
        var killing = killer.schedule(own::kill, random.nextInt(250), TimeUnit.MILLISECONDS);
        try (Memory memory = store.openForWriting(Revisions.options())) {
          fill(memory, round);
          ended = true;
        } catch (InputException e) {
          failed++;
        }
        killing.get();
        own.launch();
        long found = units(store);
        assertThat(found).isIn(committed, committed + UNITS);
        if (ended) {
          assertThat(found).isEqualTo(committed + UNITS);
        }
        assertThat(store.verify()).isEmpty();
        committed = found;
      }
    } finally {
      killer.shutdownNow();
    }
    System.out.printf("%d kills of the server: %d imports failed%n", KILLS, failed);
  }

  /** The server sees the same when a client is killed: the line is cut at each step in turn. */
  @Test
  void aLineThatIsCutLeavesAllOrNothing(@TempDir Path folder) {
    PostgresServer server = PostgresServer.get();
    PostgresStore direct = new PostgresStore(server.memory(folder), CacheFolder.NONE);
    direct.make();
    long committed = 0;
    int failed = 0;
    for (int round = 0; round < KILLS; round++) {
      boolean ended = false;
      try (CountingProxy proxy = server.proxy();
          Memory memory =
              new PostgresStore(proxy.in(server.memory(folder)), CacheFolder.NONE)
                  .openForWriting(Revisions.options())) {
        // All steps of an import, then some of the index.
        proxy.cutAfter(6L * round + 1);
        fill(memory, round);
        ended = true;
      } catch (InputException e) {
        failed++;
      }
      long found = units(direct);
      assertThat(found).isIn(committed, committed + UNITS);
      if (ended) {
        assertThat(found).isEqualTo(committed + UNITS);
      }
      committed = found;
    }
    System.out.printf("%d cut lines: %d imports failed%n", KILLS, failed);
    assertThat(failed).isPositive();
    assertThat(direct.verify()).isEmpty();
  }

  /** Milliseconds after it began to write; -1 as soon as it says that it has written. */
  @ParameterizedTest
  @ValueSource(longs = {0, 200, 600, 1500, -1})
  void aKilledWriterLeavesAllOfItsRevisionOrNothing(long delay, @TempDir Path folder)
      throws Exception {
    PostgresStore store = PostgresServer.get().made(folder);
    try (Memory memory = store.openForWriting(Revisions.options())) {
      memory.addRevision(Revisions.large("before", 50, 2));
    }
    boolean written = ChildWriter.kill(store, "killed", CRASH_UNITS, ChildWriter.Deed.ADD, delay);

    try (Memory memory = store.openForReading()) {
      int units = current(memory).size();
      assertThat(units).isIn(50, 50 + CRASH_UNITS);
      if (written) {
        assertThat(units).isEqualTo(50 + CRASH_UNITS);
      }
    }
    try (Memory memory = store.openForWriting(Revisions.options())) {
      memory.addRevision(Revisions.large("killed", CRASH_UNITS, 1));
      assertThat(current(memory)).hasSize(50 + CRASH_UNITS);
      assertThat(memory.verify()).isEmpty();
    }
  }
}
