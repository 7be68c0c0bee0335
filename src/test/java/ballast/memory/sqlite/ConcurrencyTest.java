package ballast.memory.sqlite;

import static ballast.memory.contract.Revisions.current;
import static ballast.memory.contract.Revisions.revision;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.bitext.InputException;
import ballast.memory.Memory.UnitProgress;
import ballast.memory.MemoryStore.WriteOptions;
import ballast.memory.Revision;
import ballast.memory.contract.Revisions;
import ballast.memory.sql.SqlMemory;
import ballast.memory.store.Database;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class ConcurrencyTest extends SqliteTest {

  private static SqlMemory write(SqliteStore store, Duration busyTimeout) {
    return store.openForWriting(new WriteOptions(Revisions.options().clock(), busyTimeout));
  }

  @Test
  void readersWorkBesideAnOpenTransaction() throws Exception {
    try (SqlMemory writer = write(store(), Duration.ZERO);
        SqlMemory early = read()) {
      writer.addRevision(revision("doc", "甲", "a"));
      writer
          .database()
          .write(
              () -> {
                writer.database().update("UPDATE document SET name = 'half'");
                try (SqlMemory late = read()) {
                  assertThat(late.documents().get(0).name()).isEqualTo("doc");
                }
                assertThat(early.documents().get(0).name()).isEqualTo("doc");
                return true;
              });
      assertThat(early.documents().get(0).name()).isEqualTo("half");
    }
  }

  @Test
  void aSecondWriterGivesUpAndSaysWhy() throws Exception {
    try (SqlMemory first = write(store(), Duration.ZERO);
        SqlMemory second = write(store(), Duration.ofMillis(50))) {
      first
          .database()
          .write(
              () -> {
                first.database().update("INSERT INTO language (tag) VALUES ('fr')");
                assertThatThrownBy(() -> second.addRevision(revision("doc", "甲", "a")))
                    .isInstanceOfSatisfying(
                        InputException.class, e -> assertThat(e.hint()).contains("wait"))
                    .hasMessageContaining("another process is writing to \"" + file() + "\"");
                return true;
              });
      assertThat(second.addRevision(revision("doc", "甲", "a")).units().added()).isEqualTo(1);
      assertThat(second.verify()).isEmpty();
    }
  }

  @Test
  void aSecondWriterWaitsForTheFirst() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch done = new CountDownLatch(1);
    try (SqlMemory first = write(store(), Duration.ZERO);
        SqlMemory second = write(store(), Duration.ofSeconds(30))) {
      CompletableFuture<Revision.Summary> waiting =
          first
              .database()
              .write(
                  () -> {
                    first.database().update("INSERT INTO language (tag) VALUES ('fr')");
                    // Begun inside the transaction, so that the first cannot be the one that waits.
                    CompletableFuture<Revision.Summary> other =
                        CompletableFuture.supplyAsync(
                            () -> {
                              begun.countDown();
                              Revision.Summary summary =
                                  second.addRevision(revision("doc", "甲", "a"));
                              assertThat(done.getCount()).as("the first had ended").isZero();
                              return summary;
                            });
                    await(begun);
                    done.countDown();
                    return other;
                  });
      assertThat(waiting.get(60, TimeUnit.SECONDS).units().added()).isEqualTo(1);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
      // Long enough for the second writer to find the door locked.
      TimeUnit.MILLISECONDS.sleep(200);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void severalProcessesMayMakeTheMemoryAtOnce() throws Exception {
    Path file = folder.resolve("tm/memory.db");
    Process[] processes = new Process[3];
    for (int i = 0; i < processes.length; i++) {
      processes[i] = ChildWriter.start(file, "doc" + i, 50);
    }
    for (Process process : processes) {
      assertThat(ChildWriter.end(process)).isZero();
    }
    try (SqlMemory memory = new SqliteStore(file).openForReading()) {
      assertThat(memory.documents()).hasSize(3);
      assertThat(memory.verify()).isEmpty();
    }
  }

  @Test
  void severalThreadsMayMakeTheMemoryAtOnce() throws Exception {
    int writers = 4;
    ExecutorService threads = Executors.newFixedThreadPool(writers);
    try {
      for (int round = 0; round < 20; round++) {
        SqliteStore store = new SqliteStore(folder.resolve("memory" + round + ".db"));
        CyclicBarrier start = new CyclicBarrier(writers);
        List<Callable<Revision.Summary>> work = new ArrayList<>();
        for (int i = 0; i < writers; i++) {
          String document = "doc" + i;
          work.add(
              () -> {
                start.await();
                try (SqlMemory memory = write(store, Duration.ofSeconds(60))) {
                  return memory.addRevision(revision(document, "甲", "a"));
                }
              });
        }
        for (Future<Revision.Summary> made : threads.invokeAll(work)) {
          assertThat(made.get().revision()).isEqualTo(1);
        }
      }
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void oneWhoMakesTheMemoryIsWaitedFor() throws Exception {
    // Not yet in WAL mode; there SQLite itself refuses at once.
    try (Database first = Connections.connect(file(), Connections.Mode.CREATE, Duration.ZERO)) {
      CompletableFuture<Integer> second =
          first.write(
              () -> {
                CountDownLatch begun = new CountDownLatch(1);
                CompletableFuture<Integer> other =
                    CompletableFuture.supplyAsync(
                        () -> {
                          begun.countDown();
                          try (SqlMemory memory = write(store(), Duration.ofSeconds(30))) {
                            return memory.documents().size();
                          }
                        });
                await(begun);
                assertThat(other.isDone()).as("the second waits, and has not failed").isFalse();
                return other;
              });
      assertThat(second.get(60, TimeUnit.SECONDS)).isZero();
    }
    assertThat(store().verify(UnitProgress.NONE)).isEmpty();
  }

  @Test
  void aReaderWorksBesideAnotherProcess() throws Exception {
    try (SqlMemory memory = write(store(), Duration.ZERO)) {
      memory.addRevision(revision("a", "甲", "a"));
    }
    Process process = ChildWriter.start(file(), "b", 4000);
    int reads = 0;
    try (SqlMemory memory = read()) {
      do {
        assertThat(current(memory).size()).isIn(1, 4001);
        reads++;
      } while (process.isAlive());
      assertThat(memory.documents()).hasSize(2);
    }
    assertThat(ChildWriter.end(process)).isZero();
    assertThat(reads).isPositive();
  }
}
