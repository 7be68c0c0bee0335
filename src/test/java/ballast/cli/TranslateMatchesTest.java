package ballast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How {@code ballast translate} counts matches and what it says of them. */
final class TranslateMatchesTest extends CommandTest {

  @BeforeEach
  void fillMemory() throws IOException {
    write("old.zh.txt", "船在清晨离开港口。\n船长一夜没有睡。\n货舱里装着茶叶和瓷器。\n");
    write(
        "old.en.txt",
        """
        The ship left the harbour at dawn.
        The captain had not slept all night.
        The hold was full of tea and porcelain.
        """);
    write(
        "new.zh.txt",
        """
        船在清晨离开港口。
        船长一夜没有睡。
        货舱里装着茶叶和丝绸。
        海鸥 <一只> & 两只都不见了。
        船长一夜没有睡。
        """);
    run(0, "align old.zh.txt old.en.txt --presegmented -q");
  }

  @Test
  void everyCountOfMatchesIsTheSame() throws IOException {
    write("near.zh.txt", "货舱里装着大米和布。\n船长一夜没有睡。\n山上下雪了。\n");
    String counted = run("tm stats --against near.zh.txt").out();
    assertThat(counted).containsPattern("50-74 +1 ");
    for (String least : List.of("50", "70", "100")) {
      assertThat(run("translate", "near.zh.txt", "--min", least, "-n").err()).contains(counted);
    }
  }

  @Test
  void onlyApprovedMatchesInContextAreApproved() throws IOException {
    assertThat(run("translate new.zh.txt").out()).doesNotContain("approved=", "\"final\"");
    run(0, "tm approve --document old -q");
    String approved = run("translate new.zh.txt").out();
    // The second occurrence of the captain stands between other sentences.
    assertThat(approved.split(" approved=\"yes\"", -1)).hasSize(3);
    assertThat(approved).contains("state=\"final\"", "state=\"translated\"");
    assertThat(run("translate new.zh.txt --xliff 2.1").out())
        .contains("state=\"final\" subState=\"ballast:match-10");
  }
}
