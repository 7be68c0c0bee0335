package ballast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.cli.CommandRunner.Outcome;
import ballast.cli.terminal.FailureReport.ExitCode;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names, commands and forms on a command line. */
final class CommandLineTest extends CommandTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "search 桥 | ballast search | ballast tm search, or ballast glossary search",
        "stats | ballast stats | ballast tm stats, or ballast glossary stats",
        "import units.tmx | ballast import | 'ballast tm import, or ballast glossary import, or"
            + " ballast review import'",
        "export -o units.tmx | ballast export | 'ballast tm export, or ballast glossary export, or"
            + " ballast review export'",
        "undo | ballast undo | ballast tm undo",
        "alin a b | ballast alin | ballast align",
        "serch 桥 | ballast serch | ballast tm search, or ballast glossary search",
        "veryfy | ballast veryfy | ballast tm verify",
        "undoo | ballast undoo | ballast tm undo",
        "concordence | ballast concordence | ballast tm concordance",
        "chekc | ballast chekc | ballast check",
        "lnit | ballast lnit | ballast tm init, or ballast glossary lint",
        "concord | ballast concord | ballast tm concordance",
        "al | ballast al | ballast align",
        "tm serch | ballast tm serch | ballast tm search",
        "tm exprot | ballast tm exprot | ballast tm export",
        "tm explain | ballast tm explain | ballast explain, or ballast lexicon explain",
        "tm zzz | ballast tm zzz | ballast tm --help",
        "zzz | ballast zzz | ballast --help",
        "tm rebuild | ballast tm rebuild | ballast tm verify --rebuild",
        "rebuild --tm x.db | ballast rebuild | ballast tm verify --rebuild",
        "tm redo | ballast tm redo | ballast tm undo --redo",
        "tm all | ballast tm all | ballast tm --help",
        "help tm nonsense | ballast tm nonsense | ballast tm --help",
        "help search | ballast search | ballast tm search, or ballast glossary search",
        "help tm search more | ballast tm search more | ballast tm search --help"
      })
  void theCommandThatMayBeMeantIsNamed(String line, String named, String hint) {
    Outcome outcome = run(ExitCode.FAILED, ShellWords.split(line));
    assertThat(outcome.err())
        .contains("there is no command \"" + named + "\"")
        .contains("try:   " + hint);
    assertThat(outcome.out()).isEmpty();
  }

  @Test
  void itsFileIsNotAListOfArguments() throws IOException {
    write("@a.zh.txt", "船走了。\n");
    write("a.zh.txt", "--no-such-option\n");
    Outcome outcome = run("split @a.zh.txt");
    assertThat(outcome.err()).doesNotContain("no-such-option");
    assertThat(outcome.out()).contains("船走了。");
    assertThat(outcome.status()).isZero();
  }
}
