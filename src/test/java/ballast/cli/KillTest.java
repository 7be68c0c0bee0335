package ballast.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.cli.CommandRunner.Outcome;
import ballast.cli.terminal.FailureReport.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
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

  private static final int SENTENCES = 1500;
  private static final long[] MOMENTS = {300, 700, 1100, 1600, 2400};

  @Test
  void theMemoryHasAllOfTheArticleOrNothing() throws IOException, InterruptedException {
    Files.createDirectory(folder.resolve("tm"));
    writeNumbered("长文.zh.txt", "第%d号港口去年完成了%d万吨货物。\n");
    writeNumbered("长文.en.txt", "Port No. %d handled %d0,000 tons of goods last year.\n");
    int whole = unitsOfAFinishedRun();
    for (long moment : MOMENTS) {
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
    Outcome verify = run(0, "tm verify");
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
    for (int i = 1; i <= SENTENCES; i++) {
      text.append(String.format(Locale.ROOT, pattern, i, 7 * i));
    }
    Files.write(folder.resolve(name), List.of(text.toString()), UTF_8);
  }
}
