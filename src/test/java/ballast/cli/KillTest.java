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
    int whole = unitsOfAFinishedRun();
    for (long moment : MOMENTS_OF_AN_ARTICLE) {
      Files.deleteIfExists(folder.resolve("tm/memory.db"));
      Files.deleteIfExists(folder.resolve("tm/memory.db-wal"));
      Files.deleteIfExists(folder.resolve("tm/memory.db-shm"));
      killAfter(moment);
      if (Files.exists(folder.resolve("tm/memory.db"))) {
        assertThat(units()).as("killed after " + moment + " ms").isIn(0, whole);
      }
    }
  }

  private int unitsOfAFinishedRun() {
    run(0, "align 长文.zh.txt 长文.en.txt -q");
    int units = units();
    assertThat(units).isPositive();
    return units;
  }

  private int units() {
    Outcome stats = run("tm stats --json");
    if (stats.status() == ExitCode.FAILED && stats.err().contains("empty")) {
      return 0; // killed before the first table was made
    }
    assertThat(stats.status()).as(stats.err()).isZero();
    run(0, "tm verify");
    Matcher units = Pattern.compile("\"units\":(\\d+)").matcher(stats.out());
    assertThat(units.find()).isTrue();
    return Integer.parseInt(units.group(1));
  }

  private void killAfter(long milliseconds) throws IOException, InterruptedException {
    ProcessBuilder builder =
        program("align", "长文.zh.txt", "长文.en.txt")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("LC_ALL", "C.UTF-8"); // or Java cannot take the Chinese names
    Process process = builder.start();
    process.waitFor(milliseconds, TimeUnit.MILLISECONDS);
    process.destroyForcibly().waitFor();
  }

  private void writeNumbered(String name, String pattern) throws IOException {
    StringBuilder text = new StringBuilder();
    for (int i = 1; i <= SENTENCES_OF_AN_ARTICLE; i++) {
      text.append(String.format(Locale.ROOT, pattern, i, 7 * i));
    }
    Files.write(folder.resolve(name), List.of(text.toString()), UTF_8);
  }

  @Test
  void theMemoryHasAllOfTheFileOrNothing() throws IOException, InterruptedException {
    write("before.tmx", 0, BEFORE);
    write("large.tmx", BEFORE, UNITS);
    long start = System.nanoTime();
    kill("whole.db", Long.MAX_VALUE);
    long whole = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    assertThat(units("whole.db")).isEqualTo(UNITS);
    SplittableRandom random = new SplittableRandom(SEED);
    for (int i = 0; i < MOMENTS; i++) {
      String tm = "memory" + i + ".db";
      run(0, "tm", "import", "before.tmx", "--tm", tm);
      long moment = random.nextLong(whole / 10, Math.max(whole, 2));
      kill(tm, moment);
      assertThat(units(tm))
          .as("seed " + SEED + ", killed after " + moment + " of " + whole + " ms")
          .isIn(BEFORE, BEFORE + UNITS);
    }
  }

  private int units(String tm) {
    run(0, "tm", "verify", "--tm", tm);
    Outcome stats = run("tm", "stats", "--json", "--tm", tm);
    Matcher units = Pattern.compile("\"units\":(\\d+)").matcher(stats.out());
    assertThat(units.find()).as(stats.err()).isTrue();
    return Integer.parseInt(units.group(1));
  }

  private void kill(String tm, long milliseconds) throws IOException, InterruptedException {
    Process process =
        program("tm", "import", "large.tmx", "--tm", tm)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    process.waitFor(milliseconds, TimeUnit.MILLISECONDS);
    process.destroyForcibly().waitFor();
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

    Outcome rest = run(0, "align --pairs 文章/清单.tsv");
    assertThat(rest.err()).contains((PAIRS - second) + " aligned, " + second + " already aligned");
    assertThat(TinyPairs.dump(memory, false)).isEqualTo(whole);
    run(0, "tm verify");
  }

  /** Starts a run and kills it when the memory has that many documents; returns how many it has. */
  private int killWithAtLeast(Path memory, int documents) throws IOException, InterruptedException {
    ProcessBuilder builder =
        program("align", "--pairs", "文章/清单.tsv")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("LC_ALL", "C.UTF-8"); // or Java cannot take the Chinese names
    builder.environment().put("USER", "mei");
    builder.environment().remove("BALLAST_AUTHOR");
    Process process = builder.start();
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
