package ballast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.cli.CommandRunner.Outcome;
import ballast.cli.terminal.FailureReport.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class CareOfTheMemoryTest extends CommandTest {

  private static final String COMMANDS =
      """
      align 港口.zh.txt 港口.en.txt --presegmented
      tm approve --contains harbour --by li
      align 港口.zh.txt 港口.en.v2.txt --presegmented
      tm replace harbour port -i
      tm reject --contains fog
      tm replace --regex "([0-9]+)" "<$1>" --in source
      tm delete --contains light --max-confidence 1
      tm restore --all
      tm dedupe --ignore case
      """;

  private int second;

  @Override
  protected CommandRunner runner() {
    Instant now = CommandRunner.NOW.plusSeconds(second++);
    return new CommandRunner(folder, Map.of("USER", "mei"), 0, () -> now, 0);
  }

  private String export() {
    return run(0, "tm export --all").out();
  }

  @Test
  void anUnknownAuthorIsSaidOnceACommand() throws IOException {
    write("a.zh.txt", "开始了。\n");
    write("a.en.txt", "It began.\n");
    CommandRunner nobody = new CommandRunner(folder, Map.of(), 0);
    for (String command : List.of("align a.zh.txt a.en.txt", "tm approve --all", "tm undo")) {
      assertThat(nobody.run(ShellWords.split(command)).err())
          .as(command)
          .containsOnlyOnce("author   unknown:")
          .contains("set BALLAST_AUTHOR");
    }
    assertThat(nobody.run("tm", "list").err()).isEmpty();
    assertThat(nobody.run("tm", "approve", "--all", "--by", "li").err())
        .doesNotContain("author   unknown");
    assertThat(run("tm reject --all").err()).doesNotContain("author   unknown");
  }

  @Test
  void theHistoryDoesNotRepeatWhichMemoryItIsOf() throws IOException {
    write("a.zh.txt", "开始了。\n");
    write("a.en.txt", "It began.\n");
    run("align a.zh.txt a.en.txt --tm other.db");
    run("tm approve --tm other.db --contains began");
    run("tm reject --contains=began --tm=other.db");
    assertThat(run("tm history --tm other.db").out())
        .contains("--contains began")
        .contains("--contains=began")
        .doesNotContain("other.db");
  }

  @Test
  void takingEverythingBackGivesTheSameBytesAtEveryStep() throws IOException {
    Files.createDirectory(folder.resolve("tm"));
    write("港口.zh.txt", "港口有雾。\n12艘船在等。\n12艘船在等。\n灯亮了。\n");
    write("港口.en.txt", "There is fog in the harbour.\n12 ships wait.\n12 Ships wait.\nA light.\n");
    write("港口.en.v2.txt", "Fog lies on the harbour.\n12 ships wait.\n12 Ships wait.\nThe light.\n");
    write("before.zh.txt", "开始了。\n");
    write("before.en.txt", "It began.\n");
    run(0, "align before.zh.txt before.en.txt --presegmented");
    List<String> commands = COMMANDS.lines().toList();
    String[] exports = new String[commands.size() + 1];
    exports[0] = export();
    for (int i = 0; i < commands.size(); i++) {
      run(0, commands.get(i));
      exports[i + 1] = export();
      assertThat(exports[i + 1]).as(commands.get(i)).isNotEqualTo(exports[i]);
    }
    for (int i = commands.size() - 1; i >= 0; i--) {
      run(0, "tm undo");
      assertThat(export()).as("before " + commands.get(i)).isEqualTo(exports[i]);
    }
    for (int i = 0; i < commands.size(); i++) {
      run(0, "tm undo --redo");
      assertThat(export()).as("again " + commands.get(i)).isEqualTo(exports[i + 1]);
    }
    run(0, "tm verify");
  }

  private void alignFog() throws IOException {
    write("a.zh.txt", "港口有雾。\n灯亮了。\n");
    write("a.en.txt", "There is fog.\nA light.\n");
    run("align a.zh.txt a.en.txt --presegmented");
  }

  @Test
  void aHintCanBeRunAsItIsPrinted() throws IOException {
    alignFog();
    run("tm approve --contains fog --by ann");
    run("tm reject --contains fog --by 'Eve Q'");
    Outcome refused = run(ExitCode.FAILED, "tm undo --of ann");
    String hint = refused.err().substring(refused.err().indexOf('`') + 1);
    String command = hint.substring(0, hint.indexOf('`'));
    assertThat(command).isEqualTo("ballast tm undo --of 'Eve Q'");
    run(0, command.substring("ballast ".length()));
    run(0, "tm undo --of ann");
  }

  @Test
  void compactAsksOnATerminal() throws IOException {
    alignFog();
    run("tm delete --contains fog");
    CommandRunner terminal =
        new CommandRunner(folder, Map.of("USER", "mei"), 80, () -> CommandRunner.NOW, 80);
    Outcome refused = terminal.runWithInput("n\n", "tm", "compact");
    assertThat(refused.status()).isEqualTo(ExitCode.FAILED);
    assertThat(refused.err()).contains("1 deleted unit", "cannot be undone", "nothing was removed");
    assertThat(terminal.runWithInput("", "tm", "compact").status()).isEqualTo(ExitCode.FAILED);
    assertThat(run("tm restore --all --dry-run").err()).contains("1 unit");
    assertThat(terminal.runWithInput("yes\n", "tm", "compact").status()).isZero();
    run(ExitCode.FINDINGS, "tm restore --all");
    run(0, "tm verify");
  }
}
