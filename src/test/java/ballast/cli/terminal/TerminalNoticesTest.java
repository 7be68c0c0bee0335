package ballast.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.app.page.Style;
import ballast.app.page.TerminalText;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class TerminalNoticesTest {

  private final StringWriter out = new StringWriter();
  private final MessageStream err = new MessageStream(out);
  private final List<Runnable> beats = new ArrayList<>();
  private Instant now = Instant.parse("2026-02-14T08:30:00Z");

  /** On a terminal of 80 columns. */
  private final TerminalNotices notices = notices(80);

  private TerminalNotices notices(int columns) {
    return notices(columns, false, Map.of());
  }

  private TerminalNotices notices(int columns, boolean quiet, Map<String, String> environment) {
    Console console =
        new Console(
            InputStream.nullInputStream(),
            new StandardOutput(new StringWriter(), false),
            err,
            Path.of("").toAbsolutePath(),
            environment,
            () -> now,
            new Console.Widths(0, columns, 0),
            beats::add);
    return new TerminalNotices(console, Style.PLAIN, quiet, false);
  }

  private void show(String pairs, long done, long all) {
    notices.progress(() -> "aligning " + pairs + " pairs", done, all);
  }

  private void pass(long milliseconds) {
    now = now.plusMillis(milliseconds);
  }

  private void beat() {
    beats.forEach(Runnable::run);
  }

  private String news() {
    String written = out.toString();
    out.getBuffer().setLength(0);
    return written;
  }

  @Test
  void theRemainingTimeIsEstimatedFromTheFinishedWork() {
    for (int i = 0; i < 30; i++) {
      show(i + "/100", i, 100);
      pass(1000);
    }
    show("30/100", 30, 100);
    assertThat(out.toString()).endsWith("\raligning 30/100 pairs, 0:30 elapsed, about 70 s left");
  }

  @Test
  void anHourIsSaidToo() {
    pass(3_600_000);
    show("3/10", 100, 200);
    assertThat(out.toString()).isEqualTo("\raligning 3/10 pairs, 1:00:00 elapsed");
  }

  @Test
  void itIsSilentForTheFirstTwoSeconds() {
    pass(1999);
    show("1/10", 100, 1000);
    assertThat(out.toString()).isEmpty();
    pass(250);
    show("1/10", 100, 1000);
    assertThat(out.toString()).contains("1/10 pairs");
  }

  @Test
  void itIsWrittenFourTimesASecondAtMostAndLookedAtNoOftener() {
    List<Long> looks = new ArrayList<>();
    for (long i = 0; i < 10_000; i++) {
      long unit = i;
      notices.progress(
          () -> {
            looks.add(unit);
            return "unit " + unit;
          },
          i,
          10_000);
      pass(1);
    }
    assertThat(looks).hasSize(40);
    assertThat(out.toString().split("\r", -1)).hasSize(1 + 32); // none in the first two seconds
  }

  @Test
  void aShorterLineCoversALongerOneAndNothingIsLeftInTheEnd() {
    pass(2000);
    show("0/10", 0, 1000);
    assertThat(out.toString()).isEqualTo("\raligning 0/10 pairs, 0:02 elapsed");
    pass(100);
    show("0/10", 0, 1000); // too soon
    notices.pause();
    notices.pause();
    assertThat(out.toString())
        .isEqualTo("\raligning 0/10 pairs, 0:02 elapsed\r" + " ".repeat(33) + "\r");
  }

  @Test
  void aMessageTakesTheLineAway() {
    pass(2000);
    show("0/10", 0, 1000);
    notices.say("done");
    assertThat(out.toString()).endsWith("\r" + " ".repeat(33) + "\rdone" + System.lineSeparator());
  }

  @Test
  void anyMessageTakesTheLineAwayUntilThereIsNewProgress() {
    pass(2000);
    show("0/10", 0, 1000);
    err.println("error: of another class");
    news();
    pass(60_000);
    beat();
    assertThat(news()).isEmpty();
    show("1/10", 10, 1000);
    assertThat(news()).isEqualTo("\raligning 1/10 pairs, 1:02 elapsed");
  }

  @Test
  void theTimeGoesOnWhileTheWorkIsSilent() {
    notices.step("compacting tm/memory.db");
    assertThat(beats).hasSize(1);
    pass(1000);
    beat();
    assertThat(news()).isEmpty();
    pass(1000);
    beat();
    assertThat(news()).isEqualTo("\rcompacting tm/memory.db, 0:02 elapsed");
    pass(3000);
    beat();
    assertThat(news()).isEqualTo("\rcompacting tm/memory.db, 0:05 elapsed");
    notices.pause();
    news();
    pass(3000);
    beat();
    assertThat(news()).isEmpty();
  }

  @Test
  void anotherStepIsShownEvenIfItFollowsAtOnce() {
    pass(2000);
    notices.step("reading");
    notices.step("comparing");
    pass(500);
    beat();
    assertThat(out.toString()).endsWith("comparing, 0:02 elapsed");
  }

  @Test
  void theTimeThatAPersonThinksIsNotCounted() {
    notices.step("looking");
    err.ask("Remove it? [y/N] ");
    pass(60_000);
    notices.step("compacting");
    pass(3000);
    beat();
    assertThat(out.toString()).endsWith("\rcompacting, 0:03 elapsed");
  }

  @Test
  void dataOnTheSameTerminalTakesTheLineAway() {
    StandardOutput data = new StandardOutput(out, err);
    pass(2000);
    show("0/10", 0, 1000);
    news();
    data.println("one");
    assertThat(news()).isEqualTo("\r" + " ".repeat(33) + "\rone" + System.lineSeparator());
    data.print("half a line");
    data.flush();
    pass(1000);
    show("1/10", 1, 1000);
    assertThat(news()).isEqualTo("half a line");
    data.println();
    news();
    pass(1000);
    show("1/10", 1, 1000);
    assertThat(news()).isEqualTo("\raligning 1/10 pairs, 0:04 elapsed");
  }

  @Test
  void itFitsTheTerminal() {
    TerminalNotices narrow = notices(30);
    pass(5000);
    narrow.progress(() -> "aligning 1/10 pairs", 10, 1000);
    assertThat(out.toString()).isEqualTo("\raligning 1/10 …, 0:05 elapsed");
    assertThat(out.toString()).hasSize(1 + 29);
  }

  @Test
  void aChineseNameIsCutByItsWidthAndTheTimeStays() {
    TerminalNotices narrow = notices(40);
    pass(5000);
    narrow.step("reading 关于进一步推动经济社会高质量发展的意见.tmx");
    assertThat(out.toString()).isEqualTo("\rreading 关于进一步推动经…, 0:05 elapsed");
    assertThat(TerminalText.width(out.toString().substring(1))).isLessThan(40);
  }

  @Test
  void withoutATerminalItIsSilent() {
    assertSilent(notices(0));
    assertSilent(notices(80, /* quiet= */ true, Map.of()));
    assertSilent(notices(80, false, Map.of("TERM", "dumb")));
  }

  private void assertSilent(TerminalNotices notices) {
    pass(60_000);
    notices.progress(
        () -> {
          throw new AssertionError("words for nobody");
        },
        100,
        1000);
    notices.pause();
    assertThat(out.toString()).isEmpty();
    assertThat(beats).isEmpty();
  }
}
