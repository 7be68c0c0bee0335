package ballast.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.Side;
import ballast.likeness.BruteForce;
import ballast.memory.FuzzyQuery;
import ballast.memory.Match;
import ballast.memory.Memory;
import ballast.memory.UnitFilter;
import ballast.memory.opening.Memories;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Compares fuzzy search in a large memory with Okapi's Pensieve and with comparing everything, in
 * one run on the same pairs. {@code -Dmemory.units=N} for another size.
 */
final class FuzzySearchBenchTest {

  private static final int UNITS = Integer.getInteger("memory.units", 1_000_000);
  private static final int SEED = 42;

  /** Warm-up searches of both programs; neither gets faster with more. */
  private static final int WARM = 20_000;

  private static final int RUNS = 7;

  private static final int IMPORTS = 3;

  /** Units imported by another process during the searches. */
  private static final int MORE = 200_000;

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private static final String OURS = "memory.db";
  private static final String THEIRS = "pensieve";

  @TempDir Path folder;

  private final List<String> lines = new ArrayList<>();

  /** The milliseconds of CPU of each query and the seconds of each import. */
  private record Times(List<Double> sorted, double mean) {

    static Times of(double[] times) {
      return new Times(
          Arrays.stream(times).sorted().boxed().toList(), Arrays.stream(times).average().orElse(0));
    }

    double at(int percent) {
      return sorted.get((int) ((long) (sorted.size() - 1) * percent / 100));
    }

    String seconds() {
      return sorted.stream()
          .map(seconds -> String.format(Locale.ROOT, "%.1f", seconds))
          .collect(Collectors.joining(", "));
    }

    String row(String name, double recall) {
      return String.format(
          Locale.ROOT,
          "| %s | %.2f | %.2f | %.2f | %.2f | %.3f |",
          name,
          at(50),
          at(95),
          at(99),
          mean,
          recall);
    }
  }

  private record Imports(Times ours, Times theirs) {

    String inTurn() {
      return "Seconds of the imports, sorted: "
          + ours.seconds()
          + "; Pensieve "
          + theirs.seconds()
          + ".";
    }
  }

  private record Run(Times times, List<Set<String>> found) {}

  @Test
  void oursFindsAllAndIsQuick() throws IOException, InterruptedException {
    Path corpora = AccuracyTable.evalDirectory("").resolveSibling("corpora");
    Path ours = folder.resolve(OURS);
    Path theirs = folder.resolve(THEIRS);
    TmxImports imports = new TmxImports(folder, corpora);
    Path tmx = imports.write("all.tmx", SEED, UNITS);
    Imports build = importsInTurn(imports, tmx);
    Files.delete(tmx);
    List<String> texts = new ArrayList<>(sources(ours));
    int count = count(ours);
    GrownCorpus corpus = new GrownCorpus(corpora, SEED, 1_000);
    List<String> queries = new ArrayList<>(corpus.heldOut());
    queries.addAll(new FuzzyQueries(texts).made(GrownCorpus.unknown(corpora)));
    BruteForce brute = new BruteForce(texts);
    lines.add(
        "| "
            + String.format(Locale.ROOT, "%,d", UNITS)
            + " units, CPU ms a lookup | p50 | p95 | p99 | mean | recall |");
    lines.add("|---|--:|--:|--:|--:|--:|");
    Run all = measure(queries, query -> brute.find(query, FuzzyQuery.DEFAULT_MIN), 0);
    Run mine = measureOurs(ours, queries);
    Run peer;
    try (PensieveMemory pensieve = new PensieveMemory(theirs)) {
      peer = measure(queries, pensieve::find, WARM);
    }
    lines.add(mine.times().row("Ballast", recall(mine, all)));
    lines.add(peer.times().row("Okapi Pensieve 1.47", recall(peer, all)));
    lines.add(all.times().row("comparing everything", 1));
    lines.add("");
    row("CPU a lookup, of Pensieve's", mine.times().mean(), peer.times().mean());
    row("p95, of comparing everything", mine.times().at(95), all.times().at(95));
    row(
        "CPU seconds of importing the TMX file, of Pensieve's",
        build.ours().at(50),
        build.theirs().at(50));
    lines.add("");
    lines.add(build.inTurn());
    lines.add("");
    lines.add(
        String.format(
            Locale.ROOT,
            "%.0f bytes a unit on disk, both texts and index, %.0f a pair of the file, of which the"
                + " same is kept once; Pensieve %.0f.",
            (double) Files.size(ours) / count,
            (double) Files.size(ours) / UNITS,
            (double) size(theirs) / UNITS));
    processes(ours, theirs, queries.get(3));
    double duringImport = besideAnImport(ours, queries, imports.write("more.tmx", SEED + 1, MORE));
    lines.forEach(System.out::println);
    if (UNITS == 1_000_000) {
      PageSection.bench(Path.of("src/site/markdown/memory.md"), "fuzzy").publish(lines);
    }
    assertThat(recall(mine, all)).isEqualTo(1.0);
    assertThat(mine.times().mean()).isLessThan(peer.times().mean() / 2);
    if (UNITS >= 1_000_000) {
      assertThat(mine.times().at(95)).isLessThan(all.times().at(95) / 25);
      assertThat(duringImport).isLessThan(3);
    }
  }

  /**
   * Seconds of CPU of both imports, in turn since the machine's speed varies. The first memory of
   * each remains.
   */
  private Imports importsInTurn(TmxImports imports, Path tmx)
      throws IOException, InterruptedException {
    double[] mine = new double[IMPORTS];
    double[] peers = new double[IMPORTS];
    for (int i = 0; i < IMPORTS; i++) {
      Path into = i == 0 ? folder : Files.createDirectory(folder.resolve("again " + i));
      mine[i] = imports.ours(tmx, into.resolve(OURS));
      peers[i] = imports.theirs(tmx, into.resolve(THEIRS));
    }
    return new Imports(Times.of(mine), Times.of(peers));
  }

