package ballast.cli.terminal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How long a piece of work will still take, in words, if that is worth saying: it takes ten seconds
 * or more, enough is done to tell, and the estimate is steady.
 *
 * <p>The estimate is made once a second, at the pace of the second half of the time so far: Java
 * gets faster while it warms up. What came before the first report of something done (opening,
 * sorting) counts for nothing.
 */
final class TimeLeft {

  private static final Duration EXPERIENCE = Duration.ofSeconds(5);
  private static final double SHARE = 0.05;
  private static final Duration PAUSE = Duration.ofSeconds(1);

  /** By how much two estimates of the whole time, made one after the other, may differ. */
  private static final double STEADY = 0.15;

  /** How many estimates in a row must be steady. */
  private static final int ENOUGH = 3;

  /** What is shown grows only if the estimate is larger by this factor. */
  private static final double GROWTH = 1.3;

  private static final double MIN_LEFT = 10;

  /** What was done, and when. */
  private record Mark(Duration elapsed, long done) {}

  private final List<Mark> marks = new ArrayList<>();
  private long lastDone;
  private long lastAll;
  private Duration next = Duration.ZERO;
  private double whole;
  private int steady;
  private double left;

  /** Takes note of the progress. */
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

  /** {@code , about 20 s left}; empty if it is not worth saying. */
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
