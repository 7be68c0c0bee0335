package ballast.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ballast.cli.CommandRunner.Outcome;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is longer than the screen goes to a pager, and nothing else does. */
final class PagerTest extends CommandTest {

  private final Map<String, String> environment = new HashMap<>();

  @BeforeEach
  void fill() throws IOException {
    assumeTrue(File.separatorChar == '/');
    write("long.zh.txt", text(40));
    write("short.zh.txt", text(20));
    environment.put("BALLAST_PAGER", "</dev/stdin cat >'" + paged() + "'");
  }

  private static String text(int paragraphs) {
    return IntStream.rangeClosed(1, paragraphs)
        .mapToObj(i -> "第" + i + "艘船到了。\n")
        .collect(Collectors.joining());
  }

  private Path paged() {
    return folder.resolve("paged.txt");
  }

  private Outcome runOn(int columns, String line) {
    return new CommandRunner(folder, environment, columns, () -> CommandRunner.NOW, columns)
        .run(ShellWords.split(line));
  }

  @Test
  void aLongReportIsShownThere() throws IOException {
    Outcome outcome = runOn(80, "split long.zh.txt");

    assertThat(outcome.status()).isZero();
    assertThat(outcome.out()).isEmpty();
    assertThat(Files.readString(paged(), UTF_8)).isEqualTo(text(40));
  }

  @Test
  void whatFitsIsShownWithout() {
    assertThat(runOn(80, "split short.zh.txt").out()).isEqualTo(text(20));
    assertThat(paged()).doesNotExist();
  }

  /** On a narrow screen a line takes two rows: 10 Chinese characters are 20 columns. */
  @Test
  void linesThatWrapCountAsSeveral() {
    runOn(10, "split short.zh.txt");

    assertThat(paged()).exists();
  }

  @ParameterizedTest
  @CsvSource({
    "80, --no-pager, ''",
    "80, --format jsonl, ''",
    "0, '', ''",
    "80, '', BALLAST_PAGER=",
    "80, '', BALLAST_PAGER=cat",
    "80, '', BALLAST_PAGER=no-such-pager -x",
    "80, '', CI=true",
    "80, '', TERM=dumb"
  })
  void optionsAndVariablesSwitchItOff(int columns, String option, String variable) {
    if (!variable.isEmpty()) {
      String[] parts = variable.split("=", 2);
      environment.put(parts[0], parts[1]);
    }
    assertThat(runOn(columns, "split long.zh.txt " + option).out().lines()).hasSize(40);
    assertThat(paged()).doesNotExist();
  }

  /** The user has seen enough: that is no failure, and what the command is for is done. */
  @Test
  void leavingThePagerChangesNothing() throws IOException {
    environment.put("BALLAST_PAGER", "/bin/sh -c 'exit 1'");
    write("long.zh.txt", text(20_000));

    Outcome outcome = runOn(80, "split long.zh.txt");

    assertThat(outcome.status()).isZero();
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err()).doesNotContain("error");
  }
}
