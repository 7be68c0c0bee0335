package ballast.language;

import ballast.bitext.Span;
import ballast.language.NumberValue.Kind;
import java.math.BigDecimal;
import java.math.MathContext;

/**
 * A number before its context has been considered.
 *
 * @param value without the scale
 * @param scale power of ten written after it: 4 for 万; it may also apply to the previous number
 *     (3-5万)
 * @param start in UTF-16 units
 * @param end one past its last UTF-16 unit
 * @param code as in {@link NumberValue}
 */
record RawNumber(Kind kind, BigDecimal value, int scale, int start, int end, String code) {

  static RawNumber of(Kind kind, BigDecimal value, int start, int end) {
    return new RawNumber(kind, value, 0, start, end, "");
  }

  static RawNumber of(Kind kind, long value, int start, int end) {
    return of(kind, BigDecimal.valueOf(value), start, end);
  }

  static BigDecimal quotient(long numerator, long denominator) {
    return BigDecimal.valueOf(numerator)
        .divide(BigDecimal.valueOf(denominator), MathContext.DECIMAL32);
  }

  RawNumber as(Kind other) {
    return new RawNumber(other, value, scale, start, end, code);
  }

  /** Returns this number with another kind and scale, for a suffix written once for several. */
  RawNumber scaled(Kind other, int power) {
    return new RawNumber(other, value, power, start, end, code);
  }

  RawNumber at(int from, int to) {
    return new RawNumber(kind, value, scale, from, to, code);
  }

  BigDecimal amount() {
    return value.scaleByPowerOfTen(scale);
  }

  boolean isWhole() {
    return value.signum() == 0 || value.stripTrailingZeros().scale() <= 0;
  }

  NumberValue finished() {
    return new NumberValue(kind, amount(), new Span(start, end), code);
  }
}
