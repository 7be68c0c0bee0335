package ballast.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.cli.CommandRunner.Outcome;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * {@code kill -9} at any moment of {@code tm import} leaves all of the file in the memory or
 * nothing of it, and everything that was there before. {@code -Dkill.units=200000
 * -Dkill.moments=20} for a large file.
 */
@Tag("kill")
final class KillImportTest extends CommandTest {

  private static final int UNITS = Integer.getInteger("kill.units", 8_000);
  private static final int MOMENTS = Integer.getInteger("kill.moments", 5);
  private static final long SEED = 20260214;
  private static final int BEFORE = 10;

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
    Outcome verify = run(0, "tm", "verify", "--tm", tm);
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
}
