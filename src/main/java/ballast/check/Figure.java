package ballast.check;

import ballast.bitext.Span;
import ballast.language.NumberReader;
import ballast.language.NumberValue;
import ballast.language.NumberValue.Kind;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A number of a text, as far as a mistake in it can be told.
 *
 * @param sort what sort of number
 * @param value its value
 * @param key the same for equal numbers of both languages
 * @param span where it stands
 * @param sure whether it is written so that it must be a count: in digits, or in Han numerals with
 *     units (三百二十), not a word that may be a manner of speaking
 */
record Figure(Sort sort, BigDecimal value, String key, Span span, boolean sure) {

  /** Numbers of one sort may be taken for each other. */
  enum Sort {
    PERCENT,
    MONTH,
    YEAR,
    DECADE,
    DAY,
    FRACTION,
    ORDINAL,
    CODE,
    COUNT
  }

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private static final BigDecimal FIFTY = BigDecimal.valueOf(50);
  private static final BigDecimal HALF = new BigDecimal("0.5");

  private static final Pattern CURRENCY =
      Pattern.compile("\\b(?:USD?|RMB|CNY|HKD?|EUR|GBP|JPY|NTD?|AUD?|CAD?|MOP|CHF|Rs)(?=\\d)");

  private static final Pattern MORE = Pattern.compile("([多余来])([十百千万亿]+)");

  /** Many set a space between digits and Han. */
  private static final Pattern SPACED =
      Pattern.compile("(?<=\\d)([ \u00a0])([百千万萬亿億]+|[年月日号號世]|个百分点)");

  private static final Pattern UNIT = Pattern.compile("(?<=[\\d十百万亿])千(?=[米克瓦伏卡焦赫帕字])");

  /** The figures of a text, in order. */
  static List<Figure> of(String text) {
    String tidy = tidy(text);
    List<Figure> figures = new ArrayList<>();
    for (NumberValue number : NumberReader.read(tidy)) {
      figures.add(of(number, tidy));
    }
    List<Figure> all = new ArrayList<>(FigureWords.of(tidy));
    all.addAll(FigureDates.days(joined(figures, tidy), tidy));
    return tidy.equals(text) ? all : all.stream().map(figure -> figure.in(text, tidy)).toList();
  }

  /** The text as numbers are read from it; every sign stays in its place. */
  private static String tidy(String text) {
    String tidy = text;
    if (hasLetterBeforeDigit(tidy)) {
      tidy = CURRENCY.matcher(tidy).replaceAll(found -> " ".repeat(found.group().length()));
    }
    if (hasSpaceAfterDigit(tidy)) {
      tidy = SPACED.matcher(tidy).replaceAll("$2$1"); // 70 万 is 70万
    }
    if (tidy.indexOf('千') >= 0) {
      tidy = UNIT.matcher(tidy).replaceAll("公"); // the 千 of 34千米 belongs to the unit
    }
    if (tidy.indexOf('多') >= 0 || tidy.indexOf('余') >= 0 || tidy.indexOf('来') >= 0) {
      tidy = MORE.matcher(tidy).replaceAll("$2$1"); // 1300多万 is 1300万多
    }
    return tidy;
  }

  /** With the place that it has in the raw text, where a space may stand before its unit. */
  private Figure in(String raw, String tidy) {
    int end = span.end() + spaces(span.of(raw)) - spaces(span.of(tidy));
    return end == span.end()
        ? this
        : new Figure(sort, value, key, new Span(span.start(), end), sure);
  }

  private static int spaces(String text) {
    return (int) text.chars().filter(Character::isSpaceChar).count();
  }

  private static boolean hasSpaceAfterDigit(String text) {
    for (int i = 2; i < text.length(); i++) {
      char space = text.charAt(i - 1);
      char before = text.charAt(i - 2);
      if ((space == ' ' || space == '\u00a0')
          && before >= '0'
          && before <= '9'
          && text.charAt(i) > '\u2e80') {
        return true;
      }
    }
    return false;
  }

  private static boolean hasLetterBeforeDigit(String text) {
    for (int i = 1; i < text.length(); i++) {
      char before = text.charAt(i - 1);
      if (text.charAt(i) <= '9' && text.charAt(i) >= '0' && before >= 'A' && before <= 'z') {
        return true;
      }
    }
    return false;
  }

  /** 11万7015 and 7万8千 are one number each. */
  private static List<Figure> joined(List<Figure> figures, String text) {
    List<Figure> joined = new ArrayList<>();
    for (Figure figure : figures) {
      Figure last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
      if (last != null && last.goesOnWith(figure, text)) {
        BigDecimal sum = last.value.add(figure.value);
        Span span = new Span(last.span.start(), figure.span.end());
        joined.set(joined.size() - 1, new Figure(Sort.COUNT, sum, sum.toPlainString(), span, true));
      } else {
        joined.add(figure);
      }
    }
    return joined;
  }

