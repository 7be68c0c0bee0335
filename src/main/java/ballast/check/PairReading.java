package ballast.check;

import ballast.bitext.Span;
import ballast.glossary.Concept;
import ballast.glossary.EnglishText;
import ballast.language.NumberReader;
import ballast.language.NumberValue;
import ballast.language.NumberValue.Kind;
import ballast.language.Quantity;
import ballast.language.Quantity.UnitOfMeasure;
import ballast.language.QuantityReader;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A pair of texts with the analyses shared by several rules, made on demand. For one thread. */
public final class PairReading {

  private final Passage passage;
  private final TermJudge judge;
  private final boolean intoEnglish;
  private final PairTexts texts;
  private @Nullable List<TermReading> terms;

  /**
   * @param passage in Chinese and English, with a translation
   */
  public PairReading(Passage passage, TermJudge judge) {
    this.passage = passage;
    this.judge = judge;
    this.intoEnglish = passage.targetLang().isEnglish();
    this.texts =
        intoEnglish
            ? judge.texts(passage.source(), passage.target())
            : judge.texts(passage.target(), passage.source());
  }

  Passage passage() {
    return passage;
  }

  boolean isIntoEnglish() {
    return intoEnglish;
  }

  public String chinese() {
    return texts.chinese();
  }

  String english() {
    return texts.english();
  }

  EnglishText englishText() {
    return texts.englishText();
  }

  /** The glossary's terms in the Chinese text, each once, in order of first occurrence. */
  public List<TermReading> terms() {
    if (terms == null) {
      terms = judge.judge(texts);
    }
    return terms;
  }

  /**
   * A place where the English uses other words for a term, although it also has a required
   * rendering; see {@link TermJudge#variant}. Empty if it also has a forbidden rendering.
   */
  Optional<Span> variant(TermReading term) {
    boolean isAsWanted = term.rendered() && term.forbidden().isEmpty() && term.left().isEmpty();
    return isAsWanted ? judge.variant(term, terms(), texts) : Optional.empty();
  }

  TermJudge judge() {
    return judge;
  }

  PairTexts texts() {
    return texts;
  }

  /**
   * Whether the Chinese text contains the characters of a term of these concepts, even in another
   * sense.
   */
  boolean hasOneOf(List<Concept> concepts) {
    return concepts.stream().anyMatch(texts.scan().standing()::contains);
  }

  List<ComparedNumber> sourceNumbers() {
    return NumberReading.of(passage.source());
  }

  List<ComparedNumber> targetNumbers() {
    return NumberReading.of(passage.target());
  }

  /** Reads the numbers of a text for the comparison with those of its translation. For one text. */
  private static final class NumberReading {

    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final int MIN_LONG_NUMERALS = 3;

    private static final String MORE = "多余餘";

    /** A part of a ranking in equal parts: "the top quartile" is 前25%. */
    private static final Pattern QUANTILE = Pattern.compile("(?i)\\b(quart|quint|dec)iles?\\b");

    private final String text;
    private final NumberNames names;

    private NumberReading(String text) {
      this.text = text;
      this.names = NumberNames.in(text);
    }

