package ballast.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs the cases {@code src/test/resources/golden/COMMAND/CASE.txtar}. A case reads as a
 * transcript:
 *
 * <pre>
 * # A comment for the reader.
 * use trade.en.txt
 * use trade.zh.txt as 贸易.zh.txt
 * -- in/terms/stone.csv --
 * zh,en
 * 压舱石,ballast stone
 * -- command --
 * check 贸易.zh.txt trade.en.txt -g terms
 * -- stdout --
 * 贸易.zh.txt:1: ...
 * -- stderr --
 * 1 finding
 * -- status --
 * 1
 * -- command --
 * ...
 * </pre>
 *
 * <p>The commands run in order in one fresh folder. The folder starts with the files of {@code
 * golden/shared} that the {@code use} lines name, and with the files {@code in/NAME} that belong to
 * this case alone. Below each command stand its outputs and its exit status; an empty output and
 * the status 0 are left out. {@code DIRECTORY} in an output is the path of the folder. Whatever a
 * text editor could lose or change unseen stands below {@code -- NAME (escaped) --}; see {@link
 * TextArchive}.
 *
 * <p>For a new case, write everything but the outputs. {@code mvn test -Dtest=GoldenTest
 * -Dgolden.update=true} writes the outputs of all cases and leaves the rest of each file as it is.
 */
final class GoldenTest {

  static final Path GOLDEN = Path.of("src/test/resources/golden");
  static final Path SHARED = GOLDEN.resolve("shared");

  @TempDir Path directory;

  static Stream<Path> cases() throws IOException {
    return files(GOLDEN).stream().filter(GoldenTest::isCase);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aGoldenCasePrintsItsRecordedOutput(Path file) throws IOException {
    GoldenCase golden = read(file);
    String expected = golden.archive().format();
    golden.prepare(SHARED, directory);
    String actual = golden.with(run(golden.commands())).archive().format();
    if (Boolean.getBoolean("golden.update") && !actual.equals(expected)) {
      Files.writeString(file, actual, UTF_8);
      expected = actual;
    }
    assertThat(actual).as(firstDifference(file, expected, actual)).isEqualTo(expected);
  }

  @Test
  void everyFileIsACaseOrIsShared() throws IOException {
    assertThat(files(GOLDEN)).allMatch(file -> isCase(file) || file.startsWith(SHARED));
  }

  @Test
  void casesUseEverySharedFileAndNoOther() throws IOException {
    TreeSet<String> used = new TreeSet<>();
    for (Path file : cases().toList()) {
      read(file).uses().forEach(use -> used.add(use.shared()));
    }
    TreeSet<String> shared =
        files(SHARED).stream()
            .map(file -> SHARED.relativize(file).toString().replace('\\', '/'))
            .collect(toCollection(TreeSet::new));
    assertThat(used).isEqualTo(shared);
  }

  @Test
  void noInputIsACopyOfASharedFile() throws IOException {
    List<byte[]> shared = new ArrayList<>();
    for (Path file : files(SHARED)) {
      shared.add(Files.readAllBytes(file));
    }
    for (Path file : cases().toList()) {
      for (TextArchive.Section input : read(file).inputs()) {
        assertThat(shared)
            .as(file + ": " + input.name())
            .noneMatch(copy -> Arrays.equals(copy, input.content()));
      }
    }
  }

  static GoldenCase read(Path file) throws IOException {
    try {
      return GoldenCase.parse(Files.readString(file, UTF_8));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
    }
  }

  private List<CommandRunner.Outcome> run(List<String> commands) {
    CommandRunner runner = new CommandRunner(directory, Map.of("USER", "mei"), 0);
    List<CommandRunner.Outcome> outcomes = new ArrayList<>();
    for (String command : commands) {
      CommandRunner.Outcome outcome = runner.run(ShellWords.split(command));
      outcomes.add(
          new CommandRunner.Outcome(
              outcome.status(), portable(outcome.out()), portable(outcome.err())));
    }
    return outcomes;
  }

  private String portable(String text) {
    return text.replace(directory.toString(), "DIRECTORY").replace(System.lineSeparator(), "\n");
  }

  private static String firstDifference(Path file, String expected, String actual) {
    List<String> expectedLines = expected.lines().toList();
    List<String> actualLines = actual.lines().toList();
    int common = Math.min(expectedLines.size(), actualLines.size());
    int line = 0;
    while (line < common && expectedLines.get(line).equals(actualLines.get(line))) {
      line++;
    }
    return file
        + (":" + (line + 1))
        + (": expected \"" + lineOrEnd(expectedLines, line))
        + ("\", printed \"" + lineOrEnd(actualLines, line) + "\"");
  }

  private static String lineOrEnd(List<String> lines, int line) {
    return line < lines.size() ? lines.get(line) : "(end)";
  }

  private static boolean isCase(Path file) {
    Path name = GOLDEN.relativize(file);
    return name.getNameCount() == 2
        && name.toString().endsWith(".txtar")
        && !file.startsWith(SHARED);
  }

  static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
