package ballast.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs the folders of {@code src/test/resources/golden/COMMAND/CASE}. {@code cmd} holds one command
 * line a line, run in order in a fresh folder that starts with the files of {@code in/}; {@code
 * stdout} and {@code stderr} hold what they print, {@code code} the last exit status. {@code mvn
 * test -Dtest=GoldenTest -Dgolden.update=true} rewrites the last three.
 */
final class GoldenTest {

  private static final Path GOLDEN = Path.of("src/test/resources/golden");
  private static final Set<String> PARTS = Set.of("cmd", "in", "stdout", "stderr", "code");

  @TempDir Path directory;

  static Stream<Path> cases() throws IOException {
    try (Stream<Path> folders = Files.walk(GOLDEN, 2)) {
      return folders
          .filter(folder -> GOLDEN.relativize(folder).getNameCount() == 2)
          .filter(Files::isDirectory)
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void printsWhatItPrinted(Path folder) throws IOException {
    copy(folder.resolve("in"), directory);
    CommandRunner runner = new CommandRunner(directory, Map.of("USER", "mei"), 0);
    StringBuilder out = new StringBuilder();
    StringBuilder err = new StringBuilder();
    int status = 0;
    for (String line : Files.readAllLines(folder.resolve("cmd"), UTF_8)) {
      CommandRunner.Outcome outcome = runner.run(ShellWords.split(line));
      out.append(outcome.out());
      err.append(outcome.err());
      status = outcome.status();
    }
    compare(folder.resolve("stdout"), portable(out));
    compare(folder.resolve("stderr"), portable(err));
    compare(folder.resolve("code"), status + "\n");
  }

  @Test
  void everyFileBelongsToACase() throws IOException {
    try (Stream<Path> files = Files.walk(GOLDEN)) {
      List<String> orphans =
          files
              .filter(Files::isRegularFile)
              .map(GOLDEN::relativize)
              .filter(
                  file -> file.getNameCount() < 3 || !PARTS.contains(file.getName(2).toString()))
              .map(Path::toString)
              .toList();
      assertThat(orphans).isEmpty();
    }
  }

  private String portable(StringBuilder text) {
    return text.toString()
        .replace(directory.toString(), "DIRECTORY")
        .replace(System.lineSeparator(), "\n");
  }

  private static void compare(Path file, String actual) throws IOException {
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(file, actual, UTF_8);
    }
    assertThat(actual).as(file.toString()).isEqualTo(Files.readString(file, UTF_8));
  }

  private static void copy(Path from, Path to) throws IOException {
    if (!Files.isDirectory(from)) {
      return;
    }
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path copy = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(copy);
        } else {
          Files.copy(file, copy);
        }
      }
    }
  }
}
