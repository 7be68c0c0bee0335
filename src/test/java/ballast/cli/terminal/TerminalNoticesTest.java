package ballast.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.report.page.Style;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class TerminalNoticesTest {

  private final StringWriter out = new StringWriter();
  private Instant now = Instant.parse("2026-02-14T08:30:00Z");

  private TerminalNotices notices(int columns) {
    Console console =
        new Console(
            InputStream.nullInputStream(),
            new StandardOutput(new StringWriter(), false),
            new MessageStream(out),
            Path.of("").toAbsolutePath(),
            Map.of(),
            () -> now,
            new Console.Widths(0, columns));
    return new TerminalNotices(console, Style.PLAIN, false, false);
  }

  private static void show(TerminalNotices notices, String pairs, long done, long all) {
    notices.progress(() -> "aligning " + pairs + " pairs", done, all);
  }

  private void pass(long milliseconds) {
    now = now.plusMillis(milliseconds);
  }

  @Test
  void theRemainingTimeIsEstimatedFromTheFinishedWork() {
    TerminalNotices notices = notices(80);
    pass(30_000);
    show(notices, "1/10", 250, 1000);
    assertThat(out.toString()).isEqualTo("\raligning 1/10 pairs, 0:30 elapsed, about 1:30 left");
  }

  @Test
  void anHourIsSaidToo() {
    TerminalNotices notices = notices(80);
    pass(3_600_000);
    show(notices, "3/10", 100, 200);
    assertThat(out.toString())
        .isEqualTo("\raligning 3/10 pairs, 1:00:00 elapsed, about 1:00:00 left");
  }

  @Test
  void itIsSilentForTheFirstSecond() {
    TerminalNotices notices = notices(80);
    pass(999);
    show(notices, "1/10", 100, 1000);
    assertThat(out.toString()).isEmpty();
    pass(1);
    show(notices, "1/10", 100, 1000);
    assertThat(out.toString()).contains("1/10 pairs");
  }

  @Test
  void aShorterLineCoversALongerOneAndNothingIsLeftInTheEnd() {
    TerminalNotices notices = notices(80);
    pass(2000);
    show(notices, "0/10", 0, 1000);
    assertThat(out.toString()).isEqualTo("\raligning 0/10 pairs, 0:02 elapsed");
    pass(100);
    show(notices, "0/10", 0, 1000); // too soon
    notices.pause();
    notices.pause();
    assertThat(out.toString())
        .isEqualTo("\raligning 0/10 pairs, 0:02 elapsed\r" + " ".repeat(33) + "\r");
  }

  @Test
  void aMessageTakesTheLineAway() {
    TerminalNotices notices = notices(80);
    pass(2000);
    show(notices, "0/10", 0, 1000);
    notices.say("done");
    assertThat(out.toString()).endsWith("\r" + " ".repeat(33) + "\rdone" + System.lineSeparator());
  }

  @Test
  void itFitsTheTerminal() {
    TerminalNotices notices = notices(30);
    pass(5000);
    show(notices, "1/10", 10, 1000);
    assertThat(out.toString()).hasSize(1 + 29);
  }

  @Test
  void withoutATerminalItIsSilent() {
    TerminalNotices notices = notices(0);
    pass(60_000);
    show(notices, "1/10", 100, 1000);
    notices.pause();
    assertThat(out.toString()).isEmpty();
  }
}
