package ballast.check;

import ballast.bitext.Span;
import ballast.check.ComparedNumber.Certainty;
import ballast.language.NumberReader;
import ballast.language.NumberValue;
import ballast.language.NumberValue.Kind;
import ballast.language.Quantity;
import ballast.language.Quantity.Dimension;
import ballast.language.Quantity.UnitOfMeasure;
import ballast.language.QuantityReader;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the numbers of a text for the comparison with those of its translation. For one text. */
final class TextNumbers {

  private static final BigDecimal HALF = new BigDecimal("0.5");
  private static final int MIN_LONG_NUMERALS = 3;

  private static final String MORE = "多余餘";

  /** Measure words; 行, 面, 头, 口 and others are rather parts of idioms. */
  private static final String MEASURES =
      "个個名位人件项項条條种種类類届屆轮輪任辆輛艘架家所座张張份封台臺册冊章节節页頁组組科场場集局队隊点點层層期倍级級套";

  private static final BigDecimal GREAT = BigDecimal.valueOf(10_000);
  private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
  private static final Pattern OVER =
      Pattern.compile("(?i)\\b(?:over|more than|exceed[a-z]*) \\S{0,4}$");

  private static final int MAX_YEARS = 24;
  private static final Set<String> ONE_YEAR = Set.of("一", "one", "a");

  private static final Pattern YEARS =
      Pattern.compile(
          "(?i)(?:([0-9]{1,2} ?|(?<![0-9〇零])[一二两兩三四五六七八九十]{1,3})年[又零加]? ?"
              + "|\\b([a-z]{1,9}|\\d{1,2})[ -]years?(?: and|,)? )$");

  private static final Pattern HALF_OF =
      Pattern.compile(
          "(?i)[上下]半(?:年|[场場叶葉季月期]|世[纪紀]|[学學]期)|[前后後]半(?:[场場叶葉季月期段]|[学學]期)"
              + "|\\b(?:first|former|second|latter) half\\b");

  private static final List<String> ROMANS =
      List.of("I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX".split(" "));

  private static final Pattern ROMAN =
      Pattern.compile(
          "(X{0,2}(?:IX|IV|V?I{0,3})(?<=[IVX]))\\b(?<=\\b(?:Article|Chapter|Part|Title|Annex|Appendix"
              + "|Category|Class|Type|Schedule|Section|Volume|Phase|Group|Table|War) [IVX]{1,5})");

  private static final Pattern SECOND_BEFORE =
      Pattern.compile("(?i)(?:\\b(?:per|one|every|each|any) |/ ?|[0-9a-z][-‑])$");

  private static final Pattern SECOND_OF =
      Pattern.compile(" (?!after|later|before|ago|to|per|or|and|than|if|when)[a-z]");

  private static final Pattern IDIOM =
      Pattern.compile(
          "(?i)((?<![第十百千万萬亿億零〇])[一每](?=个?(?:月|年|天|日|周|週|小时|小時|星期|世|分[钟鐘]|秒|元|大[气氣]))"
              + "|(?:(?<=\\b(?:within|in|for|than|of|after|by|only|just|about|nearly|almost|least"
              + "|over|under|to) )an?|\\ban?(?= [a-z]{3,7} (?:ahead|later|earlier|ago|after|before)\\b)"
              + "|\\b(?:one|every|past))(?=[ -](?:second|minute|hour|day|week|month|year|decade"
              + "|century)\\b))|([中正]午|午夜|\\bnoon\\b|\\bmidnight\\b)|(一[次倍]|\\bonce\\b)"
              + "|(\\btwice\\b)|(\\bquartiles?\\b)|(\\bquintiles?\\b)|(\\bdeciles?\\b)");

  /** Maximum idioms of a text; more are no sentence. */
  private static final int MAX_IDIOMS = 100;

  /** The values by the groups of the pattern. */
  private static final List<Integer> IDIOM_VALUES = List.of(1, 12, 1, 2, 25, 20, 10);

  private static final int MAX_SIGN = 10;

  private static final Pattern PERIOD =
      Pattern.compile(" ?[日月](?:[之以]?[内內]|以[上下]|未[满滿]|之刑|有期徒刑|拘役)|日(?:以[后後前]|之?[后後前间間]|期|（含）)");

