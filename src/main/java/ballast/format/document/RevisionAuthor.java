package ballast.format.document;

import ballast.format.file.XmlText;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * The author of an edit or comment in Word.
 *
 * @param time whole seconds; the epoch if unknown
 * @param mark name of a bookmark before the edit, by which a document that comes back is known;
 *     empty for none
 */
public record RevisionAuthor(String name, Instant time, String mark) {

  /**
   * @param date as in the document; Word's own dates are in local time
   */
  static RevisionAuthor of(String name, String date) {
    return new RevisionAuthor(name.strip(), time(date), "");
  }

  private static Instant time(String date) {
    try {
      return date.matches(".*T.*(Z|[+-]\\d\\d:\\d\\d)")
          ? OffsetDateTime.parse(date).toInstant().truncatedTo(ChronoUnit.SECONDS)
          : LocalDateTime.parse(date).toInstant(ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS);
    } catch (DateTimeException e) {
      return Instant.EPOCH;
    }
  }

  /** Text for an attribute or element; without characters that XML does not have. */
  static String quoted(String text) {
    return XmlText.escaped(XmlText.fit(text)).replace("\"", "&quot;");
  }
}
