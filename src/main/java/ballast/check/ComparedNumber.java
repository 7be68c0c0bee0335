package ballast.check;

import ballast.bitext.Span;
import ballast.language.NumberReader;
import ballast.language.NumberValue;
import java.math.BigDecimal;
import java.util.List;

/**
 * A number in a text that can be compared with those of the other text. The comparison differs from
 * {@link NumberValue#isSameAs} for these reasons:
 *
 * <ul>
 *   <li>The same value of another kind is enough (8 for 8%), because one sign may serve several
 *       numbers.
 *   <li>Vague numbers (几十, "hundreds") are not compared, because translators render them freely.
 *   <li>A number in words may be a figure of speech, and so gives at most a hint.
 *   <li>A number without a counterpart is a mistake only if a translator would never leave it out.
 * </ul>
 *
 * @param number the number
 * @param sure whether it is certainly a number: in digits, or in Han numerals with units (三百二十),
 *     and not a word that may be a figure of speech
 */
record ComparedNumber(NumberValue number, boolean sure) {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal FIFTY = BigDecimal.valueOf(50);
  private static final BigDecimal HALF = new BigDecimal("0.5");

  private static final int MIN_LONG_NUMERALS = 3;

  /** The numbers of a text, in order. */
  static List<ComparedNumber> of(String text) {
    return NumberReader.read(text).stream()
        .filter(number -> !number.isVague())
        .map(number -> new ComparedNumber(number, isSure(number, number.span().of(text))))
        .toList();
  }

  private static boolean isSure(NumberValue number, String written) {
    boolean manyNumerals =
        written.chars().filter(ComparedNumber::isHanNumeral).count() >= MIN_LONG_NUMERALS;
    boolean date = written.chars().anyMatch(c -> c == '月' || Character.isUpperCase(c));
    return written.codePoints().anyMatch(Character::isDigit)
        || switch (number.kind()) {
          case MONTH, WEEKDAY, DECADE -> true;
          case DATE_NAME -> false;
          case DAY -> date;
          case FRACTION -> number.value().compareTo(HALF) != 0; // there are many words for a half
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

  /** Whether another kind of number may express its value. */
  private boolean isValue() {
    return switch (number.kind()) {
      case CODE, MONTH, WEEKDAY -> false;
      case CARDINAL, ORDINAL, FRACTION, PERCENT, DAY, YEAR, DECADE, DATE_NAME, VAGUE -> true;
    };
  }

  /** Whether the other may have been written by mistake for this one. */
  boolean couldBeMeantBy(ComparedNumber other) {
    return number.kind() == other.number.kind() && sure && other.sure;
  }

  /** The same if one of the two is in words: a hint at most. */
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

  /**
   * Whether a translator would never leave it out or add it: a percentage, a large number or a
   * fraction.
   */
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
