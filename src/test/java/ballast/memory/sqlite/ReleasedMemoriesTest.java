package ballast.memory.sqlite;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.cli.CommandRunner;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A memory of every released version opens, and nothing of it is lost. {@code releasing.md} says
 * how a release adds its own to the folder: a memory, and what that release has exported from it.
 */
final class ReleasedMemoriesTest {

  private static final Path MEMORIES = Path.of("src/test/resources/memories");

  @TempDir Path folder;

  private static List<String> versions() throws IOException {
    try (Stream<Path> files = Files.list(MEMORIES)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".db.gz"))
          .map(name -> name.substring(0, name.length() - ".db.gz".length()))
          .sorted()
          .toList();
    }
  }

  @Test
  void thereIsOne() throws IOException {
    assertThat(versions()).contains("1.0.0");
  }

  @ParameterizedTest
  @MethodSource("versions")
  void opensAndKeepsEverything(String version) throws Exception {
    Path memory = Files.createDirectories(folder.resolve("tm")).resolve("memory.db");
    try (InputStream in =
        new GZIPInputStream(Files.newInputStream(MEMORIES.resolve(version + ".db.gz")))) {
      Files.copy(in, memory);
    }
    run("tm undo");
    run("tm undo --redo");
    run("tm export -o now.tmx --all");
    assertThat(body(folder.resolve("now.tmx")))
        .isEqualTo(body(MEMORIES.resolve(version + ".tmx")))
        .hasSizeGreaterThan(50);
    run("tm verify");
    assertThat(run("tm history"))
        .contains("aligned", "approved", "replaced", "deleted", "rejected", "imported")
        .contains("mei", "wang");
    assertThat(run("tm history bridge --all")).contains("This spring the new bridge was opened.");
    assertThat(run("tm search 船已经靠岸。")).contains("The boat has landed.");
    assertThat(run("tm restore --contains 孩子们")).contains("restored 1 unit");
  }

  private String run(String line) {
    CommandRunner.Outcome outcome = new CommandRunner(folder).run(line.split(" "));
    assertThat(outcome.status()).as(line + "\n" + outcome.err()).isZero();
    return outcome.out() + outcome.err();
  }

  private static List<String> body(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file, UTF_8);
    return lines.subList(lines.indexOf("  <body>"), lines.size());
  }
}