  private static final Pattern TERM = Pattern.compile("月(?:以[上下]|之刑|有期徒刑|拘役)");

  private static final Pattern BELOW_ZERO =
      Pattern.compile(
          "(?i)(?:零下|(?<!正)[负負])(?:[摄攝华華]氏)? ?$|(?:minus|negative) $|(?<![0-9A-Za-z%°℃度/+])[-−–－]$");

  private static final Pattern UNDER_ZERO = Pattern.compile("(?i) ?below (?:zero|freezing)");

  private final String text;
  private final NumberNames names;

  private TextNumbers(String text) {
    this.text = text;
    this.names = NumberNames.in(text);
  }

  /** The numbers of a text, in order, then the digits of names. */
  static List<ComparedNumber> of(String text) {
    return new TextNumbers(text).read();
  }

  private List<ComparedNumber> read() {
    List<NumberValue> values = new ArrayList<>();
    for (NumberValue number : NumberReader.read(text)) {
      boolean repeated = !values.isEmpty() && isRepeated(values.get(values.size() - 1), number);
      if (!number.isVague()
          && !repeated
          && !names.isMarkup(number.span())
          && !isNoCount(number.span())) {
        values.add(number);
      }
    }
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
    shareParts(numbers, values, readings);
    if (text.contains("半") || text.contains("half")) {
      HALF_OF.matcher(text).results().map(TextNumbers::halfOf).forEach(numbers::add);
    }
    names.others(values.stream().map(NumberValue::span).toList()).stream()
        .filter(name -> !names.isMarkup(name.digits()))
        .filter(name -> Character.isDigit(text.charAt(name.digits().start())))
        .forEach(name -> numbers.add(named(name)));
    if (text.contains(" I") || text.contains(" V") || text.contains(" X")) {
      ROMAN.matcher(text).results().map(this::roman).forEach(numbers::add);
    }
    return numbers;
  }

  /** Gives the later numbers of "Articles 2, 3 and 5" the unit of the first. */
  private void shareParts(
      List<ComparedNumber> numbers, List<NumberValue> values, OtherReadings readings) {
    for (int i = 1; i < numbers.size(); i++) {
      Quantity before = numbers.get(i - 1).quantity();
      if (numbers.get(i - 1).counts(Dimension.PROVISION)
          && before != null
          && numbers.get(i).quantity() == null
          && readings.isRange(values.get(i - 1), values.get(i))) {
        numbers.set(i, compared(values.get(i), readings.of(i), before.unit()));
      }
    }
  }

  private String lead(Span word, int length) {
    return text.substring(Math.max(0, word.start() - length), word.start());
  }

  /** Whether a word only looks like a number: per second, 数以千计, fifteen (15). */
  private boolean isNoCount(Span word) {
    String lead = lead(word, MAX_SIGN);
    if (lead.endsWith("数以") || lead.endsWith("數以")) {
      return true;
    }
    boolean second = word.length() == 6 && word.of(text).equalsIgnoreCase("second");
    return second
        && (SECOND_BEFORE.matcher(lead).find()
            || (lead.endsWith(" a ")
                && !SECOND_OF.matcher(text).region(word.end(), text.length()).lookingAt()));
  }

  /** Whether a number in words is followed by the same in figures: fifteen (15). */
  private boolean isRepeated(NumberValue number, NumberValue again) {
    int from = number.span().end();
    int to = again.span().start();
    return number.hasValueOf(again)
        && to > from
        && to - from < 3
        && "(（".indexOf(text.charAt(to - 1)) >= 0
        && text.substring(from, to - 1).isBlank();
  }

  private ComparedNumber roman(MatchResult numeral) {
    BigDecimal value = BigDecimal.valueOf(1L + ROMANS.indexOf(numeral.group(1)));
    Span span = new Span(numeral.start(1), numeral.end(1));
    return compared(new NumberValue(Kind.ORDINAL, value, span, ""), List.of(), null);
  }

