package ballast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.FolderTest;
import ballast.cli.CommandRunner.Outcome;
import ballast.cli.terminal.FailureReport.ExitCode;
import ballast.memory.postgres.PostgresServer;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a command advises of a memory in a file is not always what helps with one on a server. */
@Tag("postgres")
final class AdviceOnServerTest extends FolderTest {

  private String address = "";

  @BeforeEach
  void fill() throws IOException {
    address = PostgresServer.get().memory(folder).toString();
    write("港口.zh.txt", "港口有雾。\n船在等。\n");
    write("港口.en.txt", "There is fog.\nThe ships wait.\n");
    write("港口.tsv", "甲。\tA.\n");
    assertThat(run("tester", "tm", "init", address).status()).isZero();
  }

  private Outcome run(String user, String... args) {
    String memory = address.replace("user=tester", "user=" + user);
    return new CommandRunner(folder, Map.of("USER", "mei", "BALLAST_TM", memory), 0).run(args);
  }

  @Test
  void aDamagedMemoryIsRestoredByItsAdministrator() {
    PostgresServer.get()
        .execute("DROP INDEX " + PostgresServer.get().memory(folder).memory() + ".unit_target_key");
    Outcome outcome = run("tester", "tm", "verify");
    assertThat(outcome.status()).isEqualTo(ExitCode.FINDINGS);
    assertThat(outcome.err())
        .contains("`ballast tm export` or `ballast tm copy` saves what can be read")
        .contains("have whoever administers the server restore a backup")
        .doesNotContain("--salvage");
  }

  @Test
  void anAuthorWhomTheServerDoesNotNoteIsNamedOnce() {
    for (String command : new String[] {"align 港口.zh.txt 港口.en.txt", "tm import 港口.tsv"}) {
      String warning = "--author \"zoe\" is not noted";
      assertThat(run("tester", ShellWords.split(command + " --author zoe")).err())
          .containsOnlyOnce(warning)
          .contains("a memory on a server notes the user of the connection, \"tester\"");
      for (String quiet : new String[] {" --author tester", " --author zoe --dry-run", ""}) {
        assertThat(run("tester", ShellWords.split(command + quiet)).err())
            .as(command + quiet)
            .doesNotContain("is not noted");
      }
    }
    assertThat(run("tester", "tm", "history").out()).contains("tester").doesNotContain("zoe");
  }

  @Test
  void soIsOneOfAnEdit() {
    assertThat(run("tester", "tm", "import", "港口.tsv").status()).isZero();
    for (String command :
        new String[] {"tm approve --all", "tm undo", "tm compact --yes", "check --fix --apply"}) {
      Outcome outcome = run("tester", ShellWords.split(command + " --by zoe"));
      assertThat(outcome.status()).as(outcome.err()).isNotEqualTo(ExitCode.FAILED);
      assertThat(outcome.err()).containsOnlyOnce("--by \"zoe\" is not noted");
    }
    for (String quiet :
        new String[] {
          "tm approve --all --by tester", "tm reject --all -n --by zoe", "check --fix --by zoe"
        }) {
      assertThat(run("tester", ShellWords.split(quiet)).err())
          .as(quiet)
          .doesNotContain("is not noted");
    }
  }

  @Test
  void onlyTheOwnerCopiesIntoAMemory() {
    String file = folder.resolve("file.db").toString();
    assertThat(run("tester", "tm", "import", "港口.tsv", "--tm", file).status()).isZero();
    for (String role : new String[] {"maintainer", "translator", "reader"}) {
      run("tester", "tm", "roles", address, "--grant", role, "--to", "bob");
      Outcome copied = run("bob", "tm", "copy", file, address.replace("user=tester", "user=bob"));
      assertThat(copied.status()).isEqualTo(ExitCode.FAILED);
      assertThat(copied.err()).contains("only the owner copies into it").contains("ask ");
    }
    Outcome copied = run("tester", "tm", "copy", file, address);
    assertThat(copied.status()).as(copied.err()).isZero();
  }
}
