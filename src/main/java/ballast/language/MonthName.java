package ballast.language;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** English names of months; decides whether "may" and "march" are months. */
public final class MonthName {

  private static final Set<String> LEADERS =
      Set.of("in", "of", "last", "next", "this", "early", "late", "mid", "since", "until", "by");

  private static final Set<String> BETWEEN = Set.of("to", "through", "and", "or");

  private MonthName() {}

  private static final List<String> MONTHS =
      List.of(
          ("january february march april may june july august september october november"
                  + " december")
              .split(" "));

  /** Returns the month that a capitalised word names, 1 to 12; 0 if it names none. */
  static int month(String word) {
    if (word.length() < 3 || !Character.isUpperCase(word.charAt(0))) {
      return 0;
    }
    String lower = word.toLowerCase(Locale.ROOT);
    for (int i = 0; i < MONTHS.size(); i++) {
      String month = MONTHS.get(i);
      if (lower.equals(month)
          || (lower.length() == 3 && month.startsWith(lower))
          || (i == 8 && lower.equals("sept"))) {
        return i + 1;
      }
    }
    return 0;
  }

  /** Returns whether the name is a month; "May" and "March" need a day, year or "in" next to it. */
  static boolean isDated(String text, int start, int end, int month) {
    if (month != 5 && month != 3) {
      return true;
    }
    int next = end < text.length() && text.charAt(end) == '.' ? end + 1 : end;
    if (next + 1 < text.length()
        && text.charAt(next) == ' '
        && (NumberCharacters.isDigitAt(text, next + 1) || isDayWord(text, next))) {
      return true;
    }
    if (start < 2 || text.charAt(start - 1) != ' ') {
      return false;
    }
    if (NumberCharacters.isDigitAt(text, start - 2)) {
      return true;
    }
    String previous = NumberCharacters.previousWord(text, start);
    return LEADERS.contains(previous)
        || (BETWEEN.contains(previous) && isNamed(text, start - previous.length() - 1));
  }

  /** Returns whether another month ends before a space here: January to March. */
  private static boolean isNamed(String text, int at) {
    int month = MONTHS.indexOf(NumberCharacters.previousWord(text, at));
    return month >= 0 && Character.isUpperCase(text.charAt(at - 1 - MONTHS.get(month).length()));
  }

  /** Returns whether a day in words follows: "May Fourth", "March third". */
  private static boolean isDayWord(String text, int end) {
    return Character.isUpperCase(text.charAt(end + 1))
        && NumberWord.ordinal(NumberCharacters.nextWord(text, end)) > 0;
  }

  public static String name(int month) {
    String name = MONTHS.get(month - 1);
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }
}
