package ballast.check;

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

  /** The same figures, those that stand beside the name of a month as days of it. */
  static List<Figure> days(List<Figure> figures, String text) {
    List<Figure> days = new ArrayList<>(figures);
    for (int i = 0; i < figures.size(); i++) {
      if (figures.get(i).sort() == Sort.MONTH) {
        if (i + 1 < figures.size() && isAfter(figures.get(i), figures.get(i + 1), text)) {
          days.set(i + 1, day(figures.get(i + 1)));
        } else if (i > 0 && isBefore(figures.get(i - 1), figures.get(i), text)) {
          days.set(i - 1, day(figures.get(i - 1)));
        }
      }
    }
    return days;
  }

  private static boolean isAfter(Figure month, Figure day, String text) {
    String between =
        text.substring(month.span().end(), Math.max(month.span().end(), day.span().start()));
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

  private static Figure day(Figure figure) {
    return new Figure(
        Sort.DAY, figure.value(), figure.value().toPlainString(), figure.span(), figure.sure());
  }
}
