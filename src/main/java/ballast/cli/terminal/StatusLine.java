package ballast.cli.terminal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.function.Function;

/**
 * One line on the terminal with the progress of a long run, overwritten again and again: plain
 * characters and carriage returns, no colour. Not shown during the first second or without a
 * terminal.
 */
final class StatusLine {

  private static final Duration SILENCE = Duration.ofSeconds(1);
  private static final Duration PAUSE = Duration.ofMillis(200);
  private static final int MIN_COLUMNS = 20;

  private final MessageStream out;
  private final InstantSource clock;
  private final int columns;
  private final Instant start;
  private Instant next;
  private int shown;

  /**
   * @param columns width of the terminal; 0 when there is none
   */
  StatusLine(MessageStream out, InstantSource clock, int columns) {
    this.out = out;
    this.clock = clock;
    this.columns = columns;
    this.start = clock.instant();
    this.next = start.plus(SILENCE);
  }

  /** Whether there is a terminal for it. */
  boolean isPossible() {
    return columns >= MIN_COLUMNS;
  }

  /**
   * Writes the line if it is due.
   *
   * @param text of the line, given the time since the start
   */
  void show(Function<Duration, String> text) {
    if (!isPossible()) {
      return;
    }
    Instant now = clock.instant();
    if (now.isBefore(next)) {
      return;
    }
    next = now.plus(PAUSE);
    String line = text.apply(Duration.between(start, now));
    write(line.substring(0, Math.min(line.length(), columns - 1)));
  }

  /** Erases the line, so that other output can be written. */
  void clear() {
    if (shown > 0) {
      write("");
      out.goBack();
    }
  }

  private void write(String line) {
    out.overwrite(line + " ".repeat(Math.max(0, shown - line.length())));
    shown = line.length();
  }

  /**
   * {@code , 0:07 elapsed, about 0:21 left}; without the time left while nothing is done.
   *
   * @param done how much is done, in the unit of {@code all}
   * @param all how much there is to do
   */
  static String times(Duration elapsed, long done, long all) {
    String text = ", " + clockTime(elapsed) + " elapsed";
    if (done > 0) {
      double share = (double) Math.max(0, all - done) / done;
      Duration left = Duration.ofSeconds(Math.round(elapsed.toMillis() * share / 1000));
      text += ", about " + clockTime(left) + " left";
    }
    return text;
  }

  /** {@code 0:07}, {@code 12:30}, {@code 1:02:03}. */
  private static String clockTime(Duration time) {
    return time.toHours() > 0
        ? String.format(
            Locale.ROOT, "%d:%02d:%02d", time.toHours(), time.toMinutesPart(), time.toSecondsPart())
        : String.format(Locale.ROOT, "%d:%02d", time.toMinutesPart(), time.toSecondsPart());
  }
}
