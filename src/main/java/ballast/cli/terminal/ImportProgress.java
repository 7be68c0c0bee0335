package ballast.cli.terminal;

import java.time.Duration;
import java.util.Locale;
import java.util.function.LongConsumer;

/** How far reading a file into the memory is, on a {@link StatusLine}. */
public final class ImportProgress implements LongConsumer {

  /** The clock is not looked at for every unit. */
  private static final int PAUSE = 256;

  private final StatusLine line;
  private final String file;
  private final long bytes;
  private long position;
  private long units;

  /**
   * @param file what the user calls it
   * @param bytes its size
   */
  public ImportProgress(StatusLine line, String file, long bytes) {
    this.line = line;
    this.file = file;
    this.bytes = bytes;
  }

  /** So many bytes of the file have been read. */
  @Override
  public void accept(long read) {
    position = read;
  }

  /** A unit has been taken or refused. */
  public void unit() {
    units++;
    if (units % PAUSE == 0) {
      line.show(this::text);
    }
  }

  /** Takes the line away, so that something else can be written. */
  public void clear() {
    line.clear();
  }

  private String text(Duration elapsed) {
    return String.format(
            Locale.ROOT, "importing %s: %,d units, %d %%", file, units, percent(position, bytes))
        + StatusLine.times(elapsed, position, bytes);
  }

  private static long percent(long part, long whole) {
    return whole <= 0 ? 0 : Math.min(100, part * 100 / whole);
  }
}
