package ballast.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.Side;
import ballast.likeness.BruteForce;
import ballast.memory.FuzzyQuery;
import ballast.memory.Memory;
import ballast.memory.MemoryStore;
import ballast.memory.TeamStore;
import ballast.memory.UnitImport.ImportOptions;
import ballast.memory.UnitImport.OnDuplicate;
import ballast.memory.contract.ImportedUnits;
import ballast.memory.contract.Revisions;
import ballast.memory.opening.Memories;
import ballast.memory.postgres.PostgresAddress;
import ballast.memory.postgres.PostgresServer;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Compares fuzzy search in a memory on a server with PostgreSQL's own trigrams, on the same
 * sentences. CPU is that of this thread and of the server's processes together. {@code
 * -Dtrigram.units=N} for another size.
 */
final class TrigramBenchTest {

  private static final int USUAL = 200_000;
  private static final int UNITS = Integer.getInteger("trigram.units", USUAL);
  private static final int QUERIES = 500;
  private static final int SPREAD = 200;
  private static final int WARM = 5_000;
  private static final int SEED = 42;

  /** PostgreSQL's own threshold, and two lower ones that find more. */
  private static final List<Double> THRESHOLDS = List.of(0.3, 0.2, 0.1);

  @TempDir Path folder;

  /** Search texts, and for each the results of comparing everything. */
  private record Queries(List<String> texts, List<Set<String>> all) {

    static Queries of(List<String> texts, BruteForce brute) {
      return new Queries(
          texts,
          texts.stream()
              .<Set<String>>map(text -> new HashSet<>(brute.find(text, FuzzyQuery.DEFAULT_MIN)))
              .toList());
    }

    /** The share of these results that a search finds. */
    double recall(Function<String, List<String>> search) {
      long wanted = 0;
      long got = 0;
      for (int i = 0; i < texts.size(); i++) {
        Set<String> found = new HashSet<>(search.apply(texts.get(i)));
        wanted += all.get(i).size();
        got += all.get(i).stream().filter(found::contains).count();
      }
      return (double) got / wanted;
    }
  }

  private final List<String> lines = new ArrayList<>();
  private ProcessHandle server = ProcessHandle.current();

  @Test
  void trigramsFindLessForMore() throws IOException, SQLException {
    Path corpora = AccuracyTable.evalDirectory("").resolveSibling("corpora");
    GrownCorpus corpus = new GrownCorpus(corpora, SEED, 1_000);
    Set<String> sources = new HashSet<>();
    MemoryStore store = store();
    fill(store, corpus, sources);
    List<String> texts = sources.stream().sorted().toList();
    BruteForce brute = new BruteForce(texts);
    Queries clustered =
        Queries.of(
            new FuzzyQueries(texts).made(GrownCorpus.unknown(corpora)).subList(0, QUERIES), brute);
    Queries spread = Queries.of(spread(texts), brute);
    lines.add(
        String.format(
            Locale.ROOT,
            "| %,d units | CPU ms a lookup | found of what there is | edits spread evenly |",
            UNITS));
    lines.add("|---|--:|--:|--:|");
    server = server();
    double ours = measureOurs(store, clustered, spread);
    try (Connection connection = connect(address().database());
        Statement statement = connection.createStatement()) {
      // In the locale C a Chinese character is not a letter, and gives no trigram.
      statement.execute("CREATE DATABASE trigrams TEMPLATE template0 LC_CTYPE 'C.UTF-8'");
    }
    try (Connection connection = connect("trigrams")) {
      index(connection, texts);
      for (double threshold : THRESHOLDS) {
        try (Statement statement = connection.createStatement()) {
          statement.execute("SET pg_trgm.similarity_threshold = " + threshold);
        }
        String name = "pg_trgm, similarity at least " + threshold;
        measure(name, clustered, spread, query -> like(connection, query));
      }
    }
    lines.forEach(System.out::println);
    if (UNITS == USUAL) {
      PageSection.bench(Path.of("src/site/markdown/memory.md"), "trigrams").publish(lines);
    }
    assertThat(ours).isEqualTo(1.0);
  }

