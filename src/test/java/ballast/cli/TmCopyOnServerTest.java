package ballast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.cli.CommandRunner.Outcome;
import ballast.cli.terminal.FailureReport.ExitCode;
import ballast.memory.postgres.PostgresServer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Of what it makes on a server, {@code tm copy} says what {@code tm init} does. */
@Tag("postgres")
final class TmCopyOnServerTest extends CommandTest {

  private String owners = "";
  private String anns = "";
  private String name = "";

  @BeforeEach
  void fill() throws IOException {
    owners = PostgresServer.get().memory(folder).toString();
    anns = owners.replace("user=tester", "user=ann");
    name = owners.substring(owners.indexOf("memory=") + "memory=".length());
    write("港口.tsv", "甲。\tA.\n");
    run(0, "tm", "import", "港口.tsv", "--tm", "here.db");
  }

  private String creation(String role) {
    return "CREATE ROLE " + name + "_" + role + " NOLOGIN ADMIN ann";
  }

  @Test
  void whatHasBeenMadeIsSaid() {
    Outcome copied = run(0, "tm", "copy", "here.db", owners);
    assertThat(copied.err())
        .contains("made an empty memory", "made the role " + name + "_reader", "copied 1 unit");
    assertThat(copied.out()).isEmpty();
  }

  @Test
  void missingRolesAreForAnAdministrator() {
    PostgresServer.get().execute("CREATE SCHEMA " + name + " AUTHORIZATION ann");
    Outcome copied = run(ExitCode.FINDINGS, "tm", "copy", "here.db", anns);
    assertThat(copied.out().lines())
        .containsExactly(
            creation("reader") + ";", creation("translator") + ";", creation("maintainer") + ";");
    assertThat(copied.err())
        .contains("an administrator of the server has to run this; then run `ballast tm init`")
        .contains("copied 1 unit");
    assertThat(run(ExitCode.FINDINGS, "tm", "init", anns).out()).isEqualTo(copied.out());
  }

  @Test
  void withoutASchemaNothingIsCopied() {
    Outcome copied = run(ExitCode.FAILED, "tm", "copy", "here.db", anns);
    assertThat(copied.out().lines())
        .hasSize(4)
        .contains("CREATE SCHEMA \"" + name + "\" AUTHORIZATION ann;");
    assertThat(copied.err()).contains("then run the command again:").doesNotContain("copied");
    assertThat(run(ExitCode.FAILED, "tm", "copy", "here.db", anns, "--json").out())
        .contains("\"units\":0,\"exists\":false,\"done\":[],\"statements\":[\"CREATE ROLE ");
    Arrays.stream(copied.out().split(";\n", -1))
        .filter(statement -> !statement.isEmpty())
        .forEach(PostgresServer.get()::execute);
    run(0, "tm", "copy", "here.db", anns);
  }

  /** No two letters are the same, so that no server can shorten it. */
  @Test
  void aNameThatNoServerKeepsIsRefusedBeforeAnythingIsMade() throws IOException {
    StringBuilder letters = new StringBuilder();
    for (int i = 0; i < 2_000; i++) {
      letters.append((char) (0x4E00 + i * 7919 % 20_000));
    }
    String document = letters.toString();
    write("a.txt", "港口有雾。\n");
    write("b.txt", "There is fog.\n");
    write("long.tsv", "source\ttarget\tdocument\n雾。\tFog.\t" + document.substring(0, 900) + "\n");
    List<String> align = List.of("align", "a.txt", "b.txt", "--document", document);
    List<String> units = List.of("tm", "import", "long.tsv");
    for (List<String> command : List.of(align, units)) {
      List<String> line = new ArrayList<>(command);
      String file = "of " + command.get(1) + ".db";
      line.addAll(List.of("--tm", file));
      run(0, line.toArray(String[]::new));
      assertThat(run(ExitCode.FAILED, "tm", "copy", file, owners).err())
          .contains("the name of a document has more than 2,600 bytes")
          .contains("give the document a shorter name")
          .doesNotContain("made");
      assertThat(run("tm", "roles", owners).err()).contains("there is no memory");
    }
    run(0, "tm", "init", owners);
    for (List<String> command : List.of(align, units)) {
      List<String> line = new ArrayList<>(command);
      line.addAll(List.of("--tm", owners));
      assertThat(run(ExitCode.FAILED, line.toArray(String[]::new)).err())
          .contains("the name of a document has more than 2,600 bytes");
    }
    String most = document.substring(0, 866);
    run(0, "align", "a.txt", "b.txt", "--document", most, "--tm", owners);
  }

  @Test
  void whoHasNoRoleIsToldSo() {
    run(0, "tm", "init", owners);
    for (String command : new String[] {"tm init URL", "tm copy here.db URL", "tm roles URL"}) {
      Outcome refused = run(command.replace("URL", owners.replace("tester", "dan")).split(" ", -1));
      assertThat(refused.status()).as(command).isEqualTo(ExitCode.FAILED);
      assertThat(refused.err())
          .as(command)
          .contains("the user has no role in it", "ask an administrator of the memory: tester");
    }
  }
}
