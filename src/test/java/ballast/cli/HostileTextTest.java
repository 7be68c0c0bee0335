package ballast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever control characters and line ends stand in files, names and arguments: none acts on a
 * terminal, and none forges a line.
 */
@Tag("hostile")
final class HostileTextTest {

  private static final String FORGED = "::error::forged";

  /** ESC, BEL, C1, an override, line ends of all kinds. */
  private static final String WORD =
      "\033[31m\033]0;x\007\u009b2J\u202e\u2067\r\u2028\u0085\n" + FORGED;

  /** What XML allows of it. */
  private static final String IN_XML = "&#x9b;2J&#x202e;&#x2067;&#13;&#x2028;&#x85;&#10;" + FORGED;

  private static final String IN_TOML = "\\u001b[31m\\u0007\\u009b2J\\u202e\\r\\u2028\\n" + FORGED;

  @TempDir static Path filled;

  @TempDir Path folder;

  @BeforeAll
  static void fill() throws IOException {
    EveryFile.fill(filled, WORD, IN_XML, IN_TOML);
  }

  /** Without data: what a program reads stays as it is, unless a terminal shows it. */
  static Stream<String> linesForPeople() {
    return EveryCommand.LINES.stream()
        .filter(
            line ->
                !line.matches(
                    ".*(--format (tsv|tmx|csv|html|checkstyle|junit)|export.*|mine units.tmx|corpus"
                        + " mine corpus|-o -)$"))
        .filter(line -> !line.startsWith("split "));
  }

  /** In a copy of the folder that is filled. */
  private CommandRunner runner(Map<String, String> more, int columns) throws IOException {
    FakeSpark spark = FakeSpark.ofCorpus(folder.resolve("spark"), WORD);
    Map<String, String> environment = new HashMap<>(spark.environment());
    environment.putAll(more);
    EveryFile.copy(filled, folder.resolve("work"));
    return new CommandRunner(folder.resolve("work"), environment, columns);
  }

  @ParameterizedTest
  @MethodSource("linesForPeople")
  void nothingActsOnTheTerminal(String line) throws IOException {
    CommandRunner.Outcome outcome = runner(Map.of(), 0).run(line.split(" "));
    assertThat(outcome.err()).doesNotContain("internal error");
    assertHarmless(outcome.err());
    if (line.startsWith("git textconv")) {
      assertNoControls(outcome.out()); // git puts + or - before each line
    } else {
      assertHarmless(outcome.out());
    }
  }

  @ParameterizedTest
  @FieldSource("ballast.cli.EveryCommand#LINES")
  void onATerminalDataIsHarmlessToo(String line) throws IOException {
    CommandRunner.Outcome outcome = runner(Map.of("NO_COLOR", "1"), 80).run(line.split(" "));
    assertHarmless(outcome.err());
    assertNoControls(outcome.out());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "split X",
        "align X Y",
        "X",
        "tm X",
        "tm list --tm X",
        "tm search X",
        "tm search --X",
        "check X X",
        "check a.zh.txt a.en.txt --rule X",
        "check a.zh.txt a.en.txt --config X",
        "diff X X",
        "diff a 1 X",
        "convert X X",
        "tm export -o X/X",
        "tm export --document X",
        "tm import X",
        "explain X",
        "glossary search X",
        "glossary import X",
        "git textconv X",
        "git diff X",
        "lexicon explain X",
        "split a.en.txt --srx X",
        "align --pairs X",
        "tm replace X X",
        "align a.zh.txt a.en.txt --document X --no-tm",
        "help X",
        "check a.zh.txt a.en.txt --glossary X",
        "review export X",
        "tm history X"
      })
  void argumentsAreHarmless(String line) throws IOException {
    String[] args = line.split(" ");
    for (int i = 0; i < args.length; i++) {
      args[i] = args[i].replace("X", "x" + WORD);
    }
    CommandRunner.Outcome outcome = runner(Map.of(), 0).run(args);
    assertThat(outcome.err()).doesNotContain("internal error");
    assertHarmless(outcome.err());
    assertHarmless(outcome.out());
  }

  private static void assertHarmless(String text) {
    assertNoControls(text);
    assertThat(text.lines()).noneMatch(line -> line.startsWith(FORGED));
  }

  private static void assertNoControls(String text) {
    assertThat(text).doesNotContainPattern("[\\p{Cc}&&[^\n\t]]");
    assertThat(text).doesNotContainPattern("[\u202a-\u202e\u2066-\u2069\u2028\u2029]");
  }
}
