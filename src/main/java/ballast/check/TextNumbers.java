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

  private static final Set<String> RANGE =
      Set.of(
          ",", "through", "-", "–", "—", "~", "～", "－", "至", "到", "to", "or", "或", "and", "和", "与",
          "、", "x", "×");

  /** Lengths in two units, found by the first: 6'3", six feet three inches, 六英尺三英寸, 1米91, 一米九. */
  private static final Pattern HEIGHT =
      Pattern.compile(
          "['’′](?<=(?<![\\d.°])([2-9]).)(1[01]|\\d)(?:[\"”″]|['’′]{2})|f(?:t\\.?|eet|oot)(?<=(?<![\\d.]|[A-Za-z])([2-9]|(?i:two|three|four|five|six|seven|eight))["
              + " -]?f\\S{1,3})(?:-|,? (?:and"
              + " )?)(1[01]|\\d|two|three|four|five|six|seven|eight|nine|ten|eleven)(?:["
              + " -]?(?:inch(?:es)?|in\\.?)(?![a-z])|(?=[.,;]| tall| high|$)|(?<=-\\d{1,2})(?!\\d))"
              + "|(?:英尺|英?呎)(?<=(?<![\\d.十百千])([2-9二两兩三四五六七八九])[英尺呎]{1,2})(1[01]|\\d|十一?|[二三四五六七八九])英?[寸吋]"
              + "|(?:公尺|米)(?<=(?<![\\d.])([1-9])[公尺米]{1,2})(\\d{1,2})(?![\\d.]|[毫厘分公米])"
              + "|(?:公尺|米)(?<=(?<![十百千])([一二两兩三四五六七八九])[公尺米]{1,2})([一二三四五六七八九]{1,2})"
              + "(?=[，。、；,.!！?？)）的几幾多左高长長寬宽深厚]|$)");

  private static final BigDecimal DOZEN = BigDecimal.valueOf(12);
  private static final UnitOfMeasure METRE = new UnitOfMeasure(Dimension.LENGTH, 1, 0, false);
  private static final UnitOfMeasure INCH = new UnitOfMeasure(Dimension.LENGTH, 0.0254, 0, false);

  private static final Pattern HALF_OF =
      Pattern.compile(
          "(?i)[上下]半(?:年|[场場叶葉季月期]|世[纪紀]|[学學]期)|[前后後]半(?:[场場叶葉季月期段]|[学學]期)"
              + "|\\b(?:first|former|second|latter) half\\b");

  private static final List<String> ROMANS =
      List.of("I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX".split(" "));

  private static final Pattern ROMAN =
      Pattern.compile(
          "(X{0,2}(?:IX|IV|V?I{0,3})(?<=[IVX]))\\b(?<=\\b(?:Article|Chapter|Part|Title|Annex|Appendix|Category|Class|Type|Schedule|Section|Volume|Phase|Group|Table|War)"
              + " [IVX]{1,5})");

  private static final Pattern SECOND_BEFORE =
      Pattern.compile("(?i)(?:\\b(?:per|one|every|each|any) |/ ?|[0-9a-z][-‑])$");

  private static final Pattern SECOND_OF =
      Pattern.compile(" (?!after|later|before|ago|to|per|or|and|than|if|when)[a-z]");

  private static final Pattern IDIOM =
      Pattern.compile(
          "(?i)((?<![第十百千万萬亿億零〇])[一每](?=个?(?:月|年|天|日|周|週|小时|小時|星期|世|分[钟鐘]|秒|元|大[气氣]))"
              + "|(?:(?<=\\b(?:within|in|for|than|of|after|by|only|just|about|nearly|almost|least|over|under|to)"
              + " )an?|\\ban?(?= [a-z]{3,7}"
              + " (?:ahead|later|earlier|ago|after|before)\\b)|\\b(?:one|every|past))(?=["
              + " -](?:second|minute|hour|day|week|month|year|decade"
              + "|century)\\b))|([中正]午|午夜|\\bnoon\\b|\\bmidnight\\b)|(一[次倍]|\\bonce\\b)"
              + "|(\\btwice\\b)|(\\bquartiles?\\b)|(\\bquintiles?\\b)|(\\bdeciles?\\b)");

  /** Maximum idioms of a text; more are no sentence. */
  private static final int MAX_IDIOMS = 100;

  /** The values by the groups of the pattern. */
  private static final List<Integer> IDIOM_VALUES = List.of(1, 12, 1, 2, 25, 20, 10);

  private static final int MAX_SIGN = 10;

  private static final Pattern PERIOD =
      Pattern.compile(" ?[日月](?:[之以]?[内內]|以[上下]|未[满滿]|之刑|有期徒刑|拘役)|日(?:以[后後前]|之?[后後前间間]|期|（含）)");

  /** Text before a number of days that is no date: 宽限期为十日, 逾期三十日. */
  private static final Pattern BEFORE_PERIOD =
      Pattern.compile("(?:(?<!日)期限?[为為]?|[满滿达達]|[超逾][过過]|不少[于於]|至少|不得?超[过過]|最[长長多短]|连续|連續)$");

  private static final Pattern TERM = Pattern.compile("月(?:以[上下]|之刑|有期徒刑|拘役)");

  /** Signs before a temperature or a range of them: 零下十二度, 零下12到15度, minus 12 degrees. */
  private static final Pattern BELOW_ZERO =
      Pattern.compile(
          "(?i)零下(?:[摄攝华華]氏)?(?:[0-9.一二两三四五六七八九十]{1,4}[度℃]?[到至~～—–-])? ?$"
              + "|(?<!正)[负負](?:[摄攝华華]氏)? ?$|(?:minus|negative) $|(?<![0-9A-Za-z%°℃度/+])[-−–－]$");

  private static final Pattern UNDER_ZERO =
      Pattern.compile(
          "(?i)(?: ?(?:to|and|or|[-–]) ?[0-9a-z.]{1,8}(?: degrees?| ?°[CF]?)?)?"
              + " ?(?:below (?:zero|freezing)|of frost)");

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final Pattern NOTED_YEAR = Pattern.compile("(?:1[89]|20)\\d{3}");
  private static final Pattern SECONDS = Pattern.compile("(?i)[-‑]second$");
  private static final Pattern EUROPEAN = Pattern.compile("\\d{1,3}\\.\\d{3}");

  /** The year before the first of the Republic of China. */
  private static final int BEFORE_REPUBLIC = 1911;

  private static final int LAST_REPUBLIC = 150;

  /** A power as one letter or the beginning of a word: 300K, 32 kilobases. */
  private static final Pattern POWER =
      Pattern.compile("([kKMB])\\+?(?![A-Za-z0-9])|[ -]?(kilo|mega|giga|tera)[a-z]{3}");

  /** Text after a year; a curriculum is named after its first one: 108課綱. */
  private static final Pattern YEAR =
      Pattern.compile("(?:[-–~至到]\\d{2,3})? ?(?:(?:[学學]|[会會][计計])?年|[课課][纲綱])");

  private static final Pattern DISCOUNT = Pattern.compile("(?:[-–~～至到、]?[\\d一二三四五六七八九]{1,2})? ?折");

  private static final Pattern NAME_OF_PERCENT = Pattern.compile("[一二三四五六七八九]{3}");

  private static final Pattern RATIO = Pattern.compile(" (?:in|out of|(?:in|of|out of) every) ");
  private static final Pattern ONE_IN = Pattern.compile("(?i)\\bone" + RATIO + "$");
  private static final int MAX_LEAD = 20;

  private static final Pattern LESS_BY =
      Pattern.compile("(?i:(?:decreas|reduc|lower|cut)[a-z]* by $)|[降减減][低少]?[了]?$");

  private static final Pattern LESS_TO =
      Pattern.compile("(?i:(?:decreas|reduc|lower|cut)[a-z]* to $)|[降减減][低少]?[为為至到]$");

  /** Interest rates move by steps of a quarter of a percent, 碼. */
  private static final Pattern RATE = Pattern.compile("利率|[升降]息|收益率|報酬率|报酬率");

  private static final BigDecimal BASIS_STEP = new BigDecimal("0.25");

  private final String text;
  private final NumberNames names;
  private final List<NumberValue> values = new ArrayList<>();
  private @Nullable Boolean ofRates;

  private TextNumbers(String text) {
    this.text = text;
    this.names = NumberNames.in(text);
  }

  /** The numbers of a text, in order, then the digits of names. */
  static List<ComparedNumber> of(String text) {
    return new TextNumbers(text).read();
  }

  private List<ComparedNumber> read() {
    List<ComparedNumber> heights = HEIGHT.matcher(text).results().map(TextNumbers::height).toList();
    for (NumberValue number : NumberReader.read(text)) {
      boolean repeated = !values.isEmpty() && isRepeated(values.get(values.size() - 1), number);
      if (!number.isVague()
          && !repeated
          && !names.isMarkup(number.span())
          && !isNoCount(number.span())
          && heights.stream().noneMatch(height -> height.span().contains(number.span()))) {
        values.add(number);
      }
    }
    List<ComparedNumber> numbers = new ArrayList<>();
    UnitOfMeasure unit = null;
    for (int i = values.size() - 1; i >= 0; i--) {
      boolean last = i + 1 == values.size() || !isRange(values.get(i), values.get(i + 1));
      ComparedNumber number = compared(values.get(i), readings(i), last ? null : unit);
      unit = number.quantity() == null ? null : number.quantity().unit();
      numbers.add(number);
    }
    Collections.reverse(numbers);
    shareParts(numbers);
    if (text.contains("半") || text.contains("half")) {
      HALF_OF.matcher(text).results().map(TextNumbers::halfOf).forEach(numbers::add);
    }
    numbers.addAll(heights);
    names.others(values).stream()
        .filter(digits -> Character.isDigit(text.charAt(digits.start())))
        .forEach(digits -> numbers.add(named(digits)));
    if (text.contains(" I") || text.contains(" V") || text.contains(" X")) {
      ROMAN.matcher(text).results().map(this::roman).forEach(numbers::add);
    }
    return numbers;
  }

  /** Gives the later numbers of "Articles 2, 3 and 5" the unit of the first. */
  private void shareParts(List<ComparedNumber> numbers) {
    for (int i = 1; i < numbers.size(); i++) {
      Quantity before = numbers.get(i - 1).quantity();
      if (numbers.get(i - 1).counts(Dimension.PROVISION)
          && before != null
          && numbers.get(i).quantity() == null
          && isRange(values.get(i - 1), values.get(i))) {
        numbers.set(i, compared(values.get(i), readings(i), before.unit()));
      }
    }
  }

  private boolean isRange(NumberValue low, NumberValue high) {
    int from = low.span().end();
    int to = high.span().start();
    return to > from && to - from < 10 && RANGE.contains(text.substring(from, to).strip());
  }

  private String lead(Span word, int length) {
    return text.substring(Math.max(0, word.start() - length), word.start());
  }

  private String after(Span word, int length) {
    return text.substring(word.end(), Math.min(text.length(), word.end() + length));
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
    return compared(number(Kind.ORDINAL, value, span), List.of(), null);
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
        number(Kind.CARDINAL, value, found == null ? span : found.span()),
        rate || group > 4 ? Certainty.WORD : Certainty.COUNT,
        /* name= */ "",
        Quantity.of(value, unit));
  }

  private static ComparedNumber height(MatchResult height) {
    int group = 1;
    while (height.group(group) == null) {
      group += 2;
    }
    boolean feet = group < 7;
    BigDecimal value =
        feet
            ? value(height.group(group)).multiply(DOZEN).add(value(height.group(group + 1)))
            : value(height.group(group) + (group == 7 ? "." : "点") + height.group(group + 1));
    Quantity length = Quantity.of(value, feet ? INCH : METRE);
    Span span = new Span(height.start(group), height.end());
    return ComparedNumber.of(number(Kind.CARDINAL, value, span), Certainty.FIGURE, "", length);
  }

  private static BigDecimal value(String number) {
    return NumberReader.read(number).get(0).value();
  }

  private static ComparedNumber halfOf(MatchResult word) {
    boolean first = "上前fF".indexOf(word.group().charAt(0)) >= 0;
    BigDecimal which = first ? BigDecimal.ONE : BigDecimal.valueOf(2);
    Quantity half = Quantity.of(which, Quantity.HALF);
    Span span = new Span(word.start(), word.end());
    return ComparedNumber.of(number(Kind.ORDINAL, which, span), Certainty.COUNT, "", half);
  }

  /**
   * @param shared the unit of the other end of a range; null if there is none
   */
  private ComparedNumber compared(
      NumberValue written, List<NumberValue> otherwise, @Nullable UnitOfMeasure shared) {
    Span span = written.span();
    QuantityReader.Found found = unitOf(written);
    UnitOfMeasure unit = found == null ? shared : found.unit();
    int years = unit == null ? 0 : years(span, unit);
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
        found == null ? span : found.span());
  }

  /** The years before the months of a period: 一年六个月, two years and six months. */
  private int years(Span number, UnitOfMeasure unit) {
    boolean months = unit.dimension() == Dimension.TIME && unit.size() > 30 && unit.size() < 31;
    Matcher years = YEARS.matcher(months ? lead(number, MAX_YEARS) : "");
    if (!years.find()) {
      return 0;
    }
    String count = years.group(1) == null ? years.group(2) : years.group(1);
    List<NumberValue> read = NumberReader.read(count.strip());
    boolean one = ONE_YEAR.contains(count.toLowerCase(Locale.ROOT));
    return read.isEmpty() ? (one ? 1 : 0) : read.get(0).value().intValue();
  }

  private QuantityReader.@Nullable Found unitOf(NumberValue number) {
    Span span = number.span();
    String written = span.of(text);
    return switch (number.kind()) {
      case PERCENT -> {
        boolean point = written.endsWith("点") || written.endsWith("點") || written.contains("point");
        yield new QuantityReader.Found(point ? Quantity.POINT : Quantity.PERCENT, span);
      }
      case FRACTION ->
          written.endsWith("‰") || written.startsWith("千分之")
              ? new QuantityReader.Found(Quantity.PERMILLE, span)
              : QuantityReader.unitOf(text, span);
      case CARDINAL -> QuantityReader.unitOf(text, span);
      case ORDINAL -> {
        QuantityReader.Found found = QuantityReader.unitOf(text, span);
        Dimension counted = found == null ? null : found.unit().dimension();
        yield counted == Dimension.TIME || counted == Dimension.PROVISION ? found : null;
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
    Span span = number.span();
    if (number.kind() == Kind.DAY
        && BEFORE_PERIOD.matcher(lead(span, 4)).find()
        && span.of(text).indexOf('月') < 0) {
      return true;
    }
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
    int end = found == null ? span.end() : found.span().end();
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
    String after = after(number.span(), 4).strip();
    boolean more =
        written.chars().anyMatch(c -> MORE.indexOf(c) >= 0)
            || (!after.isEmpty() && MORE.indexOf(after.charAt(0)) >= 0)
            || after.contains("以上");
    BigDecimal value = number.value();
    BigDecimal last = BigDecimal.ONE.scaleByPowerOfTen(-value.scale());
    String lead = lead(number.span(), 15);
    boolean led = lead.contains("ver ") || lead.contains("than ") || lead.contains("xceed");
    if (!more && led && OVER.matcher(lead).find() && value.scale() <= 0) {
      return value.compareTo(MILLION) >= 0 ? last : BigDecimal.ONE; // over two billion
    }
    return more ? last : BigDecimal.ZERO;
  }

  /** The digits of a name that are not read as a number: the 20 of G20. */
  private ComparedNumber named(Span digits) {
    NumberValue number = number(Kind.CARDINAL, new BigDecimal(digits.of(text)), digits);
    return ComparedNumber.of(number, Certainty.FIGURE, names.of(digits), null);
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
    String after = after(word, 1);
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

  /** Other readings of a number, by the words next to it. */
  private List<NumberValue> readings(int index) {
    NumberValue number = values.get(index);
    List<NumberValue> readings = new ArrayList<>();
    addPower(number, number, readings);
    if (index + 1 < values.size()) {
      NumberValue next = values.get(index + 1);
      addOfRange(number, next, readings);
      addSum(number, next, readings);
      addRatio(number, next, readings);
    }
    if (index > 0) {
      addSum(values.get(index - 1), number, readings);
      addRatio(values.get(index - 1), number, readings);
    }
    if (number.value().compareTo(BigDecimal.ONE) > 0
        && ONE_IN.matcher(lead(number.span(), MAX_LEAD)).find()) {
      readings.add(ratio(BigDecimal.ONE, number));
    }
    addChinese(number, readings);
    addEnglish(number, readings);
    addChange(number, readings);
    return readings;
  }

  /** Adds the value with the power of the other end of a range: 2.6至3.2万, "26 to 32 kilobases". */
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
    addPower(high, low, readings);
  }

  /** Adds the whole of a number written in two groups: 817 萬 186, 十三又二分之一, 3元5角. */
  private void addSum(NumberValue great, NumberValue small, List<NumberValue> readings) {
    int from = great.span().end();
    int to = small.span().start();
    if (to <= from || to - from > 3) {
      return;
    }
    String between = text.substring(from, to).strip();
    BigDecimal more = small.value();
    int power = hanPower(great.span().of(text));
    int end = small.span().end();
    boolean money = !between.isEmpty() && "元块塊".contains(between);
    boolean tenths = money && (text.startsWith("角", end) || text.startsWith("毛", end));
    boolean rest =
        between.isEmpty()
            ? power > 0 && more.movePointLeft(power).compareTo(BigDecimal.ONE) < 0
            : tenths || (between.equals("又") && small.kind() == Kind.FRACTION);
    if (rest) {
      BigDecimal whole = great.value().add(tenths ? more.movePointLeft(1) : more);
      readings.add(reading(great, great.kind(), whole));
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

  /**
   * @param low the number to scale by the power after the first
   */
  private void addPower(NumberValue number, NumberValue low, List<NumberValue> readings) {
    String written = number.span().of(text);
    Matcher power = POWER.matcher(after(number.span(), 9));
    if (Character.isDigit(written.charAt(written.length() - 1)) && power.lookingAt()) {
      String sign = power.group(1) == null ? power.group(2) : power.group(1);
      readings.add(scaled(low, powerOf(sign.charAt(0))));
    } else if (written.endsWith("兆")) {
      readings.add(scaled(low, -12));
      readings.add(scaled(low, -6));
    }
  }

  private static int powerOf(char sign) {
    return switch (sign) {
      case 'k', 'K' -> 3;
      case 'm', 'M' -> 6;
      case 'B', 'g' -> 9;
      default -> 12;
    };
  }

  /** Adds the change in percent, negative for less: -20 for both 降為百分之八十 and "reduced by 20%". */
  private void addChange(NumberValue number, List<NumberValue> readings) {
    String lead = lead(number.span(), MAX_LEAD);
    if (number.kind() == Kind.PERCENT && LESS_BY.matcher(lead).find()) {
      readings.add(reading(number, Kind.PERCENT, number.value().negate()));
    } else if (number.kind() == Kind.PERCENT && LESS_TO.matcher(lead).find()) {
      readings.add(plus(number, Kind.PERCENT, -100));
    }
  }

  private void addEnglish(NumberValue number, List<NumberValue> readings) {
    String written = number.span().of(text);
    if (after(number.span(), 6).equals(" other")) {
      readings.add(plus(number, Kind.CARDINAL, 1)); // and three others
    }
    if (NOTED_YEAR.matcher(written).matches()) { // since 19943
      readings.add(reading(number, Kind.YEAR, new BigDecimal(written.substring(0, 4))));
    } else if (EUROPEAN.matcher(written).matches()) { // 42.000
      readings.add(scaled(number, 3));
    } else if (text.startsWith("FL ", number.span().start() - 3)) { // hundreds of feet
      readings.add(scaled(number, 2));
    } else if (number.kind() == Kind.ORDINAL && SECONDS.matcher(written).find()) {
      readings.add(plus(number, Kind.CARDINAL, -2)); // thirty-second talk
    }
  }

  private void addChinese(NumberValue number, List<NumberValue> readings) {
    String written = number.span().of(text);
    BigDecimal value = number.value();
    double size = value.doubleValue();
    String following = after(number.span(), 8);
    String sign = after(number.span(), 3).strip();
    char next = sign.isEmpty() ? ' ' : sign.charAt(0);
    if (size < LAST_REPUBLIC && YEAR.matcher(following).lookingAt()) {
      readings.add(plus(number, Kind.YEAR, BEFORE_REPUBLIC)); // 民国一百零九年
    } else if (size > 12 && size <= 24 && "点點时時:：".indexOf(next) >= 0) {
      readings.add(plus(number, Kind.CARDINAL, -12));
    } else if (size < 100 && DISCOUNT.matcher(following).lookingAt()) {
      BigDecimal paid = size < 10 ? value.multiply(BigDecimal.TEN) : value;
      readings.add(reading(number, Kind.PERCENT, paid));
      readings.add(reading(number, Kind.PERCENT, HUNDRED.subtract(paid)));
    } else if ("角毛".indexOf(next) >= 0) {
      readings.add(scaled(number, 1)); // 50 cents
    } else if (text.startsWith("廿", number.span().start() - 1)) {
      readings.add(plus(number, number.kind(), 20));
    } else if (next == '旬') {
      readings.add(scaled(number, 1));
    } else if ("碼码".indexOf(next) >= 0 && isOfRates()) {
      readings.add(reading(number, Kind.PERCENT, value.multiply(BASIS_STEP)));
    }
    String before = lead(number.span(), 4).strip();
    if (number.kind() == Kind.DECADE && (before.endsWith("民国") || before.endsWith("民國"))) {
      readings.add(plus(number, Kind.DECADE, BEFORE_REPUBLIC - 1));
    }
    if (NAME_OF_PERCENT.matcher(written).matches()) {
      readings.add(
          reading(number, Kind.PERCENT, value.divide(BigDecimal.TEN))); // 三七五減租: 37.5 percent
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

  /** Adds the ratio of "six in ten", for each of its numbers. */
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

  private static NumberValue plus(NumberValue number, Kind kind, int more) {
    return reading(number, kind, number.value().add(BigDecimal.valueOf(more)));
  }

  private static NumberValue reading(NumberValue number, Kind kind, BigDecimal value) {
    return number(kind, value, number.span());
  }

  private static NumberValue number(Kind kind, BigDecimal value, Span span) {
    return new NumberValue(kind, value, span, /* code= */ "");
  }
}
