package ballast.format.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/**
 * When the parts of a document were written, as the archive says it: the same in every time zone.
 *
 * @param times by the name of the part
 */
record PartTimes(Map<String, LocalDateTime> times) {

  /**
   * Nearly the earliest time that a ZIP file can record: Java adds a field to a part of the very
   * earliest, and the {@code mimetype} must not have any.
   */
  private static final LocalDateTime NONE = LocalDateTime.of(1980, 1, 2, 0, 0);

  /** The latest year that a ZIP file can record without such a field. */
  private static final int LAST_YEAR = 2107;

  /** Kinds of fields that hold a time in universal time: that of Unix and that of Windows. */
  private static final int UNIX = 0x5455;

  private static final int WINDOWS = 0x000A;

  PartTimes {
    times = Map.copyOf(times);
  }

  /** The times in a document, whose bytes have been read as one before. */
  static PartTimes of(byte[] document) {
    Map<String, LocalDateTime> times = new HashMap<>();
    try (InputStream bytes = new ByteArrayInputStream(document);
        ZipInputStream in = new ZipInputStream(bytes)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        times.put(entry.getName(), time(entry));
      }
    } catch (IOException | IllegalArgumentException e) {
      // Only the directory at its end is without a fault: the rest of the parts have no time.
      return new PartTimes(times);
    }
    return new PartTimes(times);
  }

  /** The time of a part; nearly the earliest possible if the original does not have it. */
  LocalDateTime of(String part) {
    return times.getOrDefault(part, NONE);
  }

  private static LocalDateTime time(ZipEntry entry) {
    try {
      LocalDateTime time =
          isUniversal(entry.getExtra())
              ? LocalDateTime.ofInstant(entry.getLastModifiedTime().toInstant(), ZoneOffset.UTC)
              : entry.getTimeLocal();
      return time.isBefore(NONE) || time.getYear() > LAST_YEAR ? NONE : time;
    } catch (DateTimeException e) {
      return NONE; // some programs write a month 0
    }
  }

  private static boolean isUniversal(byte @Nullable [] fields) {
    int at = 0;
    while (fields != null && at + 4 <= fields.length) {
      int kind = (fields[at] & 0xFF) | (fields[at + 1] & 0xFF) << 8;
      if (kind == UNIX || kind == WINDOWS) {
        return true;
      }
      at += 4 + ((fields[at + 2] & 0xFF) | (fields[at + 3] & 0xFF) << 8);
    }
    return false;
  }
}
