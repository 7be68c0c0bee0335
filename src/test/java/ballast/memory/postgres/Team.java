package ballast.memory.postgres;

import static ballast.memory.contract.Revisions.current;

import ballast.bitext.Side;
import ballast.bitext.Unit;
import ballast.memory.FuzzyQuery;
import ballast.memory.Memory;
import ballast.memory.MemoryStore.WriteOptions;
import ballast.memory.contract.Edits;
import ballast.memory.contract.ImportedUnits;
import ballast.memory.contract.Revisions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntPredicate;

/** People who work on one memory at once, each over a connection of their own. */
final class Team {

  private static final int EACH = 8;
  private static final int NANOS_A_MILLI = 1_000_000;

  private final PostgresStore store;
  private final ConcurrentLinkedQueue<Long> waits = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<Long> waitsBesideImport = new ConcurrentLinkedQueue<>();
  private volatile boolean imports;
  private volatile long importMillis;

  Team(PostgresAddress address) {
    this.store = new PostgresStore(address, CacheFolder.NONE);
    store.make();
  }

  PostgresStore store() {
    return store;
  }

  void fill(int units) {
    take(units, "基");
  }

  private void take(int units, String mark) {
    try (Memory memory = store.openForWriting(options())) {
      ImportedUnits.take(
          memory,
          units,
          i ->
              ImportedUnits.plain(
                  "第" + i + "号" + mark + (char) (0x4E00 + i % 9_000) + "粮食产量稳定",
                  mark + " sentence number " + i));
    }
  }

  private static WriteOptions options() {
    return new WriteOptions(Revisions.options().clock(), Duration.ofSeconds(60));
  }

  /**
   * Eight judge, eight search, one imports.
   *
   * @param goesOn asked with the number of judgements that one has made
   * @param imported number of units
   */
  void work(IntPredicate goesOn, int imported) throws Exception {
    List<Unit> units;
    try (Memory memory = store.openForReading()) {
      units = current(memory);
    }
    ExecutorService threads = Executors.newFixedThreadPool(2 * EACH + 1);
    AtomicBoolean judging = new AtomicBoolean(true);
    try {
      List<Future<?>> judges = new ArrayList<>();
      List<Future<?>> others = new ArrayList<>();
      for (int i = 0; i < EACH; i++) {
        List<Unit> own = units.subList(i * units.size() / EACH, (i + 1) * units.size() / EACH);
        judges.add(threads.submit(judge(own, goesOn)));
        others.add(threads.submit(search(own, judging)));
      }
      others.add(
          threads.submit(
              () -> {
                long start = System.nanoTime();
                imports = true;
                take(imported, "新");
                imports = false;
                importMillis = (System.nanoTime() - start) / NANOS_A_MILLI;
              }));
      for (Future<?> judge : judges) {
        judge.get();
      }
      judging.set(false);
      for (Future<?> other : others) {
        other.get();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private Callable<Integer> judge(List<Unit> own, IntPredicate goesOn) {
    return () -> {
      int made = 0;
      try (Memory memory = store.openForWriting(options())) {
        while (goesOn.test(made)) {
          Unit.Status status =
              made / own.size() % 2 == 0 ? Unit.Status.APPROVED : Unit.Status.REJECTED;
          long start = System.nanoTime();
          Edits.judge(memory, own.get(made % own.size()).id(), status, "mei");
          long wait = System.nanoTime() - start;
          waits.add(wait);
          if (imports) {
            waitsBesideImport.add(wait);
          }
          made++;
        }
      }
      return made;
    };
  }

  private Callable<Integer> search(List<Unit> own, AtomicBoolean judging) {
    return () -> {
      int found = 0;
      try (Memory memory = store.openForReading()) {
        for (int i = 0; judging.get(); i++) {
          String text = own.get(i % own.size()).source();
          if (memory.search(FuzzyQuery.of(text, Side.SOURCE)).isEmpty()) {
            throw new AssertionError("not found: " + text);
          }
          found++;
        }
      }
      return found;
    };
  }

  long judgements() {
    return waits.size();
  }

  long historyRows(PostgresServer server) {
    return server.number(
        "SELECT count(*) FROM " + store.address().memory() + ".unit_history WHERE kind = 'judged'");
  }

  /** Milliseconds of the import. */
  long importMillis() {
    return importMillis;
  }

  /** Milliseconds that judgements took at most, of this percentage of them. */
  long wait(int percent) {
    return percentile(waits, percent);
  }

  /** The same of those that ended while the import ran. */
  long waitBesideImport(int percent) {
    return percentile(waitsBesideImport, percent);
  }

  private static long percentile(Collection<Long> waits, int percent) {
    long[] sorted = waits.stream().mapToLong(Long::longValue).sorted().toArray();
    return sorted[Math.max(0, sorted.length * percent / 100 - 1)] / NANOS_A_MILLI;
  }
}