  private MemoryStore store() {
    TeamStore store = Memories.onServer(address().toString());
    store.make();
    return store;
  }

  private PostgresAddress address() {
    return PostgresServer.get().memory(folder);
  }

  /** Sentences with every fourth character replaced. */
  private static List<String> spread(List<String> texts) {
    Random random = new Random(SEED);
    List<String> spread = new ArrayList<>();
    while (spread.size() < SPREAD) {
      StringBuilder text = new StringBuilder(texts.get(random.nextInt(texts.size())));
      for (int i = 3; i < text.length(); i += 4) {
        text.setCharAt(i, '春');
      }
      if (text.length() >= 12) {
        spread.add(text.toString());
      }
    }
    return spread;
  }

  private static void fill(MemoryStore store, GrownCorpus corpus, Set<String> sources) {
    try (Memory memory = store.openForWriting(Revisions.options())) {
      memory.importUnits(
          new ImportOptions(OnDuplicate.ADD, "mei", false),
          units ->
              corpus.grow(
                  UNITS,
                  pair -> {
                    units.take(ImportedUnits.plain(pair.chinese(), pair.english()));
                    sources.add(pair.chinese());
                  }));
    }
  }

  private double measureOurs(MemoryStore store, Queries clustered, Queries spread) {
    try (Memory memory = store.openForReading()) {
      return measure(
          "Ballast, score at least " + FuzzyQuery.DEFAULT_MIN,
          clustered,
          spread,
          query ->
              memory.search(FuzzyQuery.of(query, Side.SOURCE).withLimit(100_000)).stream()
                  .map(match -> match.unit().source())
                  .toList());
    }
  }

  private Connection connect(String database) throws SQLException {
    PostgresAddress address = address();
    return DriverManager.getConnection(
        "jdbc:postgresql://" + address.host() + ":" + address.port() + "/" + database,
        address.user(),
        "");
  }

  /** The server's process that starts one for each client. */
  private ProcessHandle server() throws SQLException {
    try (Connection connection = connect(address().database());
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT pg_backend_pid()")) {
      row.next();
      return ProcessHandle.of(row.getLong(1)).flatMap(ProcessHandle::parent).orElseThrow();
    }
  }

  private static void index(Connection connection, List<String> texts) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("CREATE EXTENSION pg_trgm");
      statement.execute("CREATE TABLE trigrams (source text)");
      try (PreparedStatement insert =
          connection.prepareStatement("INSERT INTO trigrams VALUES (?)")) {
        for (String text : texts) {
          insert.setString(1, text);
          insert.addBatch();
        }
        insert.executeBatch();
      }
      statement.execute("CREATE INDEX ON trigrams USING gin (source gin_trgm_ops)");
      statement.execute("ANALYZE trigrams");
    }
  }

  private static List<String> like(Connection connection, String query) {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT source FROM trigrams WHERE source % ?")) {
      select.setString(1, query);
      List<String> found = new ArrayList<>();
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          found.add(rows.getString(1));
        }
      }
      return found;
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  /**
   * Adds a line. Returns the share of the results of comparing everything, for both kinds of
   * queries.
   */
  private double measure(
      String name, Queries clustered, Queries spread, Function<String, List<String>> search) {
    long warm = 0;
    for (int i = 0; i < WARM; i++) {
      warm += search.apply(clustered.texts().get(i % clustered.texts().size())).size();
    }
    assertThat(warm).isPositive();
    double start = cpuSeconds();
    double ofClustered = clustered.recall(search);
    double millis = (cpuSeconds() - start) * 1_000 / clustered.texts().size();
    double ofSpread = spread.recall(search);
    lines.add(
        String.format(
            Locale.ROOT, "| %s | %.2f | %.3f | %.3f |", name, millis, ofClustered, ofSpread));
    return Math.min(ofClustered, ofSpread);
  }

  /** Of this thread and of the server's processes for clients. */
  private double cpuSeconds() {
    double own = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e9;
    return own
        + server
            .children()
            .mapToDouble(
                process -> process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e9)
            .sum();
  }
}
