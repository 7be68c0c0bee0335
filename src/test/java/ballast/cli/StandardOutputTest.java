package ballast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.cli.terminal.FailureReport.ExitCode;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What cannot be written to standard output is an error of every command. */
final class StandardOutputTest {

  @TempDir static Path filled;

  @TempDir Path folder;

  @BeforeAll
  static void fill() throws IOException {
    EveryFile.fill(filled, "", "", "");
  }

  /** Fails as a full disk does, when much has come or at the end. */
  private static final class Failing extends Writer {

    private final String reason;

    Failing(String reason) {
      this.reason = reason;
    }

    @Override
    public void write(char[] characters, int offset, int length) throws IOException {
      if (length > 0) {
        throw new IOException(reason);
      }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  @ParameterizedTest
  @FieldSource("ballast.cli.EveryCommand#LINES")
  void aFullDiskIsAnErrorAndAClosedPipeIsNone(String line) throws IOException {
    String[] args = line.split(" ");
    CommandRunner.Outcome usual = runner("usual").run(args);
    if (usual.out().isEmpty()) {
      return;
    }
    CommandRunner.Outcome full =
        runner("full").runInto(new Failing("No space left on device"), args);
    assertThat(full.status()).isEqualTo(ExitCode.FAILED);
    assertThat(full.err())
        .containsOnlyOnce("error: cannot write to standard output: No space left on device")
        .doesNotContain("internal error");

    CommandRunner.Outcome closed = runner("closed").runInto(new Failing("Broken pipe"), args);
    assertThat(closed.status()).isEqualTo(usual.status());
    assertThat(closed.err()).isEqualTo(usual.err());
  }

  /** Whoever waits for the address must not wait for ever. */
  @Test
  void aServerWhoseAddressCannotBeWrittenEnds() throws IOException {
    CommandRunner.Outcome full =
        runner("server")
            .runInto(new Failing("No space left on device"), "serve", "--port", "0", "tm");
    assertThat(full.status()).isEqualTo(ExitCode.FAILED);
    assertThat(full.err()).contains("cannot write to standard output: No space left on device");
  }

  private CommandRunner runner(String name) throws IOException {
    EveryFile.copy(filled, folder.resolve(name));
    FakeSpark spark = FakeSpark.ofCorpus(folder.resolve(name + " spark"), "");
    return new CommandRunner(folder.resolve(name), spark.environment(), 0);
  }

  @Tag("slow")
  @Test
  void everyCommandThatPrintsIsTried() throws IOException {
    Set<String> commands =
        new CommandRunner(folder)
            .commands()
            .filter(command -> command.subcommands().isEmpty())
            .map(command -> command.qualifiedName().replaceFirst("^ballast ", ""))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> silent =
        Set.of(
            "git install",
            "git merge",
            "git uninstall",
            "glossary add",
            "glossary edit",
            "glossary remove");
    commands.removeAll(Set.of("mcp", "open", "serve")); // other programs ask them
    // They need a server: see ManualTest, or settings that name one: see ForeignSettingsTest.
    commands.removeAll(Set.of("tm init", "tm roles", "tm trust"));
    Set<String> tried = new TreeSet<>();
    int number = 0;
    for (String line : EveryCommand.LINES) {
      if (!runner("try" + number++).run(line.split(" ")).out().isEmpty()) {
        commands.stream()
            .filter(command -> (line + " ").startsWith(command + " "))
            .forEach(tried::add);
      }
    }
    commands.removeAll(silent);
    assertThat(tried).isEqualTo(commands);
  }
}