  /**
   * The amounts of a text that its translation may have in figures, but that are mostly idiomatic:
   * 一年, a month, twice, noon, "the top quartile" for 前25%.
   */
  static List<ComparedNumber> idioms(String text) {
    List<ComparedNumber> idioms = new ArrayList<>();
    IDIOM.matcher(text).results().limit(MAX_IDIOMS).forEach(word -> idioms.add(idiom(text, word)));
    return idioms;
  }

  private static ComparedNumber idiom(String text, MatchResult word) {
    int group = 1;
    while (word.group(group) == null) {
      group++;
    }
    Span span = new Span(word.start(), word.end());
    QuantityReader.Found found = group == 1 ? QuantityReader.unitOf(text, span) : null;
    UnitOfMeasure other =
        group == 2 ? Quantity.HOUR : group < 5 ? Quantity.TIMES : Quantity.PERCENT;
    UnitOfMeasure unit = found == null ? other : found.unit();
    BigDecimal value = BigDecimal.valueOf(IDIOM_VALUES.get(group - 1));
    boolean rate = word.group().equals("每") || word.group().equalsIgnoreCase("every");
    return ComparedNumber.of(
        Kind.CARDINAL,
        value,
        rate || group > 4 ? Certainty.WORD : Certainty.COUNT,
        Quantity.of(value, unit),
        found == null ? span : new Span(found.start(), found.end()));
  }

  private static ComparedNumber halfOf(MatchResult word) {
    boolean first = "上前fF".indexOf(word.group().charAt(0)) >= 0;
    BigDecimal which = first ? BigDecimal.ONE : BigDecimal.valueOf(2);
    Quantity half = Quantity.of(which, Quantity.HALF);
    return ComparedNumber.of(
        Kind.ORDINAL, which, Certainty.COUNT, half, new Span(word.start(), word.end()));
  }

  /**
   * @param shared the unit of the other end of a range; null if there is none
   */
  private ComparedNumber compared(
      NumberValue written, List<NumberValue> otherwise, @Nullable UnitOfMeasure shared) {
    Span span = written.span();
    QuantityReader.Found found = unitOf(written);
    UnitOfMeasure unit = found == null ? shared : found.unit();
    int years = unit != null && isMonths(unit) ? years(span) : 0;
    Kind kind = unit != null && isPeriod(written) ? Kind.CARDINAL : written.kind();
    boolean negative =
        unit != null && unit.dimension() == Dimension.TEMPERATURE && isNegative(span, found);
    BigDecimal value = negative ? written.value().negate() : written.value();
    value = value.add(BigDecimal.valueOf(12L * years));
    NumberValue number = new NumberValue(kind, value, span, written.code());
    return new ComparedNumber(
        number,
        certainty(written, unit != null),
        names.of(span),
        otherwise,
        room(number),
        unit == null ? null : Quantity.of(value, unit),
        parts(span.of(text)),
        found == null ? span : new Span(found.start(), found.end()));
  }

  private static boolean isMonths(UnitOfMeasure unit) {
    return unit.dimension() == Dimension.TIME && unit.size() > 30 && unit.size() < 31;
  }

  /**
   * The years of a period in years and months before the months: 一年六个月, two years and six months.
   */
  private int years(Span months) {
    Matcher years = YEARS.matcher(lead(months, MAX_YEARS));
    if (!years.find()) {
      return 0;
    }
    String count = years.group(1) == null ? years.group(2) : years.group(1);
    List<NumberValue> number = NumberReader.read(count.strip());
    boolean one = ONE_YEAR.contains(count.toLowerCase(Locale.ROOT));
    return number.isEmpty() ? (one ? 1 : 0) : number.get(0).value().intValue();
  }

  private QuantityReader.@Nullable Found unitOf(NumberValue number) {
    Span span = number.span();
    String written = span.of(text);
    return switch (number.kind()) {
      case PERCENT -> {
        boolean point = written.endsWith("点") || written.endsWith("點") || written.contains("point");
        yield new QuantityReader.Found(
            point ? Quantity.POINT : Quantity.PERCENT, span.start(), span.end());
      }
      case FRACTION ->
          written.endsWith("‰") || written.startsWith("千分之")
              ? new QuantityReader.Found(Quantity.PERMILLE, span.start(), span.end())
              : QuantityReader.unitOf(text, span);
      case CARDINAL -> QuantityReader.unitOf(text, span);
      case ORDINAL -> {
        QuantityReader.Found found = QuantityReader.unitOf(text, span);
        boolean counted =
            found != null
                && (found.unit().dimension() == Dimension.TIME
                    || found.unit().dimension() == Dimension.PROVISION);
        yield counted ? found : null;
      }
      // 三月 within 三月以上 is a number of months.
      case DAY, MONTH ->
          isPeriod(number)
              ? QuantityReader.unitOf(text, new Span(span.start(), numeralEnd(number)))
              : null;
      default -> null;
    };
  }

