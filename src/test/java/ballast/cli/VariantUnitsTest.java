package ballast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.cli.CommandRunner.Outcome;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Units in the other script are left out of a comparison in so many words, or taken. */
final class VariantUnitsTest extends CommandTest {

  private static final String REASON = "traditional characters; --accept-variant accepts it";

  private Outcome diff(int units, String... options) throws IOException {
    StringBuilder old = new StringBuilder("貿易增長了。\tTrade grew.\n".repeat(units));
    write("old.tsv", old.append("我们走吧。\tLet us go.\n"));
    String revised = "貿易增長了。\tTrade rose.\n我们走吧。\tLet us leave.\n";
    write("new.tsv", revised);
    return run(words("diff old.tsv new.tsv", options));
  }

  @Test
  void thousandsOfUnitsAreLeftOutInOneSentence() throws IOException {
    Outcome outcome = diff(3_000);
    assertThat(outcome.err())
        .contains(
            "old.tsv: 3,000 units left out (lines 1, 2, 3 and more): its zh-CN text is in "
                + REASON)
        .contains("new.tsv: line 1, left out: its zh-CN text is in " + REASON);
    assertThat(outcome.err().lines().count()).isEqualTo(4);
    assertThat(outcome.out()).contains("1 edited").doesNotContain("removed");
  }

  @Test
  void choicesAreNamedAsTheyAreWritten() throws IOException {
    assertThat(diff(1, "--fail-on", "nothing").err())
        .contains("expected one of introduced-term, stale but was 'nothing'");
  }

  @Test
  void allLinesAreNamedWhenAskedFor() throws IOException {
    assertThat(diff(5, "-v").err()).contains("5 units left out (lines 1, 2, 3, 4, 5): ");
  }

  @Test
  void theyAreTakenWhenAskedFor() throws IOException {
    Outcome outcome = diff(2, "--accept-variant");
    assertThat(outcome.err()).doesNotContain("left out");
    assertThat(outcome.out()).contains("2 edited, 1 removed");
  }
}
