package ballast.workflow.align;

import ballast.bitext.InputException;
import java.time.Duration;
import java.util.Locale;

/**
 * What one document may take, so that it cannot stop all others.
 *
 * @param bytes the largest size of either file
 * @param time the longest time for reading the texts in the bytes of its files, and aligning them
 */
public record DocumentLimits(long bytes, Duration time) {

  /**
   * For a corpus: a long novel. Two files of this size need 400 MB of memory and take less than a
   * minute.
   */
  public static final DocumentLimits DEFAULT =
      new DocumentLimits(2_000_000, Duration.ofMinutes(10));

  public DocumentLimits {
    if (bytes <= 0 || time.isNegative() || time.isZero()) {
      throw new IllegalArgumentException("no document is within " + bytes + " bytes, " + time);
    }
  }

  /**
   * Refuses a file that is too large.
   *
   * @param size in bytes
   * @throws InputException if it is
   */
  public void check(long size, String name) {
    if (size > bytes) {
      throw new InputException(
          String.format(
              Locale.ROOT,
              "\"%s\" has %.1f MB, more than the %.1f MB that a document may have",
              name,
              size / 1e6,
              bytes / 1e6),
          "divide the document, or allow more with --max-size");
    }
  }
}
