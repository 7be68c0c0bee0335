package ballast.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.cli.terminal.FailureReport.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code kill -9} at any moment of {@code align} leaves all of the article in the memory or
 * nothing.
 */
@Tag("kill")
final class KillTest {

  private static final int SENTENCES = 1500;
  private static final long[] MOMENTS = {300, 700, 1100, 1600, 2400};

  @TempDir Path directory;

  @Test
  void theMemoryHasAllOfTheArticleOrNothing() throws IOException, InterruptedException {
    Files.createDirectory(directory.resolve("tm"));
    write("长文.zh.txt", "第%d号港口去年完成了%d万吨货物。\n");
    write("长文.en.txt", "Port No. %d handled %d0,000 tons of goods last year.\n");
    CommandRunner runner = new CommandRunner(directory);
    int whole = unitsOfAFinishedRun(runner);
    for (long moment : MOMENTS) {
      Files.deleteIfExists(directory.resolve("tm/memory.db"));
      Files.deleteIfExists(directory.resolve("tm/memory.db-wal"));
      Files.deleteIfExists(directory.resolve("tm/memory.db-shm"));
      killAfter(moment);
      if (Files.exists(directory.resolve("tm/memory.db"))) {
        assertThat(units(runner)).as("killed after " + moment + " ms").isIn(0, whole);
      }
    }
  }

  private int unitsOfAFinishedRun(CommandRunner runner) {
    assertThat(runner.run("align", "长文.zh.txt", "长文.en.txt", "-q").status()).isZero();
    int units = units(runner);
    assertThat(units).isPositive();
    return units;
  }

  private static int units(CommandRunner runner) {
    CommandRunner.Outcome stats = runner.run("tm", "stats", "--json");
    if (stats.status() == ExitCode.FAILED && stats.err().contains("empty")) {
      return 0; // killed before the first table was made
    }
    assertThat(stats.status()).as(stats.err()).isZero();
    CommandRunner.Outcome verify = runner.run("tm", "verify");
    assertThat(verify.status()).as(verify.out() + verify.err()).isZero();
    Matcher units = Pattern.compile("\"units\":(\\d+)").matcher(stats.out());
    assertThat(units.find()).isTrue();
    return Integer.parseInt(units.group(1));
  }

  private void killAfter(long milliseconds) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "ballast.cli.Main",
                "align",
                "长文.zh.txt",
                "长文.en.txt")
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("LC_ALL", "C.UTF-8"); // or Java cannot take the Chinese names
    Process process = builder.start();
    process.waitFor(milliseconds, TimeUnit.MILLISECONDS);
    process.destroyForcibly().waitFor();
  }

  private void write(String name, String pattern) throws IOException {
    StringBuilder text = new StringBuilder();
    for (int i = 1; i <= SENTENCES; i++) {
      text.append(String.format(Locale.ROOT, pattern, i, 7 * i));
    }
    Files.write(directory.resolve(name), List.of(text.toString()), UTF_8);
  }
}
