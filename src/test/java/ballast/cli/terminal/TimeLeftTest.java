package ballast.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.cli.terminal.TerminalNotices.TimeLeft;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TimeLeftTest {

  private final TimeLeft left = new TimeLeft();
  private int second;
  private long done = 1;

  /** What is said in each of so many seconds of work at a pace. */
  private List<String> work(int seconds, int pace, long all) {
    List<String> said = new ArrayList<>();
    for (int i = 0; i < seconds; i++) {
      Duration elapsed = Duration.ofSeconds(second++);
      left.see(elapsed, done, all);
      said.add(left.words(elapsed));
      done += pace;
    }
    return said;
  }

  @Test
  void itIsSilentUntilItCanTell() {
    assertThat(work(6, 10, 601)).containsExactly("", "", "", "", "", ", about 60 s left");
  }

  @Test
  void itIsSilentUntilATwentiethIsDone() {
    List<String> said = work(100, 1, 1_000);
    assertThat(said.subList(0, 50)).containsOnly("");
    assertThat(said.get(51)).isEqualTo(", about 16 minutes left");
  }

  @Test
  void itCountsDownInStepsOfTenAndEndsTenSecondsBefore() {
    work(20, 10, 601);
    assertThat(work(41, 10, 601).stream().distinct())
        .containsExactly(
            ", about 40 s left", ", about 30 s left", ", about 20 s left", ", about 10 s left", "");
  }

  @Test
  void manySecondsAreMinutesAndManyMinutesHours() {
    assertThat(work(60, 10, 6_001)).endsWith(", about 9 minutes left");
    assertThat(new TimeLeftTest().work(1_000, 10, 100_001)).endsWith(", about 3 hours left");
  }

  @Test
  void whatCameBeforeTheFirstWorkDoneDoesNotCount() {
    left.see(Duration.ZERO, 0, 601);
    second = 300;
    assertThat(work(6, 10, 601)).endsWith(", about 60 s left");
  }

  @Test
  void aPaceThatJumpsIsNoGroundForAnEstimate() {
    List<String> said = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      said.addAll(work(1, i % 5 == 0 ? 2_000 : 1, 100_000));
    }
    assertThat(said.subList(0, 8)).containsOnly("");
  }

  @Test
  void aFasterPaceShortensIt() {
    assertThat(work(20, 10, 2_001)).endsWith(", about 3 minutes left");
    List<String> said = work(40, 40, 2_001);
    assertThat(said).contains(", about 20 s left").doesNotContain(", about 4 minutes left");
  }

  @Test
  void aSlightlySlowerPaceDoesNotPutTheTimeUp() {
    work(30, 10, 901);
    assertThat(work(10, 9, 901)).doesNotContain(", about 70 s left", ", about 80 s left");
  }

  @Test
  void standingStillHasNoTimeLeft() {
    work(10, 10, 601);
    assertThat(work(40, 0, 601)).endsWith("");
  }

  @Test
  void otherWorkStartsAnew() {
    work(30, 10, 601);
    done = 1;
    assertThat(work(5, 10, 10_000)).containsOnly("");
  }

  @Test
  void withoutAnAmountThereIsNone() {
    done = 0;
    assertThat(work(60, 0, 0)).containsOnly("");
  }
}
