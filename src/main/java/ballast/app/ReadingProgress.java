package ballast.app;

import ballast.bitext.CountedNoun;
import java.util.Locale;
import java.util.function.LongConsumer;

/** Reports the progress of work on files that are read one after the other, by their bytes. */
public final class ReadingProgress implements LongConsumer {

  /** Number of units between two reports. */
  private static final int PAUSE = 64;

  private final Notices notices;
  private final String doing;
  private final String noun;
  private final long all;
  private long finishedBytes;
  private String file = "";
  private long bytes;
  private long position;
  private long units;
  private boolean recording;

  /**
   * @param doing what is done with them: {@code importing}
   * @param noun what they hold: {@code unit}
   * @param all size of all files together, in bytes; 0 if the remaining time cannot be told from it
   */
  public ReadingProgress(Notices notices, String doing, String noun, long all) {
    this.notices = notices;
    this.doing = doing;
    this.noun = noun;
    this.all = all;
  }

  /**
   * The next file begins.
   *
   * @param name as the user gave it
   * @param size in bytes
   */
  public void start(String name, long size) {
    file = name;
    bytes = size;
    position = 0;
    units = 0;
    recording = false;
    tell();
  }

  /** Counts the bytes of the file read so far. */
  @Override
  public void accept(long read) {
    position = read;
  }

  /** A unit has been dealt with. */
  public void unit() {
    units++;
    if (units % PAUSE == 0) {
      tell();
    }
  }

  /** The file is read; what was read of it is recorded now. */
  public void recording() {
    recording = true;
    position = bytes;
    tell();
  }

  /** The file is done. */
  public void end() {
    finishedBytes += bytes;
  }

  private void tell() {
    notices.progress(this::text, Math.min(all, finishedBytes + position), all);
  }

  private String text() {
    if (units == 0) {
      return doing + " " + file;
    }
    if (recording) {
      return "recording " + CountedNoun.of(units, noun) + " of " + file;
    }
    long percent = bytes <= 0 ? 0 : Math.min(100, position * 100 / bytes);
    return String.format(
        Locale.ROOT, "%s %s: %s, %d %%", doing, file, CountedNoun.of(units, noun), percent);
  }
}
