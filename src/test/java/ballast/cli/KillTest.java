package ballast.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.InputException;
import ballast.cli.CommandRunner.Outcome;
import ballast.cli.terminal.FailureReport.ExitCode;
import ballast.memory.Memory;
import ballast.memory.opening.Memories;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * {@code kill -9} at any moment of {@code align} leaves all of the article in the memory or
 * nothing.
 */
@Tag("kill")
final class KillTest extends CommandTest {

  private static final String MEMORY = "tm/memory.db";
  private static final int SENTENCES_OF_AN_ARTICLE = 1500;
  private static final long[] MOMENTS_OF_AN_ARTICLE = {300, 700, 1100, 1600, 2400};
  private static final int UNITS = Integer.getInteger("kill.units", 8_000);
  private static final int MOMENTS = Integer.getInteger("kill.moments", 5);
  private static final long SEED = 20260214;
  private static final int BEFORE = 10;
  private static final int PAIRS = 50;
  private static final int SENTENCES = 30;
  private static final long PATIENCE_S = 120;

  @Test
  void theMemoryHasAllOfTheArticleOrNothing() throws IOException, InterruptedException {
    Files.createDirectory(folder.resolve("tm"));
    writeNumbered("长文.zh.txt", "第%d号港口去年完成了%d万吨货物。\n");
    writeNumbered("长文.en.txt", "Port No. %d handled %d0,000 tons of goods last year.\n");
    run(0, "align 长文.zh.txt 长文.en.txt -q");
    int whole = count(MEMORY);
    assertThat(whole).isPositive();
    for (long moment : MOMENTS_OF_AN_ARTICLE) {
      for (String suffix : List.of("", "-wal", "-shm")) {
        Files.deleteIfExists(folder.resolve(MEMORY + suffix));
      }
      killAfter(moment, "align", "长文.zh.txt", "长文.en.txt");
      if (Files.exists(folder.resolve(MEMORY))) {
        assertThat(count(MEMORY)).as("killed after " + moment + " ms").isIn(0, whole);
      }
    }
  }

  private int count(String tm) {
    Outcome stats = run("tm stats --json --tm " + tm);
    if (stats.status() == ExitCode.FAILED && stats.err().contains("empty")) {
      return 0; // killed before the first table was made
    }
    assertThat(stats.status()).as(stats.err()).isZero();
    run(0, "tm verify --tm " + tm);
    Matcher units = Pattern.compile("\"units\":(\\d+)").matcher(stats.out());
    assertThat(units.find()).isTrue();
    return Integer.parseInt(units.group(1));
  }

  private Process start(String... words) throws IOException {
    ProcessBuilder builder =
        program(words).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("LC_ALL", "C.UTF-8"); // or Java cannot take the Chinese names
    builder.environment().put("USER", "mei");
    builder.environment().remove("BALLAST_AUTHOR");
    return builder.start();
  }

  private void killAfter(long milliseconds, String... words)
      throws IOException, InterruptedException {
    Process process = start(words);
    process.waitFor(milliseconds, TimeUnit.MILLISECONDS);
    process.destroyForcibly().waitFor();
  }

  private void writeNumbered(String name, String pattern) throws IOException {
    StringBuilder text = new StringBuilder();
    for (int i = 1; i <= SENTENCES_OF_AN_ARTICLE; i++) {
      text.append(String.format(Locale.ROOT, pattern, i, 7 * i));
    }
    write(name, text.append('\n'));
  }

  @Test
  void theMemoryHasAllOfTheFileOrNothing() throws IOException, InterruptedException {
    write("before.tmx", 0, BEFORE);
    write("large.tmx", BEFORE, UNITS);
    long start = System.nanoTime();
    killAfter(Long.MAX_VALUE, "tm", "import", "large.tmx", "--tm", "whole.db");
    long whole = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    assertThat(count("whole.db")).isEqualTo(UNITS);
    SplittableRandom random = new SplittableRandom(SEED);
    for (int i = 0; i < MOMENTS; i++) {
      String tm = "memory" + i + ".db";
      run(0, "tm import before.tmx --tm " + tm);
      long moment = random.nextLong(whole / 10, Math.max(whole, 2));
      killAfter(moment, "tm", "import", "large.tmx", "--tm", tm);
      assertThat(count(tm))
          .as("seed " + SEED + ", killed after " + moment + " of " + whole + " ms")
          .isIn(BEFORE, BEFORE + UNITS);
    }
  }

  private void write(String name, int first, int units) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(folder.resolve(name), UTF_8)) {
      out.write("<tmx version=\"1.4\"><header/><body>\n");
      for (int i = first; i < first + units; i++) {
        out.write("<tu><tuv xml:lang=\"zh\"><seg>第" + i + "号港口去年完成了货物。</seg></tuv>");
        out.write("<tuv xml:lang=\"en\"><seg>Port " + i + " handled goods.</seg></tuv></tu>\n");
      }
      out.write("</body></tmx>\n");
    }
  }

  @Test
  void aKilledRunGoesOnWhereItWas() throws IOException, InterruptedException, SQLException {
    Path memory = Files.createDirectory(folder.resolve("tm")).resolve("memory.db");
    List<String> names = TinyPairs.write(folder.resolve("文章"), PAIRS, SENTENCES);
    List<String> rows = names.stream().map(n -> n + ".zh.txt\t" + n + ".en.txt").toList();
    Files.write(folder.resolve("文章/清单.tsv"), rows, UTF_8);
    run(0, "align --pairs 文章/清单.tsv");
    List<String> whole = TinyPairs.dump(memory, false);
    Files.delete(memory);

    int first = killWithAtLeast(memory, 3);
    int second = killWithAtLeast(memory, first + 3);
    assertThat(second).isBetween(first + 1, PAIRS - 1);

    assertThat(run(0, "align --pairs 文章/清单.tsv").err())
        .contains((PAIRS - second) + " aligned, " + second + " already aligned");
    assertThat(TinyPairs.dump(memory, false)).isEqualTo(whole);
    run(0, "tm verify");
  }

  /** Starts a run and kills it when the memory has that many documents; returns how many it has. */
  private int killWithAtLeast(Path memory, int documents) throws IOException, InterruptedException {
    Process process = start("align", "--pairs", "文章/清单.tsv");
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_S);
    while (documents(memory) < documents && System.nanoTime() < end) {
      assertThat(process.isAlive()).isTrue();
      TimeUnit.MILLISECONDS.sleep(5);
    }
    process.destroyForcibly().waitFor();
    return documents(memory);
  }

  private static int documents(Path memory) {
    if (!Files.exists(memory)) {
      return 0;
    }
    try (Memory tm = Memories.at(memory).openForReading()) {
      return tm.documents().size();
    } catch (InputException e) {
      return 0; // the tables do not exist yet
    }
  }
}