  /** Whether a number of days or months is no date: 七日内, 六月以上. */
  private boolean isPeriod(NumberValue number) {
    boolean month = number.kind() == Kind.MONTH;
    boolean dated = month && text.startsWith("年", number.span().start() - 1);
    return (month || number.kind() == Kind.DAY)
        && (dated ? TERM : PERIOD)
            .matcher(text)
            .region(numeralEnd(number), text.length())
            .lookingAt();
  }

  private int numeralEnd(NumberValue number) {
    return number.span().end() - (number.kind() == Kind.MONTH ? 1 : 0);
  }

  /** Whether a temperature is below zero: 零下三十度, -5°C, minus ten degrees. */
  private boolean isNegative(Span span, QuantityReader.@Nullable Found found) {
    int end = found == null ? span.end() : found.end();
    return BELOW_ZERO
            .matcher(text)
            .region(Math.max(0, span.start() - MAX_SIGN), span.start())
            .useTransparentBounds(true)
            .find()
        || UNDER_ZERO.matcher(text).region(end, text.length()).lookingAt();
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
    String lead = lead(number.span(), 15);
    boolean led = lead.contains("ver ") || lead.contains("than ") || lead.contains("xceed");
    if (!more && led && OVER.matcher(lead).find() && value.scale() <= 0) {
      more = value.compareTo(MILLION) >= 0; // over two billion
      return more ? BigDecimal.ONE.scaleByPowerOfTen(-value.scale()) : BigDecimal.ONE;
    }
    return more ? BigDecimal.ONE.scaleByPowerOfTen(-value.scale()) : BigDecimal.ZERO;
  }

