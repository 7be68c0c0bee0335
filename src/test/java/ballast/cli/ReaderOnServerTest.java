package ballast.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.cli.terminal.ExitCode;
import ballast.memory.postgres.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A reader of a memory on a server is told so by every command that writes, or only tries to. */
final class ReaderOnServerTest {

  private static final String COMMANDS =
      """
      tm edit UNIT --target X.
      tm approve --all
      tm reject --contains fog
      tm delete --contains fog
      tm replace fog mist
      tm dedupe
      tm undo
      tm compact
      tm import 港口.tsv
      tm join UNIT OTHER
      """;

  @TempDir Path folder;

  @Test
  void whatAReaderMayNotDoIsSaidWhetherItIsTriedOrDone() throws IOException {
    String address = PostgresServer.get().memory(folder).toString();
    assertThat(address).contains("user=tester");
    write("港口.zh.txt", "港口有雾。\n船在等。\n灯亮了。\n");
    write("港口.en.txt", "There is fog.\nThe ships wait.\nA lamp is lit.\n");
    write("港口.tsv", "甲。\tA.\n");
    CommandRunner owner = runner(address);
    run(owner, "tm", "init", address);
    run(owner, "align", "港口.zh.txt", "港口.en.txt", "--presegmented");
    run(owner, "tm", "roles", address, "--grant", "reader", "--to", "dan");
    String units = run(owner, "tm", "export");
    String[] ids = units.replaceAll("(?s)<tu[ >].*?tuid=\"", "\0").split("\0");
    String unit = ids[1].substring(0, ids[1].indexOf('"'));
    String other = ids[2].substring(0, ids[2].indexOf('"'));
    CommandRunner dan = runner(address.replace("user=tester", "user=dan"));
    for (String line : COMMANDS.lines().toList()) {
      String command = line.replace("UNIT", unit).replace("OTHER", other);
      for (String each : new String[] {command + " --dry-run", command}) {
        CommandRunner.Outcome outcome = dan.run(ShellWords.split(each));
        assertThat(outcome.status()).as(each + outcome.err()).isEqualTo(ExitCode.FAILED);
        assertThat(outcome.err())
            .as(each)
            .contains("the user \"dan\" is a reader of it")
            .contains("only a translator or a maintainer writes to it")
            .contains("try:   ask ")
            .contains("tester")
            .doesNotContain("permission denied");
        assertThat(outcome.out()).as(each).isEmpty();
      }
    }
    assertThat(run(owner, "tm", "export")).isEqualTo(units);
  }

  private CommandRunner runner(String address) {
    return new CommandRunner(folder, Map.of("USER", "mei", "BALLAST_TM", address), 0);
  }

  private static String run(CommandRunner runner, String... args) {
    CommandRunner.Outcome outcome = runner.run(args);
    assertThat(outcome.status()).as(outcome.err()).isZero();
    return outcome.out();
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text, UTF_8);
  }
}
