package ballast.accuracy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.workbench.PageClient;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long the page of a long article takes to come with its first rows, as the first page of a
 * workbench that has just started, in proportion to a {@code tm search} in a process of its own.
 */
final class OpenArticleBenchTest {

  private static final int BEADS = 1_500;
  private static final int RUNS = 5;
  private static final int FIRST_ROWS = 40;

  /** Three lookups are about a second. */
  private static final double MAX_LOOKUPS = 3;

  @TempDir Path folder;

  @Test
  void theFirstRowsOfALongArticleComeAboutAsQuicklyAsALookup()
      throws IOException, InterruptedException {
    String query = write();
    List<String> main =
        List.of(
            "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"), "ballast.cli.Main");
    ChildJvm.Outcome aligned =
        ChildJvm.run(
            folder,
            joined(main, "align", "long.zh.txt", "long.en.txt", "--presegmented", "-q", "--force"));
    assertThat(aligned.status()).as(aligned.output()).isZero();
    LookupProcesses lookups = new LookupProcesses(folder, query);
    double[] lookup = new double[RUNS];
    double[] page = new double[RUNS];
    for (int i = 0; i < RUNS; i++) {
      lookup[i] = lookups.ours(folder.resolve("tm/memory.db"));
      page[i] = open(joined(main, "open", "--no-browser", "--by", "Lin"));
    }
    double ratio = median(page) / median(lookup);
    new PrintWriter(System.out, true, UTF_8)
        .printf(
            Locale.ROOT,
            "open: %d beads in %.2f s, a lookup %.2f s: ratio %.2f%n",
            BEADS,
            median(page),
            median(lookup),
            ratio);
    assertThat(ratio).isLessThan(MAX_LOOKUPS);
  }

  /** Writes an article and its translation; returns a sentence of it. */
  private String write() throws IOException {
    Path corpora = AccuracyTable.evalDirectory("").resolveSibling("corpora");
    GrownCorpus corpus = new GrownCorpus(corpora, 42, 1);
    List<String> zh = new ArrayList<>();
    List<String> en = new ArrayList<>();
    corpus.grow(
        BEADS,
        pair -> {
          zh.add(pair.chinese().replaceAll("\\s", " "));
          en.add(pair.english().replaceAll("\\s", " "));
        });
    Files.write(folder.resolve("long.zh.txt"), zh);
    Files.write(folder.resolve("long.en.txt"), en);
    return zh.get(BEADS / 2);
  }

  /** Starts a workbench; returns the seconds from its first request to the end of the page. */
  private double open(List<String> arguments) throws IOException, InterruptedException {
    Process process = ChildJvm.start(folder, arguments, Redirect.PIPE);
    try (BufferedReader out = process.inputReader(UTF_8)) {
      String address =
          out.lines().filter(line -> line.startsWith("listening on ")).findFirst().orElseThrow();
      PageClient client = new PageClient(address.replace("listening on ", ""));
      long start = System.nanoTime();
      int rows = client.page("/align?document=long").select("#beads tbody").size();
      double seconds = (System.nanoTime() - start) / 1e9;
      assertThat(rows).isGreaterThanOrEqualTo(FIRST_ROWS);
      return seconds;
    } finally {
      process.destroy();
      process.waitFor();
    }
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private static List<String> joined(List<String> some, String... others) {
    List<String> all = new ArrayList<>(some);
    all.addAll(List.of(others));
    return all;
  }
}
