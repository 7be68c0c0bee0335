package ballast.app;

import ballast.bitext.CountedNoun;
import java.util.Locale;
import java.util.function.LongConsumer;

/** Reports the progress of reading files one after the other, in bytes. */
public final class ReadingProgress implements LongConsumer {

  /** Units between two reports. */
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
   * @param doing the action in words: {@code importing}
   * @param noun the counted things: {@code unit}
   * @param all total size of all files in bytes; 0 if it does not predict the remaining time
   */
  public ReadingProgress(Notices notices, String doing, String noun, long all) {
    this.notices = notices;
    this.doing = doing;
    this.noun = noun;
    this.all = all;
  }

  /**
   * Begins the next file.
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

  /** Sets the number of bytes of the file read so far. */
  @Override
  public void accept(long read) {
    position = read;
  }

  /** Counts a processed unit. */
  public void unit() {
    units++;
    if (units % PAUSE == 0) {
      tell();
    }
  }

  /** Reports that the file is read and its content is being recorded. */
  public void recording() {
    recording = true;
    position = bytes;
    tell();
  }

  /** Ends the file. */
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
        Locale.ROOT, "%s %s: %s, %d%%", doing, file, CountedNoun.of(units, noun), percent);
  }
}
