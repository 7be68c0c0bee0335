package ballast.language;

import ballast.bitext.Span;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;

/**
 * The value of a number in a text: 3082.7亿 and 308.27 billion are equal.
 *
 * @param value 0 for {@link Kind#CODE}
 * @param span in UTF-16 units; a day within a date has the span of the whole date, so it may
 *     contain the span of the month
 * @param code the bare digits of a {@link Kind#CODE}; "+" for a {@link Kind#VAGUE} number somewhat
 *     above its value (十几); otherwise empty
 */
public record NumberValue(Kind kind, BigDecimal value, Span span, String code) {

  /** The use of a number. */
  public enum Kind {
    /** A count or an amount. A range gives a number for each end; 三十多 is its lower bound, 30. */
    CARDINAL,
    /** First, 第一, 3rd. */
    ORDINAL,
    /** Part of a whole: 三分之一, one third, 2/3, 一半, 0.7. */
    FRACTION,
    /** Percent: 8 for 8%, for 8 percentage points and for 八个百分点; 60 for 六成. */
    PERCENT,
    /** A month of the year, 1 to 12. */
    MONTH,
    /** A day of the month, 1 to 31, next to a month or with 日 or 号. */
    DAY,
    /** A day of the week, 1 for Monday to 7 for Sunday. */
    WEEKDAY,
    /** A year, 1000 to 2100. */
    YEAR,
    /** Ten years, by the first: 1990 for the 1990s; 90 for 90年代, which lacks its century. */
    DECADE,
    /** Han digits that may be a month and a day: 228 for 二二八, 54 for 五四. */
    DATE_NAME,
    /** A count known only by its power of ten: 10 for 几十 and "dozens", 100 for "hundreds". */
    VAGUE,
    /** Digits that are a name and not a count: a telephone number, a version. */
    CODE
  }

  private static final int FRACTION_DIGITS = 4;
  private static final BigDecimal THOUSANDTH = new BigDecimal("0.001");
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** First decade without a century that belongs to the twentieth. */
  private static final BigDecimal OLDEST_DECADE = BigDecimal.valueOf(30);

  /** Rounds fractions to four places, those below a thousandth to four digits. */
  public NumberValue {
    if (value.abs().compareTo(THOUSANDTH) < 0) {
      value = value.round(new MathContext(FRACTION_DIGITS));
    } else if (value.scale() > FRACTION_DIGITS) {
      value = value.setScale(FRACTION_DIGITS, RoundingMode.HALF_UP);
    }
    value = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
  }

  /** Returns whether there is no exact value to compare: 几十, "hundreds". */
  public boolean isVague() {
    return kind == Kind.VAGUE;
  }

  /** Returns whether the value is greater than 1 and not a power of ten, which is often a word. */
  public boolean isSeveral() {
    return value.compareTo(BigDecimal.ONE) > 0 && !isPowerOfTen();
  }

  /** Returns whether the value is 1, 10, 0.1 and so on, which may lack a digit: 百余, "millions". */
  public boolean isPowerOfTen() {
    return value.unscaledValue().equals(BigInteger.ONE);
  }

  /**
   * Returns a lookup key that is equal for numbers with the same meaning in either language.
   * Ordinals and cardinals have the same key (21世纪 is the 21st century).
   */
  public String key() {
    return switch (kind) {
      case CODE -> "code " + code;
      case PERCENT -> value.toPlainString() + "%";
      case MONTH -> "month " + value.toPlainString();
      case WEEKDAY -> "weekday " + value.toPlainString();
      case VAGUE -> "some " + value.toPlainString() + code;
      case DECADE -> (isBareDecade() ? value.add(century()) : value).toPlainString();
      case CARDINAL, ORDINAL, FRACTION, DAY, YEAR, DATE_NAME -> value.toPlainString();
    };
  }

  /**
   * Returns whether both have the same meaning, in the same or different languages. Numbers with
   * equal {@link #key}s do. In addition, half equals 50 percent and twice 200 percent, 90年代 equals
   * the 1990s (or the 1890s), and 二二八 equals February and the 28th.
   */
  public boolean isSameAs(NumberValue other) {
    if (kind == Kind.CODE || other.kind == Kind.CODE || isVague() || other.isVague()) {
      return kind == other.kind && code.equals(other.code) && hasValueOf(other);
    }
    return (group() == other.group() && hasValueOf(other))
        || isPercentOf(other)
        || other.isPercentOf(this)
        || isDecadeOf(other)
        || other.isDecadeOf(this)
        || isNameOf(other)
        || other.isNameOf(this);
  }

  public boolean hasValueOf(NumberValue other) {
    return value.compareTo(other.value) == 0;
  }

  public boolean isMissingIn(List<NumberValue> others) {
    return others.stream().noneMatch(this::isSameAs);
  }

  /** Returns the group of the kind; numbers of different groups are never equal. */
  private Kind group() {
    return switch (kind) {
      case PERCENT, MONTH, WEEKDAY, VAGUE, CODE -> kind;
      case CARDINAL, ORDINAL, FRACTION, DAY, YEAR, DECADE, DATE_NAME -> Kind.CARDINAL;
    };
  }

  private boolean isPercentOf(NumberValue fraction) {
    return kind == Kind.PERCENT
        && (fraction.kind == Kind.FRACTION || fraction.kind == Kind.CARDINAL)
        && value.compareTo(fraction.value.multiply(HUNDRED)) == 0;
  }

  private boolean isBareDecade() {
    return kind == Kind.DECADE && value.compareTo(HUNDRED) < 0;
  }

  private BigDecimal century() {
    return BigDecimal.valueOf(value.compareTo(OLDEST_DECADE) < 0 ? 2000 : 1900);
  }

  private boolean isDecadeOf(NumberValue year) {
    return isBareDecade()
        && (year.kind == Kind.YEAR || year.kind == Kind.DECADE)
        && year.value.remainder(HUNDRED).compareTo(value) == 0;
  }

  private boolean isNameOf(NumberValue part) {
    if (kind != Kind.DATE_NAME || (part.kind != Kind.MONTH && part.kind != Kind.DAY)) {
      return false;
    }
    String digits = value.toPlainString();
    String other = part.value.toPlainString();
    return part.kind == Kind.MONTH ? digits.startsWith(other) : digits.endsWith(other);
  }
}
