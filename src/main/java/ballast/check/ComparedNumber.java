package ballast.check;

import ballast.bitext.Span;
import ballast.language.NumberValue;
import ballast.language.NumberValue.Kind;
import ballast.language.Quantity;
import ballast.language.Quantity.Dimension;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A number in a text that can be compared with those of the other text. The comparison differs from
 * {@link NumberValue#isSameAs} for these reasons:
 *
 * <ul>
 *   <li>The same value of another kind is enough (8 for 8%), because one character may serve
 *       several numbers.
 *   <li>Amounts in different units of measure are converted.
 *   <li>A number in words may be a figure of speech, and so gives at most a hint.
 *   <li>A number without a counterpart is a mistake only if a translator would never omit it.
 *   <li>A number within a name is not missed, but may be the counterpart of a number in the other
 *       text.
 * </ul>
 *
 * @param certainty whether it is certainly a number
 * @param name the letters of its name: "COVID" for the 19 of COVID-19, ":" for the minutes of a
 *     time, "#" for the number of a section, "." for the label of an item in a list; empty if it is
 *     not part of a name
 * @param otherwise its other readings: 300,000 for the 300 of 300K, 60 percent for the six of "six
 *     in ten"
 * @param room how much greater the actual amount may be: 10 million for 一亿一千多万; 0 for an exact
 *     number
 * @param quantity the amount with its unit of measure; null without a unit
 * @param parts the groups of digits of a number with separators, such as 7 and 55 for 7.55;
 *     otherwise empty
 * @param span the number with its unit
 */
public record ComparedNumber(
    NumberValue number,
    Certainty certainty,
    String name,
    List<NumberValue> otherwise,
    BigDecimal room,
    @Nullable Quantity quantity,
    List<BigDecimal> parts,
    Span span) {

  private static final Span NOWHERE = new Span(0, 0);
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal GREAT = BigDecimal.valueOf(10_000);
  private static final double NEARLY = 0.2;
  private static final BigDecimal NEAR = BigDecimal.valueOf(4);
  private static final Set<Double> WORDY_PERCENTAGES = Set.of(50.0, 100.0, 200.0);

  /** How certainly a number is one. */
  public enum Certainty {
    /** Digits, or Han numerals with units (三百二十). */
    FIGURE,
    /** Words or Han numerals that count something: 三名, 第三, three. */
    COUNT,
    /** Words that may be a figure of speech. */
    WORD
  }

  public ComparedNumber {
    otherwise = List.copyOf(otherwise);
    parts = List.copyOf(parts);
  }

  /** A number with one exact reading. */
  static ComparedNumber of(
      NumberValue number, Certainty certainty, String name, @Nullable Quantity quantity) {
    return new ComparedNumber(
        number, certainty, name, List.of(), BigDecimal.ZERO, quantity, List.of(), number.span());
  }

  /** The same number without its place, for comparisons that do not depend on it. */
  ComparedNumber anywhere() {
    return new ComparedNumber(
        at(number),
        certainty,
        name,
        otherwise.stream().map(ComparedNumber::at).toList(),
        room,
        quantity,
        parts,
        NOWHERE);
  }

  private static NumberValue at(NumberValue number) {
    return new NumberValue(number.kind(), number.value(), NOWHERE, number.code());
  }

  boolean isMissingIn(List<ComparedNumber> others) {
    return others.stream().noneMatch(this::isSaidBy);
  }

  boolean isSaidBy(ComparedNumber other) {
    boolean half = counts(Dimension.HALF) && !other.counts(Dimension.HALF);
    boolean amount = quantity != null && !counts(Dimension.PROVISION);
    if (half || (amount && other.name.equals(NumberNames.ITEM))) {
      return false;
    }
    if (quantity != null && other.quantity != null) {
      if (quantity.isConversionOf(other.quantity)) {
        return true;
      }
      if (quantity.contradicts(other.quantity)) {
        return false;
      }
    }
    return isSame(number, other.number)
        || hasRoomFor(other)
        || other.hasRoomFor(this)
        || isSame(otherwise, other.number)
        || otherwise.stream()
            .anyMatch(one -> one.value().signum() < 0 && isSame(other.otherwise, one))
        || isSame(other.otherwise, number);
  }

  private static boolean isSame(List<NumberValue> readings, NumberValue other) {
    for (NumberValue reading : readings) {
      if (isSame(reading, other)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the other is more exact: 114 million for 一亿一千多万. */
  private boolean hasRoomFor(ComparedNumber other) {
    BigDecimal more = other.number.value().subtract(number.value());
    return number.kind() == other.number.kind() && more.signum() > 0 && more.compareTo(room) < 0;
  }

  private static boolean isSame(NumberValue one, NumberValue other) {
    return one.isSameAs(other) || (one.hasValueOf(other) && isValue(one) && isValue(other));
  }

  /** Whether its value can be expressed by another kind of number. */
  private static boolean isValue(NumberValue number) {
    return switch (number.kind()) {
      case CODE, MONTH, WEEKDAY -> false;
      case CARDINAL, ORDINAL, FRACTION, PERCENT, DAY, YEAR, DECADE, DATE_NAME, VAGUE -> true;
    };
  }

  boolean hasDigits(BigDecimal digits) {
    return number.kind() == Kind.CODE
        ? new BigDecimal(number.code()).compareTo(digits) == 0
        : number.value().compareTo(digits) == 0;
  }

  /** Whether its digits are a month and a day: 228, 1010. */
  boolean isDateOf(ComparedNumber month, ComparedNumber day) {
    return number.kind() == Kind.CARDINAL
        && month.number.kind() == Kind.MONTH
        && day.number.kind() == Kind.DAY
        && month.number.value().multiply(HUNDRED).add(day.number.value()).compareTo(number.value())
            == 0;
  }

  boolean isOrdinal() {
    return number.kind() == Kind.ORDINAL;
  }

  /** Whether the other may be a mistake for this one. */
  boolean couldBeMeantBy(ComparedNumber other) {
    return (number.kind() == other.number.kind() || (isCount() && other.isCount()))
        && certainty == Certainty.FIGURE
        && other.certainty == Certainty.FIGURE
        && (name.equalsIgnoreCase(other.name) || (isPlain() && other.isPlain()));
  }

  /** Whether it is a count: 70周年 is the 70th anniversary, 第二十七条 is Article 27. */
  private boolean isCount() {
    return number.kind() == Kind.CARDINAL || number.kind() == Kind.ORDINAL;
  }

  private boolean isPlain() {
    return name.isEmpty() || isSection();
  }

  boolean isSection() {
    return name.equals(NumberNames.SECTION);
  }

  /** Whether the other text may leave it out: it may have "both" for 两. */
  boolean isPair() {
    return quantity == null
        && number.kind() == Kind.CARDINAL
        && number.value().compareTo(BigDecimal.valueOf(2)) == 0;
  }

  boolean counts(Dimension dimension) {
    return quantity != null && quantity.unit().dimension() == dimension;
  }

  boolean isCertain() {
    return certainty != Certainty.WORD;
  }

  /** Whether a missing number can be the one that the other text has instead. */
  boolean isTelling() {
    return name.isEmpty()
        && !counts(Dimension.HALF)
        && switch (number.kind()) {
          case CARDINAL -> isSeveral() && (quantity != null || number.value().signum() != 0);
          case ORDINAL, FRACTION, PERCENT -> true;
          default -> false;
        };
  }

  /** Whether it is not "the first", which has many words. */
  boolean isSeveral() {
    return quantity != null || number.value().compareTo(BigDecimal.ONE) != 0;
  }

  /** Whether both are of one kind, and neither is known to count something else. */
  boolean mightBeMeantBy(ComparedNumber other) {
    boolean oneKind =
        number.kind() == other.number.kind()
            || (isCount() && other.isCount())
            || (isShare() && other.isShare());
    return oneKind
        && ((quantity != null && other.quantity != null)
            ? quantity.isComparable(other.quantity)
            : mayLackUnit() && other.mayLackUnit());
  }

  /** Whether the other text may leave its unit out: "at sixteen", "from seven to ten". */
  private boolean mayLackUnit() {
    return quantity == null
        || switch (quantity.unit().dimension()) {
          case TIME, MONEY, CLOCK, TIMES, SHARE -> true;
          default -> false;
        };
  }

  /** Whether it is known what it counts. */
  boolean isCounted() {
    return isTelling() && isCertain() && (quantity != null || number.kind() == Kind.ORDINAL);
  }

  /** Whether the other counts the same, as far as is known. */
  boolean isSortOf(ComparedNumber other) {
    boolean bare = quantity == null && number.kind() == Kind.ORDINAL;
    return countsSameAs(other) || (bare && isAlike(other));
  }

  private boolean isShare() {
    return number.kind() == Kind.FRACTION || number.kind() == Kind.PERCENT;
  }

  /** Whether both count the same: days, money, articles, degrees. */
  boolean countsSameAs(ComparedNumber other) {
    return quantity != null
        && other.quantity != null
        && quantity.isComparable(other.quantity)
        && isPlain()
        && other.isPlain();
  }

  /** Whether both have the same kind and comparable units or none: the likeliest counterparts. */
  boolean isAlike(ComparedNumber other) {
    return (quantity != null && other.quantity != null)
        ? quantity.isComparable(other.quantity)
        : quantity == null && other.quantity == null && number.kind() == other.number.kind();
  }

  /** Whether one may be a slip for the other, although it is not known that both count the same. */
  boolean isClose(ComparedNumber other) {
    boolean known = (quantity == null) == (other.quantity == null);
    return known ? isWithinReach(other) || isShare() : closeness(other) > NEARLY;
  }

  /** The smaller value as a share of the greater one, 0 to 1. */
  double closeness(ComparedNumber other) {
    double one = number.value().abs().doubleValue();
    double two = other.number.value().abs().doubleValue();
    return one == two ? 1 : Math.min(one, two) / Math.max(one, two);
  }

  /** Whether a slip can turn one into the other: same first digit, or less than tenfold. */
  boolean isWithinReach(ComparedNumber other) {
    BigDecimal one = number.value().abs();
    BigDecimal two = other.number.value().abs();
    String digits = one.unscaledValue().toString();
    String others = two.unscaledValue().toString();
    return digits.charAt(0) == others.charAt(0)
        || one.max(two).compareTo(one.min(two).multiply(BigDecimal.TEN)) < 0;
  }

  /**
   * Whether it is impossible to tell if the other, in the translation, is a mistake for this one:
   * the units measure different things, a unit had different sizes and the other text has none, it
   * is a coarse conversion, or a number is rounded.
   */
  boolean isIncomparable(ComparedNumber other) {
    if (isShortenedTo(other, RoundingMode.HALF_UP)
        || isLessExactThan(other)
        || isAtLeastAbove(other)
        || other.isAtLeastAbove(this)) {
      return true;
    }
    if (quantity == null || other.quantity == null) {
      Quantity only = quantity == null ? other.quantity : quantity;
      return only != null && only.unit().customary();
    }
    return !quantity.isComparable(other.quantity) || isInOtherUnitNear(other);
  }

  /** Whether 三層以上 may be "more than two storeys". */
  private boolean isAtLeastAbove(ComparedNumber other) {
    return quantity == null
        && room.signum() > 0
        && other.room.signum() > 0
        && number.value().subtract(other.number.value()).compareTo(BigDecimal.ONE) == 0;
  }

  /**
   * Whether the other continues past this number's last digit: 138,986 for 13万8千. That digit is at
   * least the third, in a number from 10,000 or with a decimal point.
   */
  private boolean isLessExactThan(ComparedNumber other) {
    return number.value().precision() > 2
        && (number.value().scale() > 0 || number.value().compareTo(GREAT) >= 0)
        && (other.isShortenedTo(this, RoundingMode.HALF_UP)
            || other.isShortenedTo(this, RoundingMode.DOWN));
  }

  /** Whether the other is this number in fewer digits, at least two: 36,000 for 36,197. */
  private boolean isShortenedTo(ComparedNumber other, RoundingMode how) {
    int precision = other.number.value().precision();
    return number.kind() == Kind.CARDINAL
        && precision > 1
        && precision < number.value().precision()
        && other.number.value().compareTo(number.value().round(new MathContext(precision, how)))
            == 0;
  }

  /** Whether the other is the paragraph of this article: 第一款 and 99.1. */
  boolean isParagraphOf(ComparedNumber other) {
    return parts.size() == 2 && other.isOrdinal() && other.hasDigits(parts.get(1));
  }

  /** Whether both are roughly equal: amounts in different units, 三成 and a third. */
  public boolean isNear(ComparedNumber other) {
    return isThirdNear(other) || other.isThirdNear(this) || isInOtherUnitNear(other);
  }

  private boolean isThirdNear(ComparedNumber tenths) {
    BigDecimal percent = number.value().multiply(HUNDRED);
    return number.kind() == Kind.FRACTION
        && number.value().scale() > 2
        && tenths.number.kind() == Kind.PERCENT
        && tenths.number.value().remainder(BigDecimal.TEN).signum() == 0
        && percent.subtract(tenths.number.value()).abs().compareTo(NEAR) < 0;
  }

  private boolean isInOtherUnitNear(ComparedNumber other) {
    return quantity != null && other.quantity != null && quantity.isNear(other.quantity);
  }

  /**
   * Whether a translator would never omit or add it: a percentage, a large number or a fraction,
   * but not the number of an article, for which the Chinese may have 前條. There are many words for a
   * half, the whole and the double.
   */
  public boolean isWeighty() {
    BigDecimal value = number.value();
    return certainty == Certainty.FIGURE
        && name.isEmpty()
        && !counts(Dimension.PROVISION)
        && switch (number.kind()) {
          case PERCENT -> !WORDY_PERCENTAGES.contains(value.doubleValue());
          case CARDINAL ->
              !number.isPowerOfTen() && (value.scale() > 0 || value.compareTo(HUNDRED) >= 0);
          default -> false;
        };
  }
}