  /** The digits of a name that are not read as a number: the 20 of G20. */
  private ComparedNumber named(NumberNames.Name name) {
    Span span = name.digits();
    BigDecimal digits = new BigDecimal(span.of(text));
    return ComparedNumber.of(Kind.CARDINAL, digits, Certainty.FIGURE, null, span)
        .named(name.letters());
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

  private Certainty certainty(NumberValue number, boolean counted) {
    Span span = number.span();
    String written = span.of(text);
    if (isSure(number, written)) {
      return Certainty.FIGURE;
    }
    boolean english = written.chars().allMatch(c -> c < 0x80);
    boolean figure = english ? isInName(number) : isRelative(span);
    boolean counts =
        english
            || counted
            || number.kind() == Kind.ORDINAL
            || number.kind() == Kind.FRACTION
            || number.value().compareTo(GREAT) >= 0
            || number.value().scale() > 0
            || (span.end() < text.length() && MEASURES.indexOf(text.charAt(span.end())) >= 0);
    return counts && !figure ? Certainty.COUNT : Certainty.WORD;
  }

  /** Whether it is a relative reference to parts of a law (前二條) or time (第二天, the next day). */
  private boolean isRelative(Span word) {
    String lead = lead(word, 1);
    String after = text.substring(word.end(), Math.min(text.length(), word.end() + 1));
    return !lead.isEmpty()
        && !after.isEmpty()
        && ("前上次后後".contains(lead)
            ? "条條项項款章".contains(after)
            : lead.equals("第") && word.of(text).equals("二") && "天年".contains(after));
  }

  /** Whether English words are an age (twenties) or part of a name: Nine News, Billion Laughs. */
  private boolean isInName(NumberValue number) {
    Span word = number.span();
    boolean start = word.start() == 0;
    boolean upper = word.of(text).chars().skip(start ? 1 : 0).anyMatch(Character::isUpperCase);
    return word.of(text).endsWith("ties")
        || (upper
            && number.kind() == Kind.CARDINAL
            && (start || Character.isLetter(text.charAt(Math.max(0, word.start() - 2)))));
  }

  private static boolean isSure(NumberValue number, String written) {
    boolean manyNumerals =
        written.chars().filter(TextNumbers::isHanNumeral).count() >= MIN_LONG_NUMERALS;
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

  /** Other readings of the numbers of a text, by the words next to them. For one text. */
  private static final class OtherReadings {

    private static final BigDecimal ONE = BigDecimal.ONE;
    private static final BigDecimal TEN = BigDecimal.TEN;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal TWENTY = BigDecimal.valueOf(20);
    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final Pattern SECONDS = Pattern.compile("(?i)[-‑]second$");
    private static final Pattern NOTED_YEAR = Pattern.compile("(?:1[89]|20)\\d{3}");
    private static final Pattern EUROPEAN = Pattern.compile("\\d{1,3}\\.\\d{3}");
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
            ",", "through", "-", "–", "—", "~", "～", "－", "至", "到", "to", "or", "或", "and", "和",
            "与", "、", "x", "×");

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
      addEnglish(number, written, readings);
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
      return to > from && to - from < 10 && RANGE.contains(text.substring(from, to).strip());
    }

    /**
     * Adds the value with the power of the other end of a range: 2.6至3.2万, "26 to 32 kilobases".
     */
    private void addOfRange(NumberValue low, NumberValue high, List<NumberValue> readings) {
      if (!isRange(low, high)) {
        return;
      }
      if (low.kind() == Kind.YEAR && high.value().compareTo(HUNDRED) < 0) { // 1971–72
        BigDecimal century = low.value().subtract(low.value().remainder(HUNDRED));
        readings.add(reading(low, Kind.YEAR, century.add(high.value())));
      }
      int power = hanPower(high.span().of(text));
      if (power > 0) {
        readings.add(scaled(low, power));
      }
      addPowers(high, high.span().of(text), readings, low);
    }

    /** Adds the whole of a number written in two groups: 817 萬 186, 十三又二分之一, 3元5角. */
    private void addSum(NumberValue great, NumberValue small, List<NumberValue> readings) {
      int from = great.span().end();
      int to = small.span().start();
      if (to <= from || to - from > 3) {
        return;
      }
      int power = hanPower(great.span().of(text));
      String between = text.substring(from, to).strip();
      int end = small.span().end();
      boolean tenths = text.startsWith("角", end) || text.startsWith("毛", end);
      if (power > 0
          && between.isEmpty()
          && small.value().compareTo(BigDecimal.ONE.scaleByPowerOfTen(power)) < 0) {
        readings.add(reading(great, great.kind(), great.value().add(small.value())));
      } else if (between.equals("又") && small.kind() == Kind.FRACTION) {
        readings.add(reading(great, great.kind(), great.value().add(small.value())));
      } else if ("元块塊".contains(between) && !between.isEmpty() && tenths) {
        readings.add(
            reading(great, great.kind(), great.value().add(small.value().movePointLeft(1))));
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

    private void addEnglish(NumberValue number, String written, List<NumberValue> readings) {
      int start = number.span().start();
      char last = written.charAt(written.length() - 1);
      if (last > 0x7f) {
        return;
      }
      if (NOTED_YEAR.matcher(written).matches()) { // since 19943
        readings.add(reading(number, Kind.YEAR, new BigDecimal(written.substring(0, 4))));
      } else if (EUROPEAN.matcher(written).matches()) { // 42.000
        readings.add(scaled(number, 3));
      } else if (text.startsWith("FL ", start - 3)) { // flight levels are hundreds of feet
        readings.add(scaled(number, 2));
      } else if (number.kind() == Kind.ORDINAL
          && SECONDS.matcher(written).find()) { // thirty-second talk
        readings.add(reading(number, Kind.CARDINAL, number.value().subtract(TWO)));
      }
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
      } else if (after.startsWith("角") || after.startsWith("毛")) {
        readings.add(scaled(number, 1)); // 50 cents
      } else if (text.startsWith("廿", number.span().start() - 1)) {
        readings.add(reading(number, number.kind(), value.add(TWENTY)));
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
