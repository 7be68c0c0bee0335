package ballast.language;

import java.util.List;
import org.jspecify.annotations.Nullable;

public final class WeekdayName {

  private static final List<String> ENGLISH =
      List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday");

  private static final List<String> CHINESE = List.of("星期", "礼拜", "禮拜", "周", "週");
  private static final String DAYS = "一二三四五六日天";

  /** Characters after which 周三 is not Wednesday: 每周三次. */
  private static final String MEASURES = "次天日个個小年月场場节節回趟遍十百千万几幾";

  private WeekdayName() {}

  /** Returns the day of a capitalised English word, 1 for Monday to 7 for Sunday; otherwise 0. */
  static int english(String word) {
    if (word.length() < 6 || !(word.endsWith("y") || word.endsWith("ys"))) {
      return 0;
    }
    return 1 + ENGLISH.indexOf(word.endsWith("s") ? word.substring(0, word.length() - 1) : word);
  }

  /** Returns the position of the day character in 星期三 and similar names; -1 for other text. */
  private static int signAt(String text, int start) {
    for (String week : CHINESE) {
      if (text.startsWith(week, start)) {
        return start + week.length();
      }
    }
    return -1;
  }

  static boolean mayBegin(char c) {
    return c == '星' || c == '周' || c == '週' || c == '礼' || c == '禮';
  }

  /**
   * Reads a day name such as 星期三 or 周三 at {@code start}.
   *
   * @return null if there is no such name: 一周五天, 周三次
   */
  static @Nullable RawNumber chinese(String text, int start) {
    int sign = signAt(text, start);
    int day = sign < 0 || sign >= text.length() ? -1 : DAYS.indexOf(text.charAt(sign));
    if (day < 0) {
      return null;
    }
    boolean week = sign - start == 1;
    boolean counted =
        start > 0
            && (HanDigit.isPart(text.charAt(start - 1))
                || NumberCharacters.isDigitAt(text, start - 1));
    if (week && (counted || NumberCharacters.isOneOf(MEASURES, text, sign + 1))) {
      return null;
    }
    return RawNumber.of(NumberValue.Kind.WEEKDAY, Math.min(day + 1, 7), start, sign + 1);
  }

  /** Reads a further day of a list at {@code end}: 、三; null if there is none. */
  static @Nullable RawNumber next(String text, int end) {
    boolean listed = NumberCharacters.isOneOf("、和及", text, end) && end + 1 < text.length();
    int day = listed ? DAYS.indexOf(text.charAt(end + 1)) : -1;
    boolean count = NumberCharacters.isOneOf(MEASURES + "名位人项項条條", text, end + 2);
    return day < 0 || count
        ? null
        : RawNumber.of(NumberValue.Kind.WEEKDAY, Math.min(day + 1, 7), end + 1, end + 2);
  }

  public static String name(int day) {
    return ENGLISH.get(day - 1);
  }
}
