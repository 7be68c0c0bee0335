package ballast.language;

import ballast.language.NumberValue.Kind;
import org.jspecify.annotations.Nullable;

/** Reads the English names of months and days of the week. */
final class EnglishDate {

  private EnglishDate() {}

  /** The month or day that a word names; null if it names none. */
  static @Nullable RawNumber read(String text, int start, int end) {
    if (end - start < 3 || !Character.isUpperCase(text.charAt(start))) {
      return null;
    }
    String word = text.substring(start, end);
    int day = WeekdayName.english(word);
    if (day > 0) {
      return RawNumber.of(Kind.WEEKDAY, day, start, end);
    }
    int month = MonthName.month(word);
    return month > 0 && MonthName.isDated(text, start, end, month)
        ? RawNumber.of(Kind.MONTH, month, start, end)
        : null;
  }
}
