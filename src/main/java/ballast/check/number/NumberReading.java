package ballast.check.number;

import ballast.bitext.Span;
import ballast.language.NumberReader;
import ballast.language.NumberValue;
import ballast.language.NumberValue.Kind;
import ballast.language.quantity.Quantity;
import ballast.language.quantity.QuantityReader;
import ballast.language.quantity.UnitOfMeasure;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the numbers of a text for the comparison with those of its translation. For one text. */
public final class NumberReading {

  private static final BigDecimal HALF = new BigDecimal("0.5");
  private static final int MIN_LONG_NUMERALS = 3;

  private static final String MORE = "多余餘";

  /** One of equal parts of a ranking: "the top quartile" is 前25%. */
  private static final Pattern QUANTILE = Pattern.compile("(?i)\\b(quart|quint|dec)iles?\\b");

  private final String text;
  private final NumberNames names;

  private NumberReading(String text) {
    this.text = text;
    this.names = NumberNames.in(text);
  }

  /** The numbers of a text, in order, and after them the digits of names and the quantiles. */
  public static List<ComparedNumber> of(String text) {
    return new NumberReading(text).read();
  }

  private List<ComparedNumber> read() {
    List<NumberValue> values =
        NumberReader.read(text).stream()
            .filter(number -> !number.isVague() && !names.isMarkup(number.span()))
            .toList();
    OtherReadings readings = new OtherReadings(text, values);
    List<ComparedNumber> numbers = new ArrayList<>();
    UnitOfMeasure unit = null;
    for (int i = values.size() - 1; i >= 0; i--) {
      boolean last = i + 1 == values.size() || !readings.isRange(values.get(i), values.get(i + 1));
      ComparedNumber number = compared(values.get(i), readings.of(i), last ? null : unit);
      unit = number.quantity() == null ? null : number.quantity().unit();
      numbers.add(number);
    }
    Collections.reverse(numbers);
    names.others(values.stream().map(NumberValue::span).toList()).stream()
        .filter(name -> !names.isMarkup(name.digits()))
        .forEach(name -> numbers.add(named(name)));
    if (text.contains("ile")) { // saves searching most texts letter by letter
      QUANTILE.matcher(text).results().map(NumberReading::quantile).forEach(numbers::add);
    }
    return numbers;
  }

  private static ComparedNumber quantile(MatchResult word) {
    int percent =
        switch (word.group(1).toLowerCase(Locale.ROOT)) {
          case "quart" -> 25;
          case "quint" -> 20;
          default -> 10;
        };
    Span span = new Span(word.start(), word.end());
    NumberValue share =
        new NumberValue(Kind.PERCENT, BigDecimal.valueOf(percent), span, /* code= */ "");
    return new ComparedNumber(
        share, /* sure= */ false, "", List.of(), BigDecimal.ZERO, null, List.of(), span);
  }

  /**
   * @param shared the unit of the other end of a range; null if there is none
   */
  private ComparedNumber compared(
      NumberValue number, List<NumberValue> otherwise, @Nullable UnitOfMeasure shared) {
    Span span = number.span();
    QuantityReader.Found found =
        number.kind() == Kind.CARDINAL || number.kind() == Kind.FRACTION
            ? QuantityReader.unitOf(text, span)
            : null;
    UnitOfMeasure unit = found == null ? shared : found.unit();
    return new ComparedNumber(
        number,
        isSure(number, span.of(text)),
        names.of(span),
        otherwise,
        room(number),
        unit == null ? null : Quantity.of(number.value(), unit),
        parts(span.of(text)),
        found == null ? span : new Span(span.start(), found.end()));
  }

  /** How much greater the amount may be: one unit of the last place before 多 or 以上. */
  private BigDecimal room(NumberValue number) {
    String written = number.span().of(text);
    String after =
        text.substring(number.span().end(), Math.min(text.length(), number.span().end() + 4))
            .strip();
    boolean more =
        written.chars().anyMatch(c -> MORE.indexOf(c) >= 0)
            || (!after.isEmpty() && MORE.indexOf(after.charAt(0)) >= 0)
            || after.contains("以上");
    BigDecimal value = number.value();
    return more ? BigDecimal.ONE.scaleByPowerOfTen(-value.scale()) : BigDecimal.ZERO;
  }

  /** The digits of a name that is not read as a number: the 20 of G20. */
  private ComparedNumber named(NumberNames.Name name) {
    Span span = name.digits();
    String digits = span.of(text);
    NumberValue number = new NumberValue(Kind.CARDINAL, new BigDecimal(digits), span, "");
    return new ComparedNumber(
        number, true, name.letters(), List.of(), BigDecimal.ZERO, null, List.of(), span);
  }

  /**
   * The groups of digits of 7.55, 2.5% or 249,289; none of a number without signs between digits.
   */
  private static List<BigDecimal> parts(String number) {
    String written = number.replaceFirst(" ?(?:[%％]|per ?cent)$", "");
    if (!written.chars().allMatch(c -> (c >= '0' && c <= '9') || ",. :-".indexOf(c) >= 0)) {
      return List.of();
    }
    List<BigDecimal> parts =
        Arrays.stream(written.split("[^0-9]+"))
            .filter(part -> !part.isEmpty())
            .map(BigDecimal::new)
            .toList();
    return parts.size() > 1 ? parts : List.of();
  }

  private static boolean isSure(NumberValue number, String written) {
    boolean manyNumerals =
        written.chars().filter(NumberReading::isHanNumeral).count() >= MIN_LONG_NUMERALS;
    boolean placed = written.chars().anyMatch(c -> "十百千万萬亿億点點拾佰仟".indexOf(c) >= 0);
    boolean date = written.chars().anyMatch(c -> c == '月' || Character.isUpperCase(c));
    return written.codePoints().anyMatch(Character::isDigit)
        || switch (number.kind()) {
          case MONTH, WEEKDAY, DECADE -> true;
          case DATE_NAME -> false;
          case DAY -> date;
          case FRACTION -> number.value().compareTo(HALF) != 0; // there are many words for a half
          case PERCENT -> manyNumerals || written.startsWith("百分之") || written.indexOf('成') > 0;
          case YEAR -> manyNumerals;
          case CARDINAL, ORDINAL, VAGUE, CODE -> manyNumerals && placed; // unlike 七零八落
        };
  }

  private static boolean isHanNumeral(int c) {
    return "零〇一二两兩三四五六七八九十百千万萬亿億壹貳贰貮參叁参肆伍陸陆柒捌玖拾佰仟".indexOf(c) >= 0;
  }
}
