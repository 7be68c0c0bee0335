package ballast.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class ProgressTest {

  private final StringWriter out = new StringWriter();
  private Instant now = Instant.parse("2026-02-14T08:30:00Z");

  private Progress progress(int columns) {
    return new Progress(new PrintWriter(out), () -> now, columns, 10, 1000);
  }

  private void pass(long milliseconds) {
    now = now.plusMillis(milliseconds);
  }

  @Test
  void theTimeLeftGoesByBytesNotByPairs() {
    Progress progress = progress(80);
    pass(30_000);
    progress.aligned(250);
    assertThat(out.toString()).isEqualTo("\raligning 1/10 pairs, 0:30 elapsed, about 1:30 left");
  }

  @Test
  void pairsThatCostNothingSayNothingAboutTheTimeLeft() {
    Progress progress = progress(80);
    progress.skipped(600);
    progress.failed(200);
    pass(3_600_000);
    progress.aligned(100);
    assertThat(out.toString())
        .isEqualTo("\raligning 3/10 pairs, 1 failed, 1:00:00 elapsed, about 1:00:00 left");
  }

  @Test
  void itIsSilentForTheFirstSecond() {
    Progress progress = progress(80);
    pass(999);
    progress.aligned(100);
    assertThat(out.toString()).isEmpty();
    pass(1);
    progress.show();
    assertThat(out.toString()).contains("1/10 pairs");
  }

  @Test
  void aShorterLineCoversALongerOneAndNothingIsLeftInTheEnd() {
    Progress progress = progress(80);
    pass(2000);
    progress.show();
    assertThat(out.toString()).isEqualTo("\raligning 0/10 pairs, 0:02 elapsed");
    pass(100);
    progress.show(); // too soon
    progress.clear();
    progress.clear();
    assertThat(out.toString())
        .isEqualTo("\raligning 0/10 pairs, 0:02 elapsed\r" + " ".repeat(33) + "\r");
  }

  @Test
  void itFitsTheTerminal() {
    Progress progress = progress(30);
    pass(5000);
    progress.aligned(10);
    assertThat(out.toString()).hasSize(1 + 29);
  }

  @Test
  void withoutATerminalItIsSilent() {
    Progress progress = progress(0);
    pass(60_000);
    progress.aligned(100);
    progress.show();
    progress.clear();
    assertThat(out.toString()).isEmpty();
  }
}
