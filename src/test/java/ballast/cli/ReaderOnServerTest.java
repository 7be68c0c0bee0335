package ballast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.FolderTest;
import ballast.cli.CommandRunner.Outcome;
import ballast.cli.terminal.FailureReport.ExitCode;
import ballast.memory.postgres.PostgresServer;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What a member of a team may not do with a memory on a server is said, in the same words, by every
 * command that does it, or only tries to.
 */
@Tag("postgres")
final class ReaderOnServerTest extends FolderTest {

  private static final String WRITERS = "only a translator or a maintainer writes to it";

  /** What a reader may not do, and for what role he has to ask. */
  private static final String OF_READERS =
      """
      tm edit UNIT --target X. = WRITERS
      tm approve --all = WRITERS
      tm reject --contains fog = WRITERS
      tm delete --contains fog = WRITERS
      tm replace fog mist = WRITERS
      tm dedupe = WRITERS
      tm undo = WRITERS
      tm compact = only a maintainer removes what is kept for the history
      tm import 港口.tsv = only a maintainer imports units
      tm join UNIT OTHER = WRITERS
      align 港口.zh.txt 港口.en.txt = WRITERS
      """;

  private static final String OF_TRANSLATORS =
      """
      tm edit UNIT --source 雾。 = only a maintainer changes the source of a unit
      tm replace 雾 霾 --in source = only a maintainer changes the source of a unit
      tm import 港口.tsv = only a maintainer imports units
      tm compact = only a maintainer removes what is kept for the history
      tm undo --of tester = only a maintainer takes back or does again a command of "tester"
      """;

  private String address = "";
  private String units = "";
  private String unit = "";
  private String other = "";

  @BeforeEach
  void fill() throws IOException {
    address = PostgresServer.get().memory(folder).toString();
    assertThat(address).contains("user=tester");
    write("港口.zh.txt", "港口有雾。\n船在等。\n灯亮了。\n");
    write("港口.en.txt", "There is fog.\nThe ships wait.\nA lamp is lit.\n");
    write("港口.tsv", "甲。\tA.\n");
    CommandRunner owner = runner("tester");
    run(owner, "tm", "init", address);
    run(owner, "align", "港口.zh.txt", "港口.en.txt", "--presegmented");
    run(owner, "tm", "roles", address, "--grant", "reader", "--to", "dan");
    run(owner, "tm", "roles", address, "--grant", "translator", "--to", "ann");
    units = run(owner, "tm", "export");
    String[] ids = units.replaceAll("(?s)<tu[ >].*?tuid=\"", "\0").split("\0");
    unit = ids[1].substring(0, ids[1].indexOf('"'));
    other = ids[2].substring(0, ids[2].indexOf('"'));
  }

  @Test
  void whatAReaderMayNotDoIsSaidWhetherItIsTriedOrDone() {
    assertRefused("dan", OF_READERS, "the user \"dan\" is a reader of it, and ");
    Outcome rebuilt = runner("dan").run("tm", "verify", "--rebuild");
    assertThat(rebuilt.status()).isEqualTo(ExitCode.FAILED);
    assertThat(rebuilt.err())
        .contains("the user \"dan\" is a reader of it, and only a maintainer rebuilds the index");
  }

  @Test
  void whatATranslatorMayNotDoIsSaidWhetherItIsTriedOrDone() {
    assertRefused("ann", OF_TRANSLATORS, "the user \"ann\" may not do that (");
    for (String line :
        List.of("tm edit UNIT --target X.", "tm replace fog mist", "tm join UNIT OTHER")) {
      Outcome outcome = runner("ann").run(words(line + " --dry-run"));
      assertThat(outcome.status()).as(line + outcome.err()).isZero();
    }
  }

  @Test
  void aRetiredUnitIsNotEdited() {
    run(runner("ann"), "tm", "join", unit, other);
    for (String option : List.of(" --dry-run", "")) {
      Outcome outcome = runner("ann").run(words("tm edit OTHER --target X." + option));
      assertThat(outcome.status()).isEqualTo(ExitCode.FAILED);
      assertThat(outcome.err())
          .contains("unit " + other + " is retired: the article \"港口\" is without it")
          .contains("is without it (", ", ann)", "edit what has its text now, unit " + unit)
          .contains("`ballast tm undo`");
    }
  }

  private void assertRefused(String user, String commands, String who) {
    for (String line : commands.replace("WRITERS", WRITERS).lines().toList()) {
      int reason = line.indexOf(" = ");
      for (String option : List.of(" --dry-run", "")) {
        String command = line.substring(0, reason) + option;
        Outcome outcome = runner(user).run(words(command));
        assertThat(outcome.status()).as(command + outcome.err()).isEqualTo(ExitCode.FAILED);
        assertThat(outcome.err())
            .as(command)
            .contains(who + line.substring(reason + 3))
            .contains("try:   ask ")
            .contains("tester")
            .doesNotContain("permission denied");
        assertThat(outcome.out()).as(command).isEmpty();
      }
    }
    assertThat(run(runner("tester"), "tm", "export")).isEqualTo(units);
  }

  private String[] words(String command) {
    return ShellWords.split(command.replace("UNIT", unit).replace("OTHER", other));
  }

  private CommandRunner runner(String user) {
    String memory = address.replace("user=tester", "user=" + user);
    return new CommandRunner(folder, Map.of("USER", "mei", "BALLAST_TM", memory), 0);
  }

  private static String run(CommandRunner runner, String... args) {
    Outcome outcome = runner.run(args);
    assertThat(outcome.status()).as(outcome.err()).isZero();
    return outcome.out();
  }
}
