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
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

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

  private Outcome runOn(int columns, String... line) {
    return new CommandRunner(folder, environment, columns, () -> CommandRunner.NOW, columns)
        .run(line);
  }

  @Test
  void aLongReportIsShownThere() throws IOException {
    Outcome outcome = runOn(80, "split", "long.zh.txt");

    assertThat(outcome.status()).isZero();
    assertThat(outcome.out()).isEmpty();
    assertThat(Files.readString(paged(), UTF_8)).isEqualTo(text(40));
  }

  @Test
  void whatFitsIsShownWithout() {
    assertThat(runOn(80, "split", "short.zh.txt").out()).isEqualTo(text(20));
    assertThat(paged()).doesNotExist();
  }

  /** On a narrow screen a line takes two rows: 10 Chinese characters are 20 columns. */
  @Test
  void linesThatWrapCountAsSeveral() {
    runOn(10, "split", "short.zh.txt");

    assertThat(paged()).exists();
  }

  @Test
  void optionsAndVariablesSwitchItOff() {
    assertUnpaged(80, Map.of(), "--no-pager");
    assertUnpaged(80, Map.of(), "--format", "jsonl");
    assertUnpaged(0, Map.of());
    assertUnpaged(80, Map.of("BALLAST_PAGER", ""));
    assertUnpaged(80, Map.of("BALLAST_PAGER", "cat"));
    assertUnpaged(80, Map.of("BALLAST_PAGER", "no-such-pager -x"));
    assertUnpaged(80, Map.of("CI", "true"));
    assertUnpaged(80, Map.of("TERM", "dumb"));
  }

  private void assertUnpaged(int columns, Map<String, String> more, String... options) {
    Map<String, String> before = Map.copyOf(environment);
    environment.putAll(more);
    String[] line = words("split long.zh.txt", options);
    assertThat(runOn(columns, line).out().lines()).as("%s %s", List.of(line), more).hasSize(40);
    assertThat(paged()).as("%s %s", List.of(line), more).doesNotExist();
    environment.clear();
    environment.putAll(before);
  }

  /** The user has seen enough: that is no failure, and what the command is for is done. */
  @Test
  void leavingThePagerChangesNothing() throws IOException {
    environment.put("BALLAST_PAGER", "/bin/sh -c 'exit 1'");
    write("long.zh.txt", text(20_000));

    Outcome outcome = runOn(80, "split", "long.zh.txt");

    assertThat(outcome.status()).isZero();
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err()).doesNotContain("error");
  }
}