  /** The distinct source texts of a memory, always in the same order. */
  private static Set<String> sources(Path file) {
    Set<String> sources = new LinkedHashSet<>();
    try (Memory memory = Memories.at(file).openForReading()) {
      memory.forEachUnit(UnitFilter.CURRENT, unit -> sources.add(unit.source()));
    }
    return sources;
  }

  private static int count(Path file) {
    int[] count = new int[1];
    try (Memory memory = Memories.at(file).openForReading()) {
      memory.forEachUnit(UnitFilter.CURRENT, unit -> count[0]++);
    }
    return count[0];
  }

  private static double cpu(Runnable work) {
    long start = THREADS.getCurrentThreadCpuTime();
    work.run();
    return (THREADS.getCurrentThreadCpuTime() - start) / 1e9;
  }

  private static Run measureOurs(Path file, List<String> queries) {
    try (Memory memory = Memories.at(file).openForReading()) {
      return measure(
          queries,
          query ->
              memory.search(FuzzyQuery.of(query, Side.SOURCE).withLimit(100_000)).stream()
                  .map(Match::unit)
                  .map(unit -> unit.source())
                  .toList(),
          WARM);
    }
  }

  private static Run measure(
      List<String> queries, Function<String, List<String>> search, int warm) {
    long matches = 0;
    for (int i = 0; i < warm; i++) {
      matches += search.apply(queries.get((i * 37) % queries.size())).size();
    }
    assertThat(matches).isNotNegative();
    double[] times = new double[queries.size()];
    List<Set<String>> found = new ArrayList<>();
    for (int i = 0; i < times.length; i++) {
      String query = queries.get(i);
      List<List<String>> result = new ArrayList<>();
      times[i] = 1000 * cpu(() -> result.add(search.apply(query)));
      found.add(new HashSet<>(result.get(0)));
    }
    return new Run(Times.of(times), found);
  }

  /** The share of the results of comparing everything. */
  private static double recall(Run run, Run all) {
    long wanted = 0;
    long got = 0;
    for (int i = 0; i < all.found().size(); i++) {
      Set<String> missing = new HashSet<>(all.found().get(i));
      wanted += missing.size();
      missing.removeAll(run.found().get(i));
      got += all.found().get(i).size() - missing.size();
    }
    return (double) got / wanted;
  }

  private void row(String what, double ours, double theirs) {
    if (lines.get(lines.size() - 1).isEmpty()) {
      lines.add("| figure | ours | theirs | |");
      lines.add("|---|--:|--:|--:|");
    }
    lines.add(
        String.format(
            Locale.ROOT, "| %s | %.2f | %.2f | 1/%.1f |", what, ours, theirs, theirs / ours));
  }

  /** Runs whole processes in turn; the median counts. */
  private void processes(Path ours, Path theirs, String query)
      throws IOException, InterruptedException {
    LookupProcesses processes = new LookupProcesses(folder, query);
    double[] mySeconds = new double[RUNS];
    double[] peerSeconds = new double[RUNS];
    double[] tuned = new double[RUNS];
    for (int i = 0; i < RUNS; i++) {
      mySeconds[i] = processes.ours(ours);
      peerSeconds[i] = processes.theirs(theirs, false);
      tuned[i] = processes.theirs(theirs, true);
    }
    lines.add("");
    lines.add(
        String.format(
            Locale.ROOT,
            "One `tm search` in a process of its own%s: %.2f s, Pensieve %.2f s (%.2f s with the"
                + " options of Java that our launcher sets); resident memory %s.",
            LookupProcesses.isInstalled() ? "" : ", without the launcher",
            Times.of(mySeconds).at(50),
            Times.of(peerSeconds).at(50),
            Times.of(tuned).at(50),
            processes.resident(ours)));
  }

  /**
   * The ratio of the p95 of lookups during an import into the same file, by another process, to
   * that without. Each query is made equally often with and without, so that both have the same
   * queries.
   */
  private double besideAnImport(Path ours, List<String> queries, Path tmx)
      throws IOException, InterruptedException {
    try (Memory memory = Memories.at(ours).openForReading()) {
      for (String query : queries) {
        memory.search(FuzzyQuery.of(query, Side.SOURCE));
      }
      List<Double> with = new ArrayList<>();
      Process importing = ChildJvm.start(folder, TmxImports.command(tmx, ours), Redirect.DISCARD);
      while (importing.isAlive() && with.size() < 20 * queries.size()) {
        with.add(lookup(memory, queries.get(with.size() % queries.size())));
      }
      assertThat(importing.waitFor()).isZero();
      List<Double> without = new ArrayList<>();
      for (String query : queries) {
        memory.search(FuzzyQuery.of(query, Side.SOURCE));
      }
      while (without.size() < with.size()) {
        without.add(lookup(memory, queries.get(without.size() % queries.size())));
      }
      double besideIt = Times.of(array(with)).at(95);
      double idle = Times.of(array(without)).at(95);
      lines.add("");
      lines.add(
          String.format(
              Locale.ROOT,
              "%,d lookups while another process imported %,d units: p95 %.2f ms of CPU, %.2f"
                  + " without, %.1f times as much.",
              with.size(),
              MORE,
              besideIt,
              idle,
              besideIt / idle));
      return besideIt / idle;
    }
  }

  private static double lookup(Memory memory, String query) {
    return 1000 * cpu(() -> memory.search(FuzzyQuery.of(query, Side.SOURCE).withLimit(100_000)));
  }

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static long size(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    }
  }
}
