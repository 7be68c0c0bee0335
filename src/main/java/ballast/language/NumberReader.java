package ballast.language;

import ballast.language.NumberValue.Kind;
import ballast.language.NumberWord.EnglishPower;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the numbers in a Chinese or English text and their values. Every comparison of numbers uses
 * this reader.
 *
 * <p>Reads digits with separators (1,234.5; 3 000; full width), scales (1.5万, 70 万, 3082.7亿, 308.27
 * billion, $3.5bn), Han numerals of both scripts, English number words, percentages (8%, 六成,
 * percentage points), fractions and halves, ordinals, dates, days of the week, decades, telephone
 * numbers. It reads both ends of a range (3-5万, 七八千, seven or eight thousand). A number with 多, 余
 * or "more than" is read as that number; 几十, 数百 and "hundreds" are {@link NumberValue.Kind#VAGUE}.
 *
 * <p>It deliberately ignores a lone 一, "one" or "a" (hardly ever a count), words such as 十分 and 万一,
 * and runs of digits too long for a count. Pure and linear in the length of the text.
 */
public final class NumberReader {

  private final String text;
  private final List<RawNumber> found = new ArrayList<>();

  private NumberReader(String text) {
    this.text = text;
  }

  /** Returns all numbers of a text, in order. */
  public static List<NumberValue> read(String text) {
    NumberReader reader = new NumberReader(FinancialNumerals.toOrdinary(text).replace('ㄧ', '一'));
    int i = 0;
    while (i < text.length()) {
      i = Math.max(reader.readAt(i), i + 1);
    }
    return reader.found.isEmpty() ? List.of() : NumberSequence.joined(reader.found, reader.text);
  }

  /** Reads at a position and returns the position to continue from. */
  private int readAt(int at) {
    char c = text.charAt(at);
    if (NumberCharacters.digit(c) >= 0) {
      return digits(at);
    }
    if (NumberCharacters.isLetter(c)) {
      return english(at);
    }
    if (c < 0x80) {
      return at + 1;
    }
    if (HanDigit.isPart(c)) {
      return chinese(at);
    }
    if (c == '半') {
      return half(at);
    }
    if (WeekdayName.mayBegin(c)) {
      int end = add(WeekdayName.chinese(text, at), at + 1);
      for (RawNumber next = WeekdayName.next(text, end); next != null && end > at + 1; ) {
        end = add(next, end); // 周一、三、五
        next = WeekdayName.next(text, end);
      }
      return end;
    }
    BigDecimal vulgar = VulgarFraction.of(c);
    return vulgar == null ? at + 1 : add(RawNumber.of(Kind.FRACTION, vulgar, at, at + 1), at + 1);
  }

  private int add(@Nullable RawNumber number, int otherwise) {
    if (number == null) {
      return otherwise;
    }
    found.add(number);
    return number.end();
  }

  private int digits(int start) {
    RawNumber slash = VulgarFraction.withSlash(text, start);
    if (slash != null) {
      return add(slash, start);
    }
    DigitRun run = DigitRun.read(text, start);
    int end = run.end();
    if (run.parts().isEmpty()) {
      return end;
    }
    BigDecimal value = run.parts().get(0);
    if (!run.code().isEmpty()) {
      return add(new RawNumber(Kind.CODE, BigDecimal.ZERO, 0, start, end, run.code()), end);
    }
    if (run.parts().size() == 3) {
      found.add(RawNumber.of(Kind.YEAR, value, start, end));
      found.add(RawNumber.of(Kind.MONTH, run.parts().get(1), start, end));
      return add(RawNumber.of(Kind.DAY, run.parts().get(2), start, end), end);
    }
    RawNumber tenths =
        end == start + 1
            ? ChineseFraction.tenths(text, start, end, NumberCharacters.digit(text.charAt(start)))
            : ChineseFraction.tenthsOf(text, RawNumber.of(Kind.CARDINAL, value, start, end));
    int at = end + 1 < text.length() && NumberCharacters.isSpace(text.charAt(end)) ? end + 1 : end;
    BigDecimal vulgar = at < text.length() ? VulgarFraction.of(text.charAt(at)) : null; // 6 ½
    RawNumber number =
        vulgar == null
            ? RawNumber.of(Kind.CARDINAL, value, start, end)
            : RawNumber.of(Kind.CARDINAL, value.add(vulgar), start, at + 1);
    return add(tenths == null ? NumberSuffix.read(text, number) : tenths, end);
  }

  /** Reads 一半, and 半 before a measure word. */
  private int half(int at) {
    boolean counted = text.startsWith("一", at - 1);
    if (counted || NumberCharacters.isOneOf("年个個天小月日世数數", text, at + 1)) {
      found.add(RawNumber.of(Kind.FRACTION, VulgarFraction.HALF, at - (counted ? 1 : 0), at + 1));
    }
    return at + 1;
  }

  private int chinese(int start) {
    if (HanDigit.isMillionAt(text, start) && HanDigit.powerAt(text, start) == 0) {
      return start + 2; // 百万赫
    }
    int end = HanDigit.runEnd(text, start);
    int unit = VagueNumber.powers(text, start, end);
    if (unit > 1 && text.startsWith("分之", end)) {
      BigDecimal denominator = BigDecimal.ONE.scaleByPowerOfTen(unit);
      RawNumber part = ChineseFraction.read(text, start, end + 2, denominator);
      return part.kind() == Kind.CARDINAL ? part.end() : add(part, start);
    }
    RawNumber vague = VagueNumber.chinese(text, start, end);
    boolean open = NumberCharacters.isOneOf("几幾", text, end); // 一九六几年
    if (vague != null || open || isVery(start, end) || HanDigit.isTaelAt(text, start)) {
      return add(vague, end);
    }
    ChineseNumeral numeral = ChineseNumeral.read(text, start);
    if (numeral == null) {
      return end;
    }
    RawNumber number =
        new RawNumber(
            Kind.CARDINAL, numeral.value(), numeral.scale(), start, numeral.end(), /* code= */ "");
    if (numeral.plain() && numeral.end() == end) {
      return plain(number, numeral.digits());
    }
    RawNumber tenths = ChineseFraction.tenthsOf(text, number);
    RawNumber whole = tenths == null ? NumberSuffix.read(text, number) : tenths;
    found.add(whole);
    return numeral.upper() == null
        ? whole.end()
        : add(
            new RawNumber(
                whole.kind(), numeral.upper(), whole.scale(), start, whole.end(), /* code= */ ""),
            whole.end());
  }

  /** Reads digits without units: 三个, 三四个, 二二八, 一九四九年. */
  private int plain(RawNumber number, int digits) {
    int start = number.start();
    int end = number.end();
    if (digits == 1) {
      return single(number);
    }
    int first = HanDigit.digit(text.charAt(start));
    int second = HanDigit.digit(text.charAt(start + 1));
    boolean name = digits <= 3 && ChineseDate.isName(text, start, end);
    boolean percent = NumberCharacters.isOneOf("%％", text, end); // 一一％
    if (digits != 2 || first == 0 || second == 0 || name || percent) {
      return add(name ? number.as(Kind.DATE_NAME) : NumberSuffix.read(text, number), end);
    }
    RawNumber tenths = ChineseFraction.tenthsOf(text, start + 1, end, second);
    if (tenths != null) { // 八九成
      found.add(RawNumber.of(Kind.PERCENT, first * 10L, start, start + 1));
      return add(tenths, end);
    }
    // 三四个: three or four.
    RawNumber upper = NumberSuffix.read(text, RawNumber.of(Kind.CARDINAL, second, start + 1, end));
    RawNumber lower = RawNumber.of(upper.kind(), first, start, start + 1);
    found.add(lower.scaled(upper.kind(), upper.scale()));
    return add(upper, end);
  }

  private int single(RawNumber number) {
    int start = number.start();
    int end = number.end();
    int digit = number.value().intValue();
    RawNumber tenths = ChineseFraction.tenths(text, start, end, digit);
    if (tenths != null) {
      return add(tenths, end);
    }
    boolean counts =
        digit > 1
            || text.startsWith("第", start - 1)
            || text.startsWith("月", end)
            || (text.startsWith("月", start - 1) && NumberCharacters.isOneOf("日号號", text, end))
            || text.startsWith("分之", end)
            || (digit == 0 && text.startsWith("度", end))
            || (digit == 1 && isFirstMonth(end))
            || text.startsWith("个百分点", end)
            || text.startsWith("個百分點", end)
            || (digit == 1 && NumberSuffix.chineseHalfEnd(text, end) > end);
    return counts ? add(NumberSuffix.read(text, number), end) : end;
  }

  /** Returns whether the other end of a range of months follows: 一至三月. */
  private boolean isFirstMonth(int end) {
    int last = end + 1;
    if (!NumberCharacters.isOneOf("至到-–~～", text, end)) {
      return false;
    }
    while (last - end < 3 && last < text.length() && HanDigit.isPart(text.charAt(last))) {
      last++;
    }
    return last > end + 1 && text.startsWith("月", last);
  }

  /** Returns whether this is 十分 (very), not 十分钟 or 十分之一. */
  private boolean isVery(int start, int end) {
    return end - start == 1
        && text.charAt(start) == '十'
        && text.startsWith("分", end)
        && !NumberCharacters.isOneOf("钟鐘之", text, end + 1);
  }

  private int english(int start) {
    int end = NumberCharacters.wordEnd(text, start);
    if (end - start > NumberCharacters.MAX_WORD) {
      return end;
    }
    RawNumber date = date(start, end);
    if (date != null) {
      return add(date, end);
    }
    boolean mayBegin = NumberWord.mayBegin(text.charAt(start));
    EnglishNumeral numeral = mayBegin ? EnglishNumeral.read(text, start) : null;
    if (numeral == null) {
      RawNumber vague = mayBegin ? VagueNumber.english(text, start) : null;
      boolean amount = isCurrency(start, end) || NumberCharacters.isDecimalAt(text, end);
      return add(vague, amount ? end : NumberCharacters.gluedEnd(text, end));
    }
    RawNumber number =
        new RawNumber(numeral.kind(), numeral.value(), numeral.scale(), start, numeral.end(), "");
    return add(
        numeral.kind() == Kind.CARDINAL ? NumberSuffix.read(text, number) : number, numeral.end());
  }

  private @Nullable RawNumber date(int start, int end) {
    if (end - start < 3 || !Character.isUpperCase(text.charAt(start))) {
      return null;
    }
    String word = text.substring(start, end);
    int day = WeekdayName.english(word);
    if (day > 0) {
      return RawNumber.of(Kind.WEEKDAY, day, start, end);
    }
    int month = MonthName.month(word);
    return month > 0 && MonthName.isDated(text, start, end, month)
        ? RawNumber.of(Kind.MONTH, month, start, end)
        : null;
  }

  /** Returns whether the letters are a currency: RMB5 is an amount, unlike G20. */
  private boolean isCurrency(int start, int end) {
    if (!NumberCharacters.isDigitAt(text, end)) {
      return false;
    }
    return switch (text.substring(start, end)) {
      case "US", "USD", "RMB", "CNY", "HK", "HKD", "EUR", "GBP", "JPY" -> true;
      case "NT", "NTD", "AU", "AUD", "CA", "CAD", "MOP", "CHF", "Rs" -> true;
      default -> false;
    };
  }

  /**
   * The numerals of cheques and contracts (壹貳參), which cannot be altered by a stroke. Several are
   * also common words (陸 land, 參 take part), so only a run with a digit and its unit counts: 貳佰,
   * 陸拾. Pure.
   */
  private static final class FinancialNumerals {

    private static final String FINANCIAL = "壹貳贰貮參叁参肆伍陸陆柒捌玖拾佰仟";
    private static final String ORDINARY = "一二二二三三三四五六六七八九十百千";

    /** Other characters that a run of numerals may contain. */
    private static final String OTHERS = "零十百千万萬億亿";

    /** The digits: all before the units, which come last. */
    private static final String DIGITS = FINANCIAL.substring(0, FINANCIAL.indexOf('拾'));

    /** Digits that are not common words, for which a large unit is enough. */
    private static final String RARE = "壹貳贰貮叁伍柒捌玖";

    private FinancialNumerals() {}

    /** Returns the text with ordinary numerals in their places and the same length. */
    static String toOrdinary(String text) {
      if (text.chars().noneMatch(c -> FINANCIAL.indexOf(c) >= 0)) {
        return text;
      }
      StringBuilder plain = new StringBuilder(text);
      int start = 0;
      while (start < text.length()) {
        start += isWord(text, start) ? 1 : 0;
        int end = start;
        boolean counts = false;
        while (end < text.length() && isPart(text.charAt(end))) {
          counts |= end > start && isCounted(text.charAt(end - 1), text.charAt(end));
          end++;
        }
        for (int i = start; counts && i < end; i++) {
          int at = FINANCIAL.indexOf(text.charAt(i));
          plain.setCharAt(i, at < 0 ? text.charAt(i) : ORDINARY.charAt(at));
        }
        start = end + 1;
      }
      return plain.toString();
    }

    private static boolean isPart(char c) {
      return OTHERS.indexOf(c) >= 0 || FINANCIAL.indexOf(c) >= 0;
    }

    /** Whether 伍 is in 队伍 or the like. */
    private static boolean isWord(String text, int at) {
      return text.charAt(at) == '伍' && NumberCharacters.isOneOf("队隊行入退落", text, at - 1);
    }

    private static boolean isCounted(char digit, char unit) {
      return "拾佰仟百千".indexOf(unit) >= 0
          ? DIGITS.indexOf(digit) >= 0
          : "万萬億亿".indexOf(unit) >= 0 && RARE.indexOf(digit) >= 0;
    }
  }

  /** Fractions in digits: ½, 2/3. */
  private static final class VulgarFraction {

    static final BigDecimal HALF = new BigDecimal("0.5");

    private static final int MAX_DENOMINATOR = 10;

    private VulgarFraction() {}

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
      int numerator = Integer.parseInt(text, start, slash, 10);
      int denominator = Integer.parseInt(text, slash + 1, end, 10);
      boolean fraction =
          numerator > 0
              && numerator < denominator
              && denominator <= MAX_DENOMINATOR
              && divisor(numerator, denominator) == 1;
      BigDecimal value = fraction ? RawNumber.quotient(numerator, denominator) : BigDecimal.ZERO;
      return fraction ? RawNumber.of(Kind.FRACTION, value, start, end) : null;
    }

    private static int divisor(int one, int other) {
      return other == 0 ? one : divisor(other, one % other);
    }
  }

  /** Reads the suffix of a number: 万, billion, %, 月, th, 年代, 分之, 年半. For one number. */
  private static final class NumberSuffix {

    private static final int MAX_SCALE = 12;
    private static final List<String> ORDINALS = List.of("st", "nd", "rd", "th");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);
    private static final BigDecimal LAST_MONTH = BigDecimal.valueOf(12);

    /** Measure words before 半: 两年半, 三个半月. */
    private static final List<String> HALVED =
        List.of(
            "个月 個月 年 个 個 天 倍 分 岁 歲 小时 小時 公里 里 公斤 斤 公尺 尺 公分 米 英尺 英呎 呎 英寸 英吋 吋 英里 哩 吨 噸 公吨 公噸"
                .split(" "));

    /** Characters before which 半 begins another word: 三年半数. */
    private static final String HALF_WORDS = "数數夜导導岛島径徑边邊截路价價决決球圆圓个個衰身";

    private final String text;
    private final int start;
    private BigDecimal value;
    private Kind kind;
    private int scale;
    private int end;

    private NumberSuffix(String text, RawNumber number) {
      this.text = text;
      this.start = number.start();
      this.value = number.value();
      this.kind = text.startsWith("第", start - 1) ? Kind.ORDINAL : number.kind();
      this.scale = number.scale();
      this.end = number.end();
    }

    static RawNumber read(String text, RawNumber number) {
      return new NumberSuffix(text, number).read();
    }

    private RawNumber read() {
      readHanScale();
      readHalf();
      readEnglishScale();
      if (!readPercent() && !readOrdinal()) {
        int gap = gap();
        if (text.startsWith("月", end + gap) && isMonth()) {
          kind = Kind.MONTH;
          end += gap + 1;
        } else if (text.startsWith("分之", end)) {
          return ChineseFraction.read(text, start, end + 2, value.scaleByPowerOfTen(scale));
        } else {
          readDecade();
        }
      }
      return new RawNumber(kind, value, scale, start, end, "");
    }

    /**
     * Returns the length of the gap between digits and Han: a space, as in 70 万, and closing marks
     * of a formula or stressed text, as in $70$ 万 and **70**万.
     */
    private int gap() {
      if (!NumberCharacters.isDigitAt(text, end - 1)) {
        return 0;
      }
      int at = end + marks();
      return at - end + (at < text.length() && NumberCharacters.isSpace(text.charAt(at)) ? 1 : 0);
    }

    /** Returns the length of the marks that are both before and after the number. */
    private int marks() {
      int marks = 0;
      while (marks < 2
          && NumberCharacters.isOneOf("$*", text, start - 1 - marks)
          && NumberCharacters.isOneOf("$*", text, end + marks)) {
        marks++;
      }
      return marks;
    }

    private void readHanScale() {
      int at = end + gap();
      boolean pieces = NumberCharacters.isOneOf("个個", text, at); // 两个亿
      at += pieces && NumberCharacters.isOneOf("亿億", text, at + 1) ? 1 : 0;
      at += HanDigit.isMoreAt(text, at) && HanDigit.powerAt(text, at + 1) > 1 ? 1 : 0;
      while (HanDigit.powerAt(text, at) > 1 && scale < MAX_SCALE) {
        scale += HanDigit.powerAt(text, at++);
        end = at;
      }
    }

    /** Reads a half after the number: "two and a half", "two years and a half", 两年半. */
    private void readHalf() {
      if (kind != Kind.CARDINAL) {
        return;
      }
      int stop = EnglishNumeral.halfEnd(text, end);
      if (stop > end) {
        // After 2,000,000 "and a half" is half a million.
        BigDecimal unit = BigDecimal.ONE;
        for (int i = 0; i < 4 && value.signum() > 0 && isMultiple(unit.multiply(THOUSAND)); i++) {
          unit = unit.multiply(THOUSAND);
        }
        value = value.add(unit.multiply(VulgarFraction.HALF));
        end = stop;
      } else if (chineseHalfEnd(text, end + gap()) > end + gap()) {
        value = value.add(VulgarFraction.HALF);
        end = chineseHalfEnd(text, end + gap());
      }
    }

    private boolean isMultiple(BigDecimal unit) {
      return value.remainder(unit).signum() == 0;
    }

    /** Returns the end of 年半 or a similar suffix; {@code from} if there is none. */
    static int chineseHalfEnd(String text, int from) {
      for (String measure : HALVED) {
        int half = from + measure.length();
        if (text.startsWith(measure, from)
            && text.startsWith("半", half)
            && !NumberCharacters.isOneOf(HALF_WORDS, text, half + 1)) {
          return half + 1;
        }
      }
      return from;
    }

    private void readEnglishScale() {
      for (int i = 0; i < 2; i++) {
        int from = end + marks() + (NumberCharacters.isOneOf("+", text, end) ? 1 : 0);
        boolean glued = from < text.length() && NumberCharacters.isLetter(text.charAt(from));
        String word =
            glued ? NumberCharacters.word(text, from) : NumberCharacters.nextWord(text, from);
        boolean money = (glued || word.equals("mil")) && isMoney();
        int power = money && i == 0 ? EnglishPower.ofMoney(word) : 0;
        power = power == 0 ? EnglishPower.of(word) : power;
        if (power == 0 && EnglishPower.ofOrdinal(word) > 0) {
          power = EnglishPower.ofOrdinal(word); // 10 millionth
          kind = Kind.ORDINAL;
        }
        if (power == 0 || scale + power > MAX_SCALE) {
          return;
        }
        scale += power;
        end = from + word.length() + (glued ? 0 : 1);
      }
    }

    private boolean isMoney() {
      boolean space = start > 0 && NumberCharacters.isSpace(text.charAt(start - 1));
      return NumberCharacters.isOneOf("$€£¥￥", text, start - (space ? 2 : 1));
    }

    private boolean readPercent() {
      int gap = end < text.length() && NumberCharacters.isSpace(text.charAt(end)) ? 1 : 0;
      int stop = end;
      String word = NumberCharacters.nextWord(text, end);
      if (NumberCharacters.isOneOf("%％﹪", text, end + gap)) {
        stop = end + gap + 1;
      } else if (text.startsWith("个百分点", end + gap) || text.startsWith("個百分點", end + gap)) {
        stop = end + gap + 4;
      } else if (word.equals("percent") || word.equals("percents") || word.equals("pct")) {
        stop = end + 1 + word.length();
      } else if (word.equals("percentage") || word.equals("percentages")) {
        stop = end + 1 + word.length();
        String next = NumberCharacters.nextWord(text, stop);
        stop += next.startsWith("point") ? 1 + next.length() : 0;
      } else if (word.equals("per") && NumberCharacters.nextWord(text, end + 4).equals("cent")) {
        stop = end + 9;
      }
      if (stop == end && NumberCharacters.isOneOf("‰", text, end + gap)) {
        value = value.movePointLeft(3);
        kind = Kind.FRACTION;
        end += gap + 1;
        return true;
      }
      boolean percent = stop > end || text.startsWith("百分之", start - 3);
      end = stop;
      kind = percent ? Kind.PERCENT : kind;
      return percent;
    }

    private boolean readOrdinal() {
      boolean ordinal =
          NumberCharacters.isDigitAt(text, end - 1)
              && ORDINALS.contains(NumberCharacters.word(text, end));
      kind = ordinal ? Kind.ORDINAL : kind;
      end += ordinal ? 2 : 0;
      return ordinal;
    }

    private boolean isMonth() {
      return scale == 0
          && value.stripTrailingZeros().scale() <= 0
          && value.signum() > 0
          && value.compareTo(LAST_MONTH) <= 0;
    }

    /** Reads a decade: 90年代, 1960s, the '60s. */
    private void readDecade() {
      boolean tens = scale == 0 && value.remainder(BigDecimal.TEN).signum() == 0;
      boolean bare = value.compareTo(HUNDRED) < 0;
      if (!tens || (!bare && value.precision() - value.scale() != 4)) {
        return;
      }
      boolean apostrophe = NumberCharacters.isOneOf("'’", text, end);
      int s = end + (apostrophe ? 1 : 0);
      if (text.startsWith("年代", end + gap())) {
        kind = Kind.DECADE;
        end += gap() + 2;
      } else if (NumberCharacters.word(text, s).equals("s")
          && NumberCharacters.isDigitAt(text, end - 1)
          && (!bare || isLedDecade())) {
        kind = Kind.DECADE;
        end = s + 1;
      }
    }

    private boolean isLedDecade() {
      return NumberCharacters.isOneOf("'’‘", text, start - 1)
          || switch (NumberCharacters.previousWord(text, start)) {
            case "the", "early", "late", "mid" -> true;
            default -> false;
          };
    }
  }

  /** Reads counts that give only a power of ten: 几十, 数百万, 十几, 近百, "hundreds of". */
  private static final class VagueNumber {

    /** Characters before a unit without a count: 近百, 上千. */
    private static final String ABOUT = "逾近超上约約达達过過成";

    /** Maximum scale of repeated units. */
    private static final int MAX_POWER = 24;

    private VagueNumber() {}

    /** Reads the vague count that contains a run of Chinese numerals. */
    static @Nullable RawNumber chinese(String text, int start, int end) {
      int powers = powers(text, start, end);
      if (NumberCharacters.isOneOf("数數", text, start - 1) && text.startsWith("分之", end)) {
        return null; // 总人数十分之一
      }
      if (powers > 0 && HanDigit.isSomeAt(text, start - 1)) {
        return vague(powers, start - 1, end, "");
      }
      if (NumberCharacters.isOneOf("几幾", text, end)) {
        return over(text, start, end);
      }
      boolean lone = powers > 1 && HanDigit.power(text.charAt(start)) > 1;
      boolean about =
          NumberCharacters.isOneOf(ABOUT, text, start - 1)
              || HanDigit.isMoreAt(text, end)
              || (end - start > 1 && text.charAt(start) == '百');
      return lone && about ? vague(powers, start, end, "") : null;
    }

    /** Reads 十几, 二十几万. */
    private static @Nullable RawNumber over(String text, int start, int end) {
      ChineseNumeral numeral = ChineseNumeral.read(text, start);
      if (numeral == null || numeral.plain()) {
        return null;
      }
      int stop = end + 1;
      int scale = numeral.scale();
      while (HanDigit.powerAt(text, stop) > 0 && scale < MAX_POWER) {
        scale += HanDigit.powerAt(text, stop++);
      }
      return new RawNumber(Kind.VAGUE, numeral.value(), scale, start, stop, "+");
    }

    /** Returns the power of ten of a run of units without digits; 0 if it contains a digit. */
    static int powers(String text, int start, int end) {
      int powers = 0;
      for (int i = start; i < end && powers < MAX_POWER; i++) {
        if (HanDigit.digit(text.charAt(i)) >= 0) {
          return 0;
        }
        powers += HanDigit.power(text.charAt(i));
      }
      return powers;
    }

    /** Reads "hundreds of thousands", "several million", "a few dozen"; null for other words. */
    static @Nullable RawNumber english(String text, int start) {
      String word = NumberCharacters.word(text, start);
      int end = start + word.length();
      boolean several = word.equals("several") || word.equals("few");
      int power = several ? 0 : Math.max(EnglishPower.ofPlural(word), EnglishPower.ofWord(word));
      if (!several && power == 0) {
        return null;
      }
      int stop = end;
      String next = NumberCharacters.nextWord(text, end);
      if (!several && next.equals("of")) {
        next = NumberCharacters.nextWord(text, end + 3);
        int more = EnglishPower.ofPlural(next);
        power += more;
        stop = more > 0 ? end + 4 + next.length() : end;
      } else if (word.equals("tens")) {
        return null;
      }
      while (several && powerOf(next) > 0 && power < MAX_POWER) {
        power += powerOf(next);
        stop += 1 + next.length();
        next = NumberCharacters.nextWord(text, stop);
      }
      return power == 0 ? null : vague(power, start, stop, "");
    }

    private static int powerOf(String word) {
      return word.equals("dozen") ? 1 : EnglishPower.of(word);
    }

    private static RawNumber vague(int power, int start, int end, String code) {
      return new RawNumber(Kind.VAGUE, BigDecimal.ONE, power, start, end, code);
    }
  }

  /** Recognises dates named by their digits: 二二八, 九一八, 五四. */
  private static final class ChineseDate {

    /** Characters that can be measure words: a number before one of them is a count. */
    private static final String MEASURES = "倍个個次年月日号號位名项項条條家届屆天点點岁歲分元吨噸里人只隻件种種艘架辆輛小时時公米克成";

    /**
     * First characters of 运动, 事变, 惨案, 起义, 节, 革命, 宪法. Two digits before one of them name a day,
     * unlike 三五.
     */
    private static final String EVENTS = "运運事惨慘起节節革宪憲";

    private static final int LAST_MONTH = 12;
    private static final int LAST_DAY = 31;

    private ChineseDate() {}

    /** Returns whether Han digits may be a month and a day; two are more probably a range: 三五. */
    static boolean isName(String text, int start, int end) {
      int first = HanDigit.digit(text.charAt(start));
      int second = HanDigit.digit(text.charAt(start + 1));
      boolean counts =
          NumberCharacters.isOneOf(MEASURES, text, end)
              || NumberCharacters.isOneOf("第十百千万亿", text, start - 1);
      if (first < 1 || counts) {
        return false;
      }
      if (end - start == 2) {
        return second > 0 && NumberCharacters.isOneOf(EVENTS, text, end);
      }
      int third = HanDigit.digit(text.charAt(start + 2));
      int days = second * 10 + third;
      return (second > 0 && days <= LAST_DAY) || (first * 10 + second <= LAST_MONTH && third > 0);
    }
  }
}
