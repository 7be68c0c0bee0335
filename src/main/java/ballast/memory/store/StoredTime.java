package ballast.memory.store;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;

/**
 * Reads times in the stored form, {@code 2026-03-01T09:30:00Z}. It avoids Java's formatter, which
 * takes longer to load than a whole lookup takes.
 */
public final class StoredTime {

  private static final String SHAPE = "0000-00-00T00:00:00Z";

  private StoredTime() {}

  /**
   * Parses a time; leaves text in another form to the formatter.
   *
   * @throws DateTimeParseException if it is not a time
   */
  public static Instant parse(String time) {
    if (hasShape(time)) {
      try {
        return LocalDateTime.of(
                number(time, 0, 4),
                number(time, 5, 7),
                number(time, 8, 10),
                number(time, 11, 13),
                number(time, 14, 16),
                number(time, 17, 19))
            .toInstant(ZoneOffset.UTC);
      } catch (DateTimeException e) {
        // A leap second, an hour 24, or no time at all.
        return Instant.parse(time);
      }
    }
    return Instant.parse(time);
  }

  private static boolean hasShape(String time) {
    if (time.length() != SHAPE.length()) {
      return false;
    }
    for (int i = 0; i < SHAPE.length(); i++) {
      char wanted = SHAPE.charAt(i);
      char c = time.charAt(i);
      if (wanted == '0' ? c < '0' || c > '9' : c != wanted) {
        return false;
      }
    }
    return true;
  }

  private static int number(String time, int from, int to) {
    return Integer.parseInt(time, from, to, 10);
  }

  /** Whether a text is a time in stored form: in UTC, without fractions of a second. */
  public static boolean isWholeSecond(String time) {
    try {
      return Instant.parse(time).toString().equals(time) && time.indexOf('.') < 0;
    } catch (DateTimeException e) {
      return false;
    }
  }
}
