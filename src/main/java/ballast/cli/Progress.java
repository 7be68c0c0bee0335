package ballast.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;

/**
 * One line on the terminal that says how far a long run is, written over again and again: plain
 * characters and carriage returns, no colour. Silent for the first second, and altogether when
 * there is no terminal.
 */
final class Progress {

  private static final Duration SILENCE = Duration.ofSeconds(1);
  private static final Duration PAUSE = Duration.ofMillis(200);
  private static final int LEAST_COLUMNS = 20;

  private final PrintWriter out;
  private final InstantSource clock;
  private final int columns;
  private final int pairs;
  private final Instant start;
  private Instant next;
  private int done;
  private int failed;
  private long bytes;
  private long bytesDone;
  private int shown;

  /**
   * @param columns width of the terminal; 0 when there is none
   * @param pairs how many there are to do
   * @param bytes size of all their files
   */
  Progress(PrintWriter out, InstantSource clock, int columns, int pairs, long bytes) {
    this.out = out;
    this.clock = clock;
    this.columns = columns;
    this.pairs = pairs;
    this.bytes = bytes;
    this.start = clock.instant();
    this.next = start.plus(SILENCE);
  }

  /** A pair of that size has been aligned. */
  void aligned(long size) {
    done++;
    bytesDone += size;
    show();
  }

  /** A pair had been aligned before: its size says nothing about the time the others take. */
  void skipped(long size) {
    done++;
    bytes -= size;
    show();
  }

  /** A pair could not be aligned. */
  void failed(long size) {
    failed++;
    skipped(size);
  }

  /** Writes the line if it is time to. */
  void show() {
    Instant now = clock.instant();
    if (columns < LEAST_COLUMNS || now.isBefore(next)) {
      return;
    }
    next = now.plus(PAUSE);
    String line = line(Duration.between(start, now));
    write(line.substring(0, Math.min(line.length(), columns - 1)));
  }

  /** Takes the line away, so that something else can be written. */
  void clear() {
    if (shown > 0) {
      write("");
      out.print('\r');
      out.flush();
    }
  }

  private String line(Duration elapsed) {
    StringBuilder line = new StringBuilder();
    line.append(String.format(Locale.ROOT, "aligning %d/%d pairs", done, pairs));
    if (failed > 0) {
      line.append(", ").append(failed).append(" failed");
    }
    line.append(", ").append(clockTime(elapsed)).append(" elapsed");
    if (bytesDone > 0) {
      double share = (double) Math.max(0, bytes - bytesDone) / bytesDone;
      Duration left = Duration.ofSeconds(Math.round(elapsed.toMillis() * share / 1000));
      line.append(", about ").append(clockTime(left)).append(" left");
    }
    return line.toString();
  }

  private void write(String line) {
    out.print('\r' + line + " ".repeat(Math.max(0, shown - line.length())));
    out.flush();
    shown = line.length();
  }

  /** {@code 0:07}, {@code 12:30}, {@code 1:02:03}. */
  private static String clockTime(Duration time) {
    return time.toHours() > 0
        ? String.format(
            Locale.ROOT, "%d:%02d:%02d", time.toHours(), time.toMinutesPart(), time.toSecondsPart())
        : String.format(Locale.ROOT, "%d:%02d", time.toMinutesPart(), time.toSecondsPart());
  }
}
