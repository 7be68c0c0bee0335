package ballast.cli.terminal;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;

/** How far aligning many pairs is, on a {@link StatusLine}. */
public final class Progress {

  private final StatusLine line;
  private final int pairs;
  private int done;
  private int failed;
  private long bytes;
  private long bytesDone;

  /**
   * @param columns width of the terminal; 0 when there is none
   * @param pairs how many there are to do
   * @param bytes size of all their files
   */
  public Progress(PrintWriter out, InstantSource clock, int columns, int pairs, long bytes) {
    this.line = new StatusLine(out, clock, columns);
    this.pairs = pairs;
    this.bytes = bytes;
  }

  /** A pair of that size has been aligned. */
  public void aligned(long size) {
    done++;
    bytesDone += size;
    show();
  }

  /** A pair had been aligned before: its size says nothing about the time the others take. */
  public void skipped(long size) {
    done++;
    bytes -= size;
    show();
  }

  /** A pair could not be aligned. */
  public void failed(long size) {
    failed++;
    skipped(size);
  }

  /** Writes the line if it is time to. */
  public void show() {
    line.show(this::text);
  }

  /** Takes the line away, so that something else can be written. */
  public void clear() {
    line.clear();
  }

  private String text(Duration elapsed) {
    return String.format(Locale.ROOT, "aligning %d/%d pairs", done, pairs)
        + (failed > 0 ? ", " + failed + " failed" : "")
        + StatusLine.times(elapsed, bytesDone, bytes);
  }
}
