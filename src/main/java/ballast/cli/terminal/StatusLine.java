package ballast.cli.terminal;

import ballast.report.page.TerminalText;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One line on the terminal with the progress of a long run, overwritten again and again: plain
 * characters and carriage returns, no colour. Not shown during the first two seconds or without a
 * terminal. Any other output takes it away until there is new progress.
 */
final class StatusLine {

  private static final Duration SILENCE = Duration.ofSeconds(2);
  private static final Duration PAUSE = Duration.ofMillis(250);
  private static final int MIN_COLUMNS = 20;

  private final MessageStream out;
  private final InstantSource clock;
  private final int columns;
  private final Heartbeat heartbeat;
  private final TimeLeft left = new TimeLeft();
  private Instant start;
  private Instant next;
  private boolean beats;
  private @Nullable String text;
  private long messages;
  private long questions;

  /**
   * @param columns width of the terminal; 0 when there is none
   * @param heartbeat goes on showing the time while no progress is reported
   */
  StatusLine(MessageStream out, InstantSource clock, int columns, Heartbeat heartbeat) {
    this.out = out;
    this.clock = clock;
    this.columns = columns;
    this.heartbeat = heartbeat;
    this.start = clock.instant();
    this.next = start;
  }

  /** Whether there is a terminal for it. */
  boolean isPossible() {
    return columns >= MIN_COLUMNS;
  }

  /**
   * Takes note of the progress, and shows it if it is time. At the beginning and at the end of a
   * piece of work, the text always counts; in between it is looked at a few times a second.
   *
   * @param what is being done
   * @param done how much is done, in the unit of {@code all}
   * @param all how much there is to do; 0 if unknown
   */
  synchronized void show(Supplier<String> what, long done, long all) {
    if (!isPossible()) {
      return;
    }
    Instant now = clock.instant();
    if (questions != out.questions()) {
      questions = out.questions();
      start = now; // how long a person thinks is not counted
    }
    left.see(Duration.between(start, now), done, all);
    boolean isDue = !now.isBefore(next);
    if (text == null || done == 0 || done == all || isDue) {
      text = what.get();
      messages = out.messages();
    }
    if (!beats) {
      beats = true;
      heartbeat.start(this::beat);
    }
    if (isDue) {
      write(now, text);
    }
  }

  /** Shows the time that has passed since. */
  synchronized void beat() {
    Instant now = clock.instant();
    if (text != null && messages == out.messages() && !now.isBefore(next)) {
      write(now, text);
    }
  }

  /** Erases the line, so that other output can be written. */
  synchronized void clear() {
    text = null;
    out.erase();
  }

  private void write(Instant now, String what) {
    next = now.plus(PAUSE);
    Duration elapsed = Duration.between(start, now);
    if (elapsed.compareTo(SILENCE) < 0) {
      return;
    }
    String times = ", " + clockTime(elapsed) + " elapsed" + left.words(elapsed);
    int room = columns - 1; // a full line would wrap
    int forWhat = Math.max(room / 2, room - times.length());
    out.overwrite(TerminalText.cut(TerminalText.cut(what, forWhat) + times, room));
  }

  /** {@code 0:07}, {@code 12:30}, {@code 1:02:03}. */
  private static String clockTime(Duration time) {
    return time.toHours() > 0
        ? String.format(
            Locale.ROOT, "%d:%02d:%02d", time.toHours(), time.toMinutesPart(), time.toSecondsPart())
        : String.format(Locale.ROOT, "%d:%02d", time.toMinutesPart(), time.toSecondsPart());
  }
}