  private boolean goesOnWith(Figure next, String text) {
    if (next.span.start() != span.end() || sort != Sort.COUNT || next.sort == Sort.PERCENT) {
      return false;
    }
    int scale =
        switch (text.charAt(span.end() - 1)) {
          case '千' -> 3;
          case '万' -> 4;
          case '亿' -> 8;
          default -> 0;
        };
    return scale > 0 && next.value.compareTo(BigDecimal.ONE.scaleByPowerOfTen(scale)) < 0;
  }

  private static Figure of(NumberValue number, String text) {
    String written = number.span().of(text);
    boolean digits = written.codePoints().anyMatch(Character::isDigit);
    boolean units =
        written.codePoints().filter(Figure::isHanNumeral).count() > 2 || written.startsWith("百分之");
    return new Figure(
        sort(number, text, digits),
        number.value(),
        number.key(),
        number.span(),
        digits
            || units
            || number.kind() == Kind.MONTH
            || isFraction(number.value())
            || FigureDates.isDecade(number.value(), number.span().end(), text));
  }

  /** Less than one, other than a half, which is said in many ways. */
  private static boolean isFraction(BigDecimal value) {
    return value.signum() > 0 && value.compareTo(BigDecimal.ONE) < 0 && value.compareTo(HALF) != 0;
  }

  private static boolean isHanNumeral(int c) {
    return "零〇一二两三四五六七八九十百千万亿".indexOf(c) >= 0;
  }

  private static Sort sort(NumberValue number, String text, boolean digits) {
    int end = number.span().end();
    if (number.kind() == Kind.PERCENT) {
      return Sort.PERCENT;
    }
    if (number.kind() == Kind.MONTH) {
      return Sort.MONTH;
    }
    if (number.kind() == Kind.CODE) {
      return Sort.CODE;
    }
    if (number.kind() == Kind.ORDINAL) {
      return Sort.ORDINAL;
    }
    if (isFraction(number.value())) {
      return Sort.FRACTION;
    }
    if (FigureDates.isDecade(number.value(), end, text)) {
      return Sort.DECADE;
    }
    if (text.startsWith("日", end) || text.startsWith("号", end)) {
      return Sort.DAY;
    }
    int value =
        number.value().scale() <= 0 && number.value().precision() <= 4
            ? number.value().intValue()
            : 0;
    boolean bare = number.span().length() == 4 && digits;
    boolean year = text.startsWith("年", end) || bare;
    return year && value >= 1000 && value <= 2100 ? Sort.YEAR : Sort.COUNT;
  }

  boolean isMissingIn(List<Figure> others) {
    return others.stream().noneMatch(this::equalsIn);
  }

  private boolean equalsIn(Figure other) {
    if (key.equals(other.key) || (value.compareTo(other.value) == 0 && sort != Sort.CODE)) {
      return true;
    }
    return isPercentOf(other)
        || other.isPercentOf(this)
        || isDecadeOf(other)
        || other.isDecadeOf(this);
  }

  /** Half is 50 percent. */
  private boolean isPercentOf(Figure fraction) {
    return sort == Sort.PERCENT
        && (fraction.sort == Sort.COUNT || fraction.sort == Sort.FRACTION)
        && value.compareTo(fraction.value.multiply(HUNDRED)) == 0;
  }

  /** 90年代 are the 1990s. */
  private boolean isDecadeOf(Figure year) {
    return (year.sort == Sort.YEAR || year.sort == Sort.DECADE)
        && value.compareTo(HUNDRED) < 0
        && year.value.remainder(HUNDRED).compareTo(value) == 0;
  }

  /** Whether the other may have been written in place of this one. */
  boolean couldBeMeantBy(Figure other) {
    return sort == other.sort && sure && other.sure;
  }

  /** The same where one is said in a word: worth a look, no more. */
  boolean mightBeMeantBy(Figure other) {
    return sort == Sort.COUNT
        && other.sort == Sort.COUNT
        && !(sure && other.sure)
        && isSeveral()
        && other.isSeveral();
  }

  private boolean isSeveral() {
    return value.compareTo(BigDecimal.ONE) > 0 && !isRound();
  }

  /** Whether nobody would leave it out or add it: a percentage, a large or a broken count. */
  boolean isWeighty() {
    return switch (sort) {
      case PERCENT -> sure && value.compareTo(FIFTY) != 0;
      case COUNT -> sure && !isRound() && (value.scale() > 0 || value.compareTo(HUNDRED) >= 0);
      case MONTH, YEAR, DECADE, DAY, FRACTION, ORDINAL, CODE -> false;
    };
  }

  /** 百余, 逾百万, "millions": powers of ten come without a digit as well. */
  private boolean isRound() {
    return value.stripTrailingZeros().unscaledValue().equals(BigInteger.ONE);
  }
}
