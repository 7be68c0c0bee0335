package ballast.app.units;

import ballast.bitext.InputException;
import ballast.bitext.Lang;
import ballast.bitext.Unit;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Parses conditions on units from command options and forms. */
public final class ConditionText {

  private ConditionText() {}

  /**
   * @throws InputException if no status has this label
   */
  public static Unit.Status status(String label) {
    try {
      return Unit.Status.ofLabel(label.strip());
    } catch (IllegalArgumentException e) {
      throw new InputException(
          "\"" + label + "\" is not a status", "draft, approved or rejected", e);
    }
  }

  /**
   * @throws InputException if the value is not between 0 and 1
   */
  public static double confidence(String name, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new InputException(name + " " + value + " is not between 0 and 1", "for example 0.5");
    }
    return value;
  }

  /**
   * @return a share, 0 to 1
   * @throws InputException if the text is not a number between 0 and 100
   */
  public static double percent(String name, String text) {
    try {
      double percent = Double.parseDouble(text.strip());
      if (percent >= 0 && percent <= 100) {
        return percent / 100;
      }
    } catch (NumberFormatException e) {
      // The refusal is the same.
    }
    throw new InputException(
        name + " \"" + text + "\" is not a number between 0 and 100", "for example 50");
  }

  /**
   * Parses a time, or a day as its beginning in UTC.
   *
   * @throws InputException if the text is neither
   */
  public static Instant time(String text) {
    try {
      return text.indexOf('T') < 0
          ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
          : Instant.parse(text);
    } catch (DateTimeException e) {
      throw new InputException(
          "\"" + text + "\" is not a date", "for example 2026-03-01 or 2026-03-01T09:30:00Z", e);
    }
  }

  /**
   * Parses a language tag. Without a region, {@code zh} means every variant of Chinese.
   *
   * @throws InputException if the text is not a language tag
   */
  public static Lang language(String tag) {
    try {
      return new Lang(tag);
    } catch (IllegalArgumentException e) {
      throw new InputException(
          "\"" + tag + "\" is not a language", "a tag such as zh, zh-TW or en", e);
    }
  }
}
