package ballast.memory.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.Side;
import ballast.memory.FuzzyQuery;
import ballast.memory.Memory;
import ballast.memory.MemoryStore;
import ballast.memory.contract.ImportedUnits;
import ballast.memory.contract.Revisions;
import ballast.memory.sqlite.SqliteStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Lookups on a server find what they find in a file, in few journeys. */
final class LookupTripsTest extends PostgresTest {

  private static final int UNITS = Integer.getInteger("trips.units", 20_000);
  private static final int QUERIES = 2_000;
  private static final int WORDS = 3_000;

  private static List<String> texts() {
    SplittableRandom random = new SplittableRandom(7);
    String[] words = new String[WORDS];
    for (int i = 0; i < WORDS; i++) {
      words[i] = "" + han(random) + han(random);
    }
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < UNITS; i++) {
      StringBuilder text = new StringBuilder();
      for (int left = 6 + random.nextInt(14); left > 0; left--) {
        text.append(words[(int) (WORDS * Math.pow(random.nextDouble(), 2))]);
      }
      texts.add(text.append('。').toString());
    }
    return texts;
  }

  private static char han(SplittableRandom random) {
    return (char) (0x4E00 + random.nextInt(5_000));
  }

  private static List<String> queries(List<String> texts) {
    SplittableRandom random = new SplittableRandom(3);
    List<String> queries = new ArrayList<>();
    for (int i = 0; i < QUERIES; i++) {
      String text = texts.get(random.nextInt(texts.size()));
      int at = random.nextInt(text.length() - 2);
      queries.add(text.substring(0, at) + "春" + text.substring(at + 1));
    }
    return queries;
  }

  private static void fill(MemoryStore store, List<String> texts) {
    try (Memory memory = store.openForWriting(Revisions.options())) {
      ImportedUnits.take(
          memory, texts.size(), i -> ImportedUnits.plain(texts.get(i), "Sentence number " + i));
    }
  }

  private static List<String> found(Memory memory, String query) {
    return memory.search(FuzzyQuery.of(query, Side.SOURCE)).stream()
        .map(match -> match.unit().id() + " " + match.score())
        .toList();
  }

  @Test
  void lookupsAreThoseOfAFileInTwoJourneys() throws IOException {
    List<String> texts = texts();
    List<String> queries = queries(texts);
    MemoryStore file = new SqliteStore(folder.resolve("memory.db"));
    fill(file, texts);
    owner.make();
    fill(owner, texts);
    CacheFolder cache = new CacheFolder(Optional.of(folder.resolve("cache")));
    try (CountingProxy proxy = server.proxy();
        Memory beside = file.openForReading()) {
      MemoryStore store = new PostgresStore(proxy.in(address), cache);
      long before = proxy.journeys();
      try (Memory memory = store.openForReading()) {
        long opened = proxy.journeys();
        long[] trips = trips(memory, beside, queries, proxy);
        report("first process: opening " + (opened - before), trips, proxy.received());
        assertThat(opened - before).isLessThanOrEqualTo(3);
        assertThat(trips[0]).isLessThanOrEqualTo(10);
        assertThat(percentile(trips, 95)).isLessThanOrEqualTo(2);
      }
      long received = proxy.received();
      try (Memory memory = store.openForReading()) {
        long[] trips = trips(memory, beside, queries, proxy);
        report("second process", trips, proxy.received() - received);
        assertThat(trips[0]).isLessThanOrEqualTo(4);
        assertThat(percentile(trips, 95)).isLessThanOrEqualTo(2);
      }
    }
    assertThatOnlyTheUserCanRead(folder.resolve("cache"));
    // The copies have the address in their names.
    MemoryStore direct = new PostgresStore(address, cache);
    try (Memory memory = direct.openForReading()) {
      queries.subList(0, 50).forEach(query -> found(memory, query));
    }
    damage(folder.resolve("cache"));
    try (Memory memory = direct.openForReading();
        Memory beside = file.openForReading()) {
      for (String query : queries.subList(0, 50)) {
        assertThat(found(memory, query)).isEqualTo(found(beside, query));
      }
    }
  }

  /** The journeys of each query, which finds what it finds in the file. */
  private static long[] trips(
      Memory memory, Memory file, List<String> queries, CountingProxy proxy) {
    long[] trips = new long[QUERIES];
    for (int i = 0; i < QUERIES; i++) {
      long start = proxy.journeys();
      assertThat(found(memory, queries.get(i))).isEqualTo(found(file, queries.get(i)));
      trips[i] = proxy.journeys() - start;
    }
    return trips;
  }

  private static void report(String name, long[] trips, long bytes) {
    System.out.printf(
        "%s, first %d, p50 %d, p95 %d, max %d, %d kB%n",
        name,
        trips[0],
        percentile(trips, 50),
        percentile(trips, 95),
        percentile(trips, 100),
        bytes / 1000);
  }

  private static long percentile(long[] values, int percent) {
    long[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[Math.max(0, sorted.length * percent / 100 - 1)];
  }

  /** Every seventh byte of every copy changes. */
  private static void damage(Path cache) throws IOException {
    try (Stream<Path> files = Files.walk(cache)) {
      for (Path path : files.filter(Files::isRegularFile).toList()) {
        byte[] bytes = Files.readAllBytes(path);
        for (int i = 0; i < bytes.length; i += 7) {
          bytes[i] ^= 0x55;
        }
        Files.write(path, bytes);
      }
    }
  }

  private static void assertThatOnlyTheUserCanRead(Path cache) throws IOException {
    try (Stream<Path> files = Files.walk(cache)) {
      for (Path path : files.toList()) {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
            .endsWith("------");
      }
    }
  }
}
