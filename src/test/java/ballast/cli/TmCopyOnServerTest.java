package ballast.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.cli.terminal.ExitCode;
import ballast.memory.postgres.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of what it makes on a server, {@code tm copy} says what {@code tm init} does. */
final class TmCopyOnServerTest {

  @TempDir Path folder;
  private CommandRunner runner = new CommandRunner(Path.of(""), Map.of(), 0);
  private String owners = "";
  private String anns = "";
  private String name = "";

  @BeforeEach
  void fill() throws IOException {
    runner = new CommandRunner(folder, Map.of("USER", "mei"), 0);
    owners = PostgresServer.get().memory(folder).toString();
    anns = owners.replace("user=tester", "user=ann");
    name = owners.substring(owners.indexOf("memory=") + "memory=".length());
    Files.writeString(folder.resolve("港口.tsv"), "甲。\tA.\n", UTF_8);
    assertThat(run("tm", "import", "港口.tsv", "--tm", "here.db").status()).isZero();
  }

  private CommandRunner.Outcome run(String... args) {
    return runner.run(args);
  }

  private String creation(String role) {
    return "CREATE ROLE " + name + "_" + role + " NOLOGIN ADMIN ann";
  }

  @Test
  void whatHasBeenMadeIsSaid() {
    CommandRunner.Outcome copied = run("tm", "copy", "here.db", owners);
    assertThat(copied.status()).as(copied.err()).isZero();
    assertThat(copied.err())
        .contains("made an empty memory", "made the role " + name + "_reader", "copied 1 unit");
    assertThat(copied.out()).isEmpty();
  }

  @Test
  void missingRolesAreForAnAdministrator() {
    PostgresServer.get().execute("CREATE SCHEMA " + name + " AUTHORIZATION ann");
    CommandRunner.Outcome copied = run("tm", "copy", "here.db", anns);
    assertThat(copied.status()).as(copied.err()).isEqualTo(ExitCode.FINDINGS);
    assertThat(copied.out().lines())
        .containsExactly(
            creation("reader") + ";", creation("translator") + ";", creation("maintainer") + ";");
    assertThat(copied.err())
        .contains("an administrator of the server has to run this; then run `ballast tm init`")
        .contains("copied 1 unit");
    CommandRunner.Outcome made = run("tm", "init", anns);
    assertThat(made.status()).isEqualTo(ExitCode.FINDINGS);
    assertThat(made.out()).isEqualTo(copied.out());
  }

  @Test
  void withoutASchemaNothingIsCopied() {
    CommandRunner.Outcome copied = run("tm", "copy", "here.db", anns);
    assertThat(copied.status()).isEqualTo(ExitCode.FAILED);
    assertThat(copied.out().lines())
        .hasSize(4)
        .contains("CREATE SCHEMA \"" + name + "\" AUTHORIZATION ann;");
    assertThat(copied.err()).contains("then run the command again:").doesNotContain("copied");
    CommandRunner.Outcome json = run("tm", "copy", "here.db", anns, "--json");
    assertThat(json.status()).isEqualTo(ExitCode.FAILED);
    assertThat(json.out())
        .contains("\"units\":0,\"exists\":false,\"done\":[],\"statements\":[\"CREATE ROLE ");
    Arrays.stream(copied.out().split(";\n", -1))
        .filter(statement -> !statement.isEmpty())
        .forEach(PostgresServer.get()::execute);
    assertThat(run("tm", "copy", "here.db", anns).status()).isZero();
  }

  @Test
  void whoHasNoRoleIsToldSo() {
    assertThat(run("tm", "init", owners).status()).isZero();
    for (String command : new String[] {"tm init URL", "tm copy here.db URL", "tm roles URL"}) {
      CommandRunner.Outcome refused =
          run(command.replace("URL", owners.replace("tester", "dan")).split(" ", -1));
      assertThat(refused.status()).as(command).isEqualTo(ExitCode.FAILED);
      assertThat(refused.err())
          .as(command)
          .contains("the user has no role in it", "ask an administrator of the memory: tester");
    }
  }
}
