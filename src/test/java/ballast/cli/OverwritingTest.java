package ballast.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.cli.CommandRunner.Outcome;
import ballast.cli.option.OutputOptions.OutputGuard;
import ballast.cli.terminal.FailureReport.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/** No output replaces what a command reads or a project lives on, not even with {@code --force}. */
final class OverwritingTest extends CommandTest {

  @BeforeEach
  void fill() throws IOException {
    EveryFile.fill(folder, "", "", "");
    write("ballast.toml", "[rules]\n");
    Files.createLink(folder.resolve("hard.tsv"), folder.resolve("a.en.txt"));
    Files.createSymbolicLink(folder.resolve("soft.tsv"), Path.of("glossary/g.csv"));
    Files.createLink(folder.resolve("hard.toml"), folder.resolve("ballast.toml"));
    Files.createLink(folder.resolve("hard.db"), folder.resolve("tm/memory.db"));
    Files.createSymbolicLink(folder.resolve("here"), Path.of("."));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "align a.zh.txt a.en.txt --format tsv -o a.en.txt",
        "align a.zh.txt a.en.txt --format tsv -o here/tm/../a.zh.txt",
        "align a.zh.txt a.en.txt -o hard.tsv",
        "align . --format tsv -o a.en.txt",
        "align here --format tsv -o a.en.txt",
        "align . -o hard.tsv --no-tm",
        "align a.zh.txt a.en.txt --corrections units.tsv --format tsv -o units.tsv",
        "align --pairs pairs.tsv -o pairs.tsv",
        "align --pairs pairs.tsv -o hard.tsv",
        "align . --report pairs.tsv -o hard.toml --format tsv",
        "align --pairs pairs.tsv --report pairs.tsv",
        "align a.zh.txt a.en.txt --tm new.db --format tsv -o new.db",
        "check a.zh.txt a.en.txt --glossary terms.csv --format csv -o terms.csv",
        "check a.zh.txt a.en.txt --config settings.toml --format csv -o settings.toml",
        "check a.zh.txt a.en.txt -o soft.tsv",
        "diff a.en.txt b.en.txt --source a.zh.txt --format csv -o a.zh.txt",
        "split a.en.txt --srx rules.srx -o rules.srx",
        "convert units.tmx units.tmx",
        "convert units.tmx here/units.tmx",
        "tm export --format tsv -o tm/memory.db",
        "tm export --format tsv -o tm/../hard.db",
        "tm export --format tsv -o ballast.toml",
        "tm export --format tsv -o hard.toml",
        "tm export -o soft.tsv",
        "tm import units.tmx --rejected units.tmx",
        "glossary export --format csv -o soft.tsv",
        "glossary import glossary/g.csv",
        "glossary import terms.csv -o terms.csv",
        "lexicon train units.tsv:3 -o units.tsv"
      })
  void itIsRefusedAndNothingChanges(String line) throws IOException {
    String before = contents();
    assertThat(run(ExitCode.FAILED, (line + " --force").split(" ")).err())
        .containsPattern("cannot write|is never replaced");
    assertThat(contents()).isEqualTo(before);
  }

  private String contents() throws IOException {
    StringBuilder contents = new StringBuilder();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        if (!file.toString().matches(".*-(wal|shm)")) {
          contents.append(file).append(Arrays.hashCode(Files.readAllBytes(file)));
        }
      }
    }
    return contents.toString();
  }

  @Test
  void theFirstCommandOfTheReadmeWorksTwice() throws IOException {
    for (int i = 0; i < 2; i++) {
      Outcome outcome = run(1, "align . -o all.tmx"); // some texts have no counterpart
      assertThat(outcome.err()).contains("wrote    all.tmx");
    }
    assertThat(run("tm export -o units.tmx").err()).contains("already exists and was not changed");
  }

  @Test
  void otherOutputsAreReplacedWithForce() {
    run(0, "tm export -o units.tmx --force");
    run(0, "tm export -o b.en.txt --format tsv --force");
  }

  @Test
  void standardOutputHasOtherNames() {
    assertThat(run(0, "tm export --format tsv -o /dev/stdout").out())
        .isEqualTo(run("tm export --format tsv").out());
  }

  /** A new option for an output must be known to the guard. */
  @Test
  void everyOutputIsGuarded() {
    Set<String> unguarded = new TreeSet<>();
    runner().commands().forEach(command -> collect(command, unguarded));
    assertThat(unguarded).isEmpty();
  }

  private static void collect(CommandSpec command, Set<String> unguarded) {
    for (ArgSpec arg : command.args()) {
      String says = String.join(" ", arg.description());
      if (says.matches("(?i)(Also )?(Write .*(there|to|as)\\b|.*\\bto write\\b).*")
          && arg.arity().max() > 0
          && !OutputGuard.isOutput(arg)) {
        unguarded.add(command.qualifiedName() + ": " + says);
      }
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void theFileThatStandardInputComesFromIsKept() throws Exception {
    Path file = folder.resolve("a.zh.txt");
    byte[] before = Files.readAllBytes(file);
    Path messages = folder.resolve("messages");
    Process process =
        program("split", "-", "-o", "a.zh.txt", "--force")
            .redirectInput(file.toFile())
            .redirectError(messages.toFile())
            .start();
    assertThat(process.waitFor()).isEqualTo(2);
    assertThat(Files.readString(messages, UTF_8))
        .contains("\"a.zh.txt\": it is read by this command");
    assertThat(file).hasBinaryContent(before);
  }
}
