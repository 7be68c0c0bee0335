package ballast.workflow.exchange;

import ballast.bitext.CountedNoun;
import ballast.workflow.Notices;
import java.util.Locale;
import java.util.function.LongConsumer;

/** Reports the progress of an import. */
final class ImportProgress implements LongConsumer {

  /** Number of units between two reports. */
  private static final int PAUSE = 256;

  private final Notices notices;
  private final long all;
  private long finishedBytes;
  private String file = "";
  private long bytes;
  private long position;
  private long units;

  /**
   * @param all size of all files together, in bytes
   */
  ImportProgress(Notices notices, long all) {
    this.notices = notices;
    this.all = all;
  }

  /**
   * The next file begins.
   *
   * @param name as the user gave it
   * @param size in bytes
   */
  void start(String name, long size) {
    file = name;
    bytes = size;
    position = 0;
    units = 0;
  }

  /** Counts the bytes of the file read so far. */
  @Override
  public void accept(long read) {
    position = read;
  }

  /** A unit has been taken or refused. */
  void unit() {
    units++;
    if (units % PAUSE == 0) {
      notices.progress(this::text, Math.min(all, finishedBytes + position), all);
    }
  }

  /** The file is done. */
  void end() {
    finishedBytes += bytes;
    notices.pause();
  }

  private String text() {
    long percent = bytes <= 0 ? 0 : Math.min(100, position * 100 / bytes);
    return String.format(
        Locale.ROOT, "importing %s: %s, %d %%", file, CountedNoun.of(units, "unit"), percent);
  }
}
