package ballast.language;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Fractions in digits: ½, 2/3. */
final class VulgarFraction {

  static final BigDecimal HALF = new BigDecimal("0.5");

  private static final int MAX_DENOMINATOR = 10;

  private VulgarFraction() {}

  /** The value of a single-character fraction; null for other characters. */
  static @Nullable BigDecimal of(char c) {
    return switch (c) {
      case '½' -> HALF;
      case '¼' -> new BigDecimal("0.25");
      case '¾' -> new BigDecimal("0.75");
      case '⅓' -> RawNumber.quotient(1, 3);
      case '⅔' -> RawNumber.quotient(2, 3);
      case '⅕' -> new BigDecimal("0.2");
      case '⅛' -> new BigDecimal("0.125");
      default -> null;
    };
  }

  /**
   * Reads a fraction such as 2/3 at {@code start}: less than one, in lowest terms, with a small
   * denominator.
   *
   * @return null if there is no such fraction: 24/7, 2019/20, 1/2/2024
   */
  static @Nullable RawNumber withSlash(String text, int start) {
    int slash = NumberCharacters.digitsEnd(text, start);
    int end = NumberCharacters.digitsEnd(text, slash + 1);
    if (slash - start > 2
        || !NumberCharacters.isOneOf("/／⁄", text, slash)
        || end - slash < 2
        || end - slash > 3
        || NumberCharacters.isOneOf("/／.", text, start - 1)
        || NumberCharacters.isOneOf("/／", text, end)
        || (NumberCharacters.isOneOf(",", text, end) // 1/10,000
            && NumberCharacters.isDigitAt(text, end + 1))) {
      return null;
    }
    int numerator = number(text, start, slash);
    int denominator = number(text, slash + 1, end);
    boolean fraction =
        numerator > 0
            && numerator < denominator
            && denominator <= MAX_DENOMINATOR
            && divisor(numerator, denominator) == 1;
    return fraction ? RawNumber.fraction(numerator, denominator, start, end) : null;
  }

  private static int number(String text, int start, int end) {
    int number = 0;
    for (int i = start; i < end; i++) {
      number = number * 10 + NumberCharacters.digit(text.charAt(i));
    }
    return number;
  }

  private static int divisor(int one, int other) {
    return other == 0 ? one : divisor(other, one % other);
  }
}
