package ballast.check;

import ballast.bitext.Span;
import ballast.check.Figure.Sort;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Numbers that are parts of dates: "March 2", "the 1st of March", "the 1960s", 五十年代. */
final class FigureDates {

  private static final Pattern BEFORE_MONTH =
      Pattern.compile("(?:st|nd|rd|th)?(?: of)? ", Pattern.CASE_INSENSITIVE);

  /** After the day no other number goes on: "March 1.5 million", "May 20 percent". */
  private static final Pattern AFTER_DAY =
      Pattern.compile(
          "(?:st|nd|rd|th)?(?![\\w%])(?!\\.\\d)(?! (?:percent|per cent|million|billion)).*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private static final BigDecimal LAST_DAY = BigDecimal.valueOf(31);

  private FigureDates() {}

  /** Whether a number that ends there is a decade: 90年代, 1960s, 1960's. */
  static boolean isDecade(BigDecimal value, int end, String text) {
    boolean tens = value.scale() <= 0 && value.remainder(BigDecimal.TEN).signum() == 0;
    boolean english =
        value.precision() == 4
            && List.of("s", "'s", "’s").stream().anyMatch(s -> text.startsWith(s, end));
    return tens && (english || text.startsWith("年代", end));
  }

  /** The same figures, those beside a month as days of it: their span is the whole date. */
  static List<Figure> days(List<Figure> figures, String text) {
    List<Figure> days = new ArrayList<>(figures);
    for (int i = 0; i < figures.size(); i++) {
      Figure month = figures.get(i);
      if (month.sort() != Sort.MONTH) {
        continue;
      }
      Figure next = i + 1 < figures.size() ? figures.get(i + 1) : month;
      Figure before = i > 0 ? figures.get(i - 1) : month;
      if (next.sort() == Sort.DAY && between(month, next, text).isBlank()) {
        days.set(i + 1, day(next, month.span().start(), next.span().end() + 1)); // with its 日
      } else if (isAfter(month, next, text)) {
        days.set(i + 1, day(next, month.span().start(), next.span().end()));
      } else if (isBefore(before, month, text)) {
        days.set(i - 1, day(before, before.span().start(), month.span().end()));
      }
    }
    return days;
  }

  /** What stands between two figures; a mark when the second does not come after the first. */
  private static String between(Figure first, Figure second, String text) {
    int from = first.span().end();
    return second.span().start() < from ? "," : text.substring(from, second.span().start());
  }

  private static boolean isAfter(Figure month, Figure day, String text) {
    String between = between(month, day, text);
    return isDay(day)
        && (between.equals(" ") || between.equals(". "))
        && AFTER_DAY.matcher(text.substring(day.span().end())).matches();
  }

  private static boolean isBefore(Figure day, Figure month, String text) {
    int end = day.span().end();
    return isDay(day)
        && end <= month.span().start()
        && BEFORE_MONTH.matcher(text.substring(end, month.span().start())).matches();
  }

  private static boolean isDay(Figure figure) {
    return (figure.sort() == Sort.COUNT || figure.sort() == Sort.ORDINAL)
        && figure.value().scale() <= 0
        && figure.value().signum() > 0
        && figure.value().compareTo(LAST_DAY) <= 0;
  }

  private static Figure day(Figure day, int start, int end) {
    return new Figure(
        Sort.DAY, day.value(), day.value().toPlainString(), new Span(start, end), day.sure());
  }
}
