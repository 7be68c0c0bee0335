package ballast.workflow.align;

import ballast.workflow.Notices;
import java.util.Locale;

/** Reports the progress of aligning several pairs. */
final class BatchProgress {

  private final Notices notices;
  private final int pairs;
  private int finished;
  private int failed;
  private long bytes;
  private long bytesDone;

  /**
   * @param pairs how many there are to align
   * @param bytes size of all their files
   */
  BatchProgress(Notices notices, int pairs, long bytes) {
    this.notices = notices;
    this.pairs = pairs;
    this.bytes = bytes;
  }

  /** Counts the outcome of a pair whose files have this size. */
  void add(Outcome outcome, long size) {
    if (outcome instanceof Outcome.Alone) {
      return;
    }
    finished++;
    failed += outcome instanceof Outcome.Failed ? 1 : 0;
    if (outcome instanceof Outcome.Failed || outcome instanceof Outcome.Finished) {
      bytes -= size; // it took no time, so it says nothing about the time that the others take
    } else {
      bytesDone += size;
    }
    show();
  }

  /** Shows the progress again, with the time elapsed since. */
  void show() {
    notices.progress(this::text, bytesDone, bytes);
  }

  private String text() {
    return String.format(Locale.ROOT, "aligning %d/%d pairs", finished, pairs)
        + (failed > 0 ? ", " + failed + " failed" : "");
  }
}
