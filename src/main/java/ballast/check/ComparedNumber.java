package ballast.check;

import ballast.bitext.Span;
import ballast.language.NumberReader;
import ballast.language.NumberValue;
import java.math.BigDecimal;
import java.util.List;

/**
 * A number of a text, as far as a mistake in it can be told. What is stricter or laxer here than
 * {@link NumberValue#isSameAs} has its reason:
 *
 * <ul>
 *   <li>The same value of another kind is enough (8 for 8%), since a sign may be written once for
 *       several numbers.
 *   <li>Vague numbers (几十, "hundreds") are not compared: translators are free with them.
 *   <li>A number in words may be a manner of speaking: it is a hint at most.
 *   <li>A number without a counterpart is a mistake only if nobody would leave it out.
 * </ul>
 *
 * @param number the number
 * @param sure whether it is written so that it must be a count: in digits, or in Han numerals with
 *     units (三百二十), not a word that may be a manner of speaking
 */
record ComparedNumber(NumberValue number, boolean sure) {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal FIFTY = BigDecimal.valueOf(50);
  private static final BigDecimal HALF = new BigDecimal("0.5");

  private static final int MANY_NUMERALS = 3;

  /** The numbers of a text, in order. */
  static List<ComparedNumber> of(String text) {
    return NumberReader.read(text).stream()
        .filter(number -> !number.isVague())
        .map(number -> new ComparedNumber(number, isSure(number, number.span().of(text))))
        .toList();
  }

  private static boolean isSure(NumberValue number, String written) {
    boolean manyNumerals =
        written.chars().filter(ComparedNumber::isHanNumeral).count() >= MANY_NUMERALS;
    boolean date = written.chars().anyMatch(c -> c == '月' || Character.isUpperCase(c));
    return written.codePoints().anyMatch(Character::isDigit)
        || switch (number.kind()) {
          case MONTH, WEEKDAY, DECADE -> true;
          case DATE_NAME -> false;
          case DAY -> date;
          case FRACTION -> number.value().compareTo(HALF) != 0; // half is said in many ways
          case PERCENT -> manyNumerals || written.startsWith("百分之") || written.indexOf('成') > 0;
          case CARDINAL, ORDINAL, YEAR, VAGUE, CODE -> manyNumerals;
        };
  }

  private static boolean isHanNumeral(int c) {
    return "零〇一二两兩三四五六七八九十百千万萬亿億".indexOf(c) >= 0;
  }

  Span span() {
    return number.span();
  }

  boolean isMissingIn(List<ComparedNumber> others) {
    return others.stream().noneMatch(this::isSaidBy);
  }

  private boolean isSaidBy(ComparedNumber other) {
    return number.isSameAs(other.number)
        || (number.hasValueOf(other.number) && isValue() && other.isValue());
  }

  /** Whether its value may be said by another kind of number. */
  private boolean isValue() {
    return switch (number.kind()) {
      case CODE, MONTH, WEEKDAY -> false;
      case CARDINAL, ORDINAL, FRACTION, PERCENT, DAY, YEAR, DECADE, DATE_NAME, VAGUE -> true;
    };
  }

  /** Whether the other may have been written in place of this one. */
  boolean couldBeMeantBy(ComparedNumber other) {
    return number.kind() == other.number.kind() && sure && other.sure;
  }

  /** The same where one is said in a word: worth a look, no more. */
  boolean mightBeMeantBy(ComparedNumber other) {
    return number.kind() == other.number.kind()
        && !(sure && other.sure)
        && isTelling()
        && other.isTelling();
  }

  private boolean isTelling() {
    return switch (number.kind()) {
      case CARDINAL, ORDINAL -> number.isSeveral();
      case FRACTION -> true;
      case PERCENT, MONTH, DAY, WEEKDAY, YEAR, DECADE, DATE_NAME, VAGUE, CODE -> false;
    };
  }

  /** Whether nobody would leave it out or add it: a percentage, a large or a broken count. */
  boolean isWeighty() {
    BigDecimal value = number.value();
    return switch (number.kind()) {
      case PERCENT -> sure && value.compareTo(FIFTY) != 0;
      case CARDINAL ->
          sure && !number.isPowerOfTen() && (value.scale() > 0 || value.compareTo(HUNDRED) >= 0);
      case ORDINAL, FRACTION, MONTH, DAY, WEEKDAY, YEAR, DECADE, DATE_NAME, VAGUE, CODE -> false;
    };
  }
}