    /** The numbers of a text, in order, then the digits of names and the quantiles. */
    static List<ComparedNumber> of(String text) {
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
        boolean last =
            i + 1 == values.size() || !readings.isRange(values.get(i), values.get(i + 1));
        ComparedNumber number = compared(values.get(i), readings.of(i), last ? null : unit);
        unit = number.quantity() == null ? null : number.quantity().unit();
        numbers.add(number);
      }
      Collections.reverse(numbers);
      names.others(values.stream().map(NumberValue::span).toList()).stream()
          .filter(name -> !names.isMarkup(name.digits()))
          .forEach(name -> numbers.add(named(name)));
      if (text.contains("ile")) { // avoids searching most texts letter by letter
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

    /** The digits of a name that are not read as a number: the 20 of G20. */
    private ComparedNumber named(NumberNames.Name name) {
      Span span = name.digits();
      String digits = span.of(text);
      NumberValue number = new NumberValue(Kind.CARDINAL, new BigDecimal(digits), span, "");
      return new ComparedNumber(
          number, true, name.letters(), List.of(), BigDecimal.ZERO, null, List.of(), span);
    }

    /** The groups of digits of 7.55, 2.5% or 249,289; none if the number has no separators. */
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

  /** Other readings of the numbers of a text, by the words next to them. For one text. */
  private static final class OtherReadings {

    private static final BigDecimal ONE = BigDecimal.ONE;
    private static final BigDecimal TEN = BigDecimal.TEN;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal NOON = BigDecimal.valueOf(12);
    private static final BigDecimal MIDNIGHT = BigDecimal.valueOf(24);

    /** The year before the first of the Republic of China. */
    private static final BigDecimal BEFORE_REPUBLIC = BigDecimal.valueOf(1911);

    private static final BigDecimal LAST_REPUBLIC = BigDecimal.valueOf(150);

    /** A power as one letter or the beginning of a word: 300K, 32 kilobases. */
    private static final Pattern POWER =
        Pattern.compile("([kKMB])\\+?(?![A-Za-z0-9])|[ -]?(kilo|mega|giga|tera)[a-z]{3}");

    /** Text after a year; a curriculum is named after its first one: 108課綱. */
    private static final Pattern YEAR =
        Pattern.compile("(?:[-–~至到]\\d{2,3})? ?(?:(?:[学學]|[会會][计計])?年|[课課][纲綱])");

    private static final Set<String> RANGE =
        Set.of(
            "-", "–", "—", "~", "～", "－", "至", "到", "to", "or", "或", "and", "和", "与", "、", "x",
            "×");

    private static final Pattern DISCOUNT =
        Pattern.compile("(?:[-–~～至到、]?[\\d一二三四五六七八九]{1,2})? ?折");

    private static final Pattern NAME_OF_PERCENT = Pattern.compile("[一二三四五六七八九]{3}");

    private static final Pattern RATIO = Pattern.compile(" (?:in|out of|(?:in|of|out of) every) ");
    private static final Pattern ONE_IN =
        Pattern.compile("(?i)\\bone (?:in|out of|(?:in|of|out of) every) $");
    private static final int MAX_LEAD = 20;

    private static final Pattern LESS_BY =
        Pattern.compile("(?i:(?:decreas|reduc|lower|cut)[a-z]* by $)|[降减減][低少]?[了]?$");

    private static final Pattern LESS_TO =
        Pattern.compile("(?i:(?:decreas|reduc|lower|cut)[a-z]* to $)|[降减減][低少]?[为為至到]$");

    /** Interest rates move by steps of a quarter of a percent, 碼. */
    private static final Pattern RATE = Pattern.compile("利率|[升降]息|收益率|報酬率|报酬率");

    private static final BigDecimal BASIS_STEP = new BigDecimal("0.25");

    private final String text;
    private final List<NumberValue> numbers;
    private @Nullable Boolean ofRates;

    OtherReadings(String text, List<NumberValue> numbers) {
      this.text = text;
      this.numbers = numbers;
    }

    List<NumberValue> of(int index) {
      NumberValue number = numbers.get(index);
      String written = number.span().of(text);
      List<NumberValue> readings = new ArrayList<>();
      addPowers(number, written, readings);
      if (index + 1 < numbers.size()) {
        addOfRange(number, numbers.get(index + 1), readings);
        addSum(number, numbers.get(index + 1), readings);
      }
      if (index > 0) {
        addSum(numbers.get(index - 1), number, readings);
      }
      addChinese(number, written, readings);
      addRatio(index, readings);
      addChange(number, readings);
      String after = text.substring(number.span().end(), end(number, 7));
      if (after.startsWith(" other")) {
        readings.add(reading(number, Kind.CARDINAL, number.value().add(ONE))); // and three others
      }
      return readings;
    }

    boolean isRange(NumberValue low, NumberValue high) {
      int from = low.span().end();
      int to = high.span().start();
      return to > from && to - from < 6 && RANGE.contains(text.substring(from, to).strip());
    }

    /**
     * Adds the value with the power of the other end of a range: 2.6至3.2万, "26 to 32 kilobases".
     */
    private void addOfRange(NumberValue low, NumberValue high, List<NumberValue> readings) {
      if (!isRange(low, high)) {
        return;
      }
      int power = hanPower(high.span().of(text));
      if (power > 0) {
        readings.add(scaled(low, power));
      }
      addPowers(high, high.span().of(text), readings, low);
    }

    /** Adds the whole of a number written in two groups: 817 萬 186. */
    private void addSum(NumberValue great, NumberValue small, List<NumberValue> readings) {
      int from = great.span().end();
      int to = small.span().start();
      int power = hanPower(great.span().of(text));
      if (power > 0
          && to > from
          && text.substring(from, to).isBlank()
          && small.value().compareTo(BigDecimal.ONE.scaleByPowerOfTen(power)) < 0) {
        readings.add(reading(great, great.kind(), great.value().add(small.value())));
      }
    }

    /** The exponent of a number's last character, 4 for 万; 0 if it is a digit. */
    private static int hanPower(String written) {
      return switch (written.charAt(written.length() - 1)) {
        case '千' -> 3;
        case '万', '萬' -> 4;
        case '亿', '億' -> 8;
        default -> 0;
      };
    }

    private int end(NumberValue number, int length) {
      return Math.min(text.length(), number.span().end() + length);
    }

    private void addPowers(NumberValue number, String written, List<NumberValue> readings) {
      addPowers(number, written, readings, number);
    }

    /**
     * @param low the number to scale by the power after the first
     */
    private void addPowers(
        NumberValue number, String written, List<NumberValue> readings, NumberValue low) {
      Matcher power = POWER.matcher(text).region(number.span().end(), end(number, 9));
      power.useTransparentBounds(true);
      if (power.lookingAt() && Character.isDigit(written.charAt(written.length() - 1))) {
        String sign = power.group(1) == null ? power.group(2) : power.group(1);
        readings.add(scaled(low, powerOf(sign)));
      } else if (written.endsWith("兆")) {
        readings.add(scaled(low, -12));
        readings.add(scaled(low, -6));
      }
    }

    /** Adds the change in percent, negative for less: -20 for both 降為百分之八十 and "reduced by 20%". */
    private void addChange(NumberValue number, List<NumberValue> readings) {
      int start = number.span().start();
      String lead = text.substring(Math.max(0, start - MAX_LEAD), start);
      if (number.kind() == Kind.PERCENT && LESS_BY.matcher(lead).find()) {
        readings.add(reading(number, Kind.PERCENT, number.value().negate()));
      } else if (number.kind() == Kind.PERCENT && LESS_TO.matcher(lead).find()) {
        readings.add(reading(number, Kind.PERCENT, number.value().subtract(HUNDRED)));
      }
    }

    private static int powerOf(String sign) {
      return switch (sign.toLowerCase(Locale.ROOT)) {
        case "k", "kilo" -> 3;
        case "m", "mega" -> 6;
        case "b", "giga" -> 9;
        default -> 12;
      };
    }

    private void addChinese(NumberValue number, String written, List<NumberValue> readings) {
      BigDecimal value = number.value();
      String after = text.substring(number.span().end(), end(number, 3)).strip();
      if (isYear(number.span().end()) && value.compareTo(LAST_REPUBLIC) < 0) {
        readings.add(reading(number, Kind.YEAR, value.add(BEFORE_REPUBLIC))); // 民国一百零九年
      } else if (isHour(after) && value.compareTo(NOON) > 0 && value.compareTo(MIDNIGHT) <= 0) {
        readings.add(reading(number, Kind.CARDINAL, value.subtract(NOON)));
      } else if (isDiscount(number.span().end()) && value.compareTo(HUNDRED) < 0) {
        BigDecimal paid = value.compareTo(TEN) < 0 ? value.multiply(TEN) : value;
        readings.add(reading(number, Kind.PERCENT, paid));
        readings.add(reading(number, Kind.PERCENT, HUNDRED.subtract(paid)));
      } else if (after.startsWith("旬")) {
        readings.add(scaled(number, 1));
      } else if ((after.startsWith("碼") || after.startsWith("码")) && isOfRates()) {
        readings.add(reading(number, Kind.PERCENT, value.multiply(BASIS_STEP)));
      }
      String before =
          text.substring(Math.max(0, number.span().start() - 4), number.span().start()).strip();
      if (number.kind() == Kind.DECADE && (before.endsWith("民国") || before.endsWith("民國"))) {
        readings.add(reading(number, Kind.DECADE, value.add(BEFORE_REPUBLIC).subtract(ONE)));
      }
      if (NAME_OF_PERCENT.matcher(written).matches()) {
        readings.add(reading(number, Kind.PERCENT, value.divide(TEN))); // 三七五減租: 37.5 percent
      }
      int part = written.indexOf("分之");
      if (part > 0 && number.kind() == Kind.FRACTION) {
        readings.addAll(NumberReader.read(written.substring(0, part))); // 35000分之一
      }
    }

    private boolean isOfRates() {
      if (ofRates == null) {
        ofRates = RATE.matcher(text).find();
      }
      return ofRates;
    }

    /** Whether 年 follows, directly or after the other end of a range: 109年, 111-116年, 115学年. */
    private boolean isYear(int end) {
      return YEAR.matcher(text).region(end, Math.min(text.length(), end + 8)).lookingAt();
    }

    /** Whether 折 follows, directly or after the other end of a range: 8-9 折. */
    private boolean isDiscount(int end) {
      return DISCOUNT.matcher(text).region(end, Math.min(text.length(), end + 6)).lookingAt();
    }

    private static boolean isHour(String after) {
      return !after.isEmpty() && "点點时時:：".indexOf(after.charAt(0)) >= 0;
    }

    /** Adds the ratio of "six in ten" to both of its numbers. */
    private void addRatio(int index, List<NumberValue> readings) {
      NumberValue number = numbers.get(index);
      if (index > 0) {
        addRatio(numbers.get(index - 1), number, readings);
      }
      if (index + 1 < numbers.size()) {
        addRatio(number, numbers.get(index + 1), readings);
      }
      int start = number.span().start();
      String lead = text.substring(Math.max(0, start - MAX_LEAD), start);
      if (number.value().compareTo(ONE) > 0 && ONE_IN.matcher(lead).find()) {
        readings.add(ratio(ONE, number));
      }
    }

    private void addRatio(NumberValue some, NumberValue all, List<NumberValue> readings) {
      int from = some.span().end();
      int to = all.span().start();
      if (some.value().signum() > 0
          && some.value().compareTo(all.value()) < 0
          && to > from
          && to - from < MAX_LEAD
          && RATIO.matcher(text.substring(from, to)).matches()) {
        readings.add(ratio(some.value(), all));
      }
    }

    private static NumberValue ratio(BigDecimal some, NumberValue all) {
      return reading(all, Kind.FRACTION, some.divide(all.value(), MathContext.DECIMAL32));
    }

    private static NumberValue scaled(NumberValue number, int power) {
      return reading(number, number.kind(), number.value().scaleByPowerOfTen(power));
    }

    private static NumberValue reading(NumberValue number, Kind kind, BigDecimal value) {
      return new NumberValue(kind, value, number.span(), /* code= */ "");
    }
  }
}
