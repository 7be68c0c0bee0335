package ballast.language;

import ballast.bitext.Span;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A number that a text names, as a value: 3082.7亿 and 308.27 billion are the same.
 *
 * @param kind what is counted
 * @param value its value; for {@link Kind#CODE} the bare digits
 * @param span where it stands, UTF-16 units
 * @param code the text of a {@link Kind#CODE} without spaces; empty for the others
 */
public record NumberValue(Kind kind, BigDecimal value, Span span, String code) {

  /** What a number is used for. */
  public enum Kind {
    /** How many, how much, which year, which day of the month. */
    CARDINAL,
    /** First, 第一, No. 1. */
    ORDINAL,
    /** Percent; the value is 8 for 8%. */
    PERCENT,
    /** A month of the year, 1 to 12. */
    MONTH,
    /** Digits that name rather than count: a telephone number, a version. */
    CODE
  }

  private static final int FRACTION_DIGITS = 4;

  /**
   * The same text for numbers that mean the same in both languages. Ordinals are not told from
   * cardinals (21世纪 is the 21st century), fractions are rounded to four places.
   */
  public String key() {
    return switch (kind) {
      case CODE -> "code " + code;
      case PERCENT -> plain() + "%";
      case MONTH -> "month " + plain();
      case CARDINAL, ORDINAL -> plain();
    };
  }

  private String plain() {
    BigDecimal rounded = value;
    if (rounded.scale() > FRACTION_DIGITS) {
      rounded = rounded.setScale(FRACTION_DIGITS, RoundingMode.HALF_UP);
    }
    return rounded.stripTrailingZeros().toPlainString();
  }
}
