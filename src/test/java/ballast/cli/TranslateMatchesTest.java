package ballast.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How {@code ballast translate} counts matches and what it says of them. */
final class TranslateMatchesTest {

  @TempDir Path folder;

  private CommandRunner runner = new CommandRunner(Path.of("."));

  @BeforeEach
  void fillMemory() throws IOException {
    runner = new CommandRunner(folder);
    Files.writeString(folder.resolve("old.zh.txt"), "船在清晨离开港口。\n船长一夜没有睡。\n货舱里装着茶叶和瓷器。\n", UTF_8);
    Files.writeString(
        folder.resolve("old.en.txt"),
        """
        The ship left the harbour at dawn.
        The captain had not slept all night.
        The hold was full of tea and porcelain.
        """,
        UTF_8);
    Files.writeString(
        folder.resolve("new.zh.txt"),
        """
        船在清晨离开港口。
        船长一夜没有睡。
        货舱里装着茶叶和丝绸。
        海鸥 <一只> & 两只都不见了。
        船长一夜没有睡。
        """,
        UTF_8);
    run("align", "old.zh.txt", "old.en.txt", "--presegmented", "-q");
  }

  @Test
  void everyCountOfMatchesIsTheSame() throws IOException {
    Files.writeString(folder.resolve("near.zh.txt"), "货舱里装着大米和布。\n船长一夜没有睡。\n山上下雪了。\n", UTF_8);
    String counted = runner.run("tm", "stats", "--against", "near.zh.txt").out();
    assertThat(counted).containsPattern("50-74 +1 ");
    for (String least : List.of("50", "70", "100")) {
      assertThat(runner.run("translate", "near.zh.txt", "--min", least, "-n").err())
          .contains(counted);
    }
  }

  @Test
  void onlyApprovedMatchesInContextAreApproved() throws IOException {
    assertThat(runner.run("translate", "new.zh.txt").out())
        .doesNotContain("approved=", "\"final\"");
    run("tm", "approve", "--document", "old", "-q");
    String approved = runner.run("translate", "new.zh.txt").out();
    // The second occurrence of the captain stands between other sentences.
    assertThat(approved.split(" approved=\"yes\"", -1)).hasSize(3);
    assertThat(approved).contains("state=\"final\"", "state=\"translated\"");
    assertThat(runner.run("translate", "new.zh.txt", "--xliff", "2.1").out())
        .contains("state=\"final\" subState=\"ballast:match-10");
  }

  private void run(String... command) {
    CommandRunner.Outcome outcome = runner.run(command);
    assertThat(outcome.status()).as(outcome.err()).isZero();
  }
}
