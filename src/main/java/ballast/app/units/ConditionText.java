package ballast.app.units;

import ballast.bitext.InputException;
import ballast.bitext.Lang;
import ballast.bitext.Unit;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Reads the conditions on units as people write them: in options of a command, or in a form. */
public final class ConditionText {

  private ConditionText() {}

  /**
   * A status.
   *
   * @throws InputException if there is none with this label
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
   * Checks a confidence.
   *
   * @param name of the option or field
   * @throws InputException if it is not between 0 and 1
   */
  public static double confidence(String name, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new InputException(name + " " + value + " is not between 0 and 1", "for example 0.5");
    }
    return value;
  }

  /**
   * A confidence.
   *
   * @param name of the option or field
   * @throws InputException if it is not a number between 0 and 1
   */
  public static double confidence(String name, String text) {
    try {
      return confidence(name, Double.parseDouble(text.strip()));
    } catch (NumberFormatException e) {
      throw new InputException(name + " \"" + text + "\" is not a number", "for example 0.5", e);
    }
  }

  /**
   * A time, or the beginning of a day in UTC.
   *
   * @throws InputException if it is neither
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
   * A language. Without a region, {@code zh} stands for every variant of Chinese.
   *
   * @throws InputException if it is not a tag of a language
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
