package ballast.cli.terminal;

import ballast.app.Notices;
import ballast.app.page.Style;
import ballast.app.page.TerminalText;
import ballast.cli.terminal.Console.Heartbeat;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Messages on standard error. {@code -q} silences messages, {@code -v} adds details. Warnings and
 * the location of a new memory are always shown. Progress is a line that is overwritten.
 */
public final class TerminalNotices implements Notices {

  private final Console console;
  private final Style style;
  private final boolean quiet;
  private final boolean verbose;
  private final StatusLine line;

  /** Returns an interface, so that a caller is verified without loading any class for it. */
  public static Notices on(Console console, Style style, boolean quiet, boolean verbose) {
    return new TerminalNotices(console, style, quiet, verbose);
  }

  public TerminalNotices(Console console, Style style, boolean quiet, boolean verbose) {
    this.console = console;
    this.style = style;
    this.quiet = quiet;
    this.verbose = verbose;
    this.line =
        new StatusLine(
            console.err(),
            console.clock(),
            quiet ? 0 : console.progressColumns(),
            console.heartbeat());
  }

  @Override
  public void say(String message) {
    if (!quiet) {
      write(message);
    }
  }

  @Override
  public void detail(String message) {
    if (verbose) {
      write(message);
    }
  }

  @Override
  public boolean wantsDetails() {
    return verbose;
  }

  @Override
  public void warn(String message) {
    console.err().println(style.doubt(console.err().say("warning:")) + " ", message);
  }

  @Override
  public void madeMemory(String memory) {
    write("created  " + memory + ": a new memory");
  }

  @Override
  public Notices aside() {
    return quiet ? NONE : this;
  }

  @Override
  public void progress(Supplier<String> what, long done, long all) {
    line.show(what, done, all);
  }

  @Override
  public void pause() {
    line.clear();
  }

  private void write(String message) {
    console.err().println(message);
  }

  /**
   * A terminal line with the progress of a long run, overwritten repeatedly. It consists of plain
   * characters and carriage returns, without colour. It is not shown during the first two seconds
   * or without a terminal. Other output erases it until there is new progress.
   */
  private static final class StatusLine {

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
     * @param columns width of the terminal; 0 if there is none
     * @param heartbeat keeps the time current while no progress is reported
     */
    StatusLine(MessageStream out, InstantSource clock, int columns, Heartbeat heartbeat) {
      this.out = out;
      this.clock = clock;
      this.columns = columns;
      this.heartbeat = heartbeat;
      this.start = clock.instant();
      this.next = start;
    }

    boolean isPossible() {
      return columns >= MIN_COLUMNS;
    }

    /**
     * Records the progress, and shows it when due. The text is always evaluated at the beginning
     * and the end of the work, in between a few times a second.
     *
     * @param done the amount done, in the unit of {@code all}
     * @param all the total amount; 0 if unknown
     */
    synchronized void show(Supplier<String> what, long done, long all) {
      if (!isPossible()) {
        return;
      }
      Instant now = clock.instant();
      if (questions != out.questions()) {
        questions = out.questions();
        start = now; // the time to answer a question does not count
      }
      left.see(Duration.between(start, now), done, all);
      boolean isDue = !now.isBefore(next);
      if (text == null || done == 0 || done == all || isDue) {
        text = out.say(what.get());
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

    synchronized void beat() {
      Instant now = clock.instant();
      if (text != null && messages == out.messages() && !now.isBefore(next)) {
        write(now, text);
      }
    }

    /** Erases the line to make room for other output. */
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
      String times = out.say(", " + clockTime(elapsed) + " elapsed") + out.say(left.words(elapsed));
      int room = columns - 1; // a full line would wrap
      int forWhat = Math.max(room / 2, room - times.length());
      out.overwrite(TerminalText.cut(TerminalText.cut(what, forWhat) + times, room));
    }

    /** {@code 0:07}, {@code 12:30}, {@code 1:02:03}. */
    private static String clockTime(Duration time) {
      return time.toHours() > 0
          ? String.format(
              Locale.ROOT,
              "%d:%02d:%02d",
              time.toHours(),
              time.toMinutesPart(),
              time.toSecondsPart())
          : String.format(Locale.ROOT, "%d:%02d", time.toMinutesPart(), time.toSecondsPart());
    }
  }

  /**
   * The estimated time left, in words. It is shown if it is ten seconds or more, enough is done for
   * an estimate, and the estimate is steady.
   *
   * <p>The estimate is made once a second from the pace of the second half of the time so far,
   * because Java gets faster while it warms up. The time before the first progress (opening,
   * sorting) is ignored.
   */
  static final class TimeLeft {

    private static final Duration EXPERIENCE = Duration.ofSeconds(5);
    private static final double SHARE = 0.05;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** Maximum relative difference between two consecutive estimates of the total time. */
    private static final double STEADY = 0.15;

    /** Minimum number of steady estimates in a row. */
    private static final int ENOUGH = 3;

    /** Minimum factor by which the estimate must grow before the shown time grows. */
    private static final double GROWTH = 1.3;

    private static final double MIN_LEFT = 10;

    private record Mark(Duration elapsed, long done) {}

    private final List<Mark> marks = new ArrayList<>();
    private long lastDone;
    private long lastAll;
    private Duration next = Duration.ZERO;
    private double whole;
    private int steady;
    private double left;

    void see(Duration elapsed, long done, long all) {
      if (done < lastDone || all > lastAll) {
        marks.clear();
        whole = 0;
        steady = 0;
        left = 0;
      }
      if (marks.isEmpty() && done > 0) {
        marks.add(new Mark(elapsed, done));
        next = elapsed.plus(PAUSE);
      }
      lastDone = done;
      lastAll = all;
    }

    /** Returns {@code , about 20 s left}, or "" if no estimate is shown. */
    String words(Duration elapsed) {
      if (marks.isEmpty()) {
        return "";
      }
      if (elapsed.compareTo(next) >= 0) {
        next = elapsed.plus(PAUSE);
        marks.add(new Mark(elapsed, lastDone));
        estimate(elapsed);
      }
      Mark first = marks.get(0);
      boolean known =
          steady >= ENOUGH
              && elapsed.minus(first.elapsed()).compareTo(EXPERIENCE) >= 0
              && lastDone - first.done() >= SHARE * (lastAll - first.done());
      return known && left >= MIN_LEFT ? ", about " + rounded(left) + " left" : "";
    }

    private void estimate(Duration elapsed) {
      Mark middle = marks.get((marks.size() - 1) / 2);
      long done = lastDone - middle.done();
      if (done <= 0) {
        steady = 0;
        left = 0;
        return;
      }
      double pace = (double) elapsed.minus(middle.elapsed()).toMillis() / done;
      double now = pace * (lastAll - lastDone) / 1000;
      double estimate = elapsed.minus(marks.get(0).elapsed()).toMillis() / 1000.0 + now;
      boolean same = whole > 0 && Math.abs(estimate - whole) <= STEADY * whole;
      steady = same ? steady + 1 : 0;
      whole = estimate;
      if (!same || now < left || now > GROWTH * left) {
        left = now;
      }
    }

    /** 10 s, 20 s ... 90 s, 2 minutes ... 119 minutes, 2 hours ... */
    private static String rounded(double seconds) {
      long tens = (long) Math.ceil(seconds / 10) * 10;
      if (tens <= 90) {
        return tens + " s";
      }
      long minutes = Math.round(seconds / 60);
      return minutes < 120
          ? minutes + " minutes"
          : String.format(Locale.ROOT, "%d hours", Math.round(seconds / 3600));
    }
  }
}
