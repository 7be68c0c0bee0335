package ballast.language;

import ballast.language.NumberValue.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the numbers in a Chinese or English text and their values. Everything that compares numbers
 * uses this reader.
 *
 * <p>Reads digits with separators (1,234.5; 3 000; full width), scales (1.5万, 70 万, 3082.7亿, 308.27
 * billion, $3.5bn), Han numerals of both scripts, English number words, percentages (8%, 六成,
 * percentage points), fractions and halves, ordinals, dates, days of the week, decades, telephone
 * numbers. It reads both ends of a range (3-5万, 七八千, seven or eight thousand). A number with 多, 余
 * or "more than" is read as that number; 几十, 数百 and "hundreds" are {@link Kind#VAGUE}.
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

  /** All numbers of a text, in order. */
  public static List<NumberValue> read(String text) {
    NumberReader reader = new NumberReader(FinancialNumerals.toOrdinary(text));
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
      return add(WeekdayName.chinese(text, at), at + 1);
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
    if (counted || NumberCharacters.isOneOf("年个個天小月日世", text, at + 1)) {
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
            || (digit == 1 && isFirstMonth(end))
            || text.startsWith("个百分点", end)
            || text.startsWith("個百分點", end)
            || (digit == 1 && NumberSuffix.chineseHalfEnd(text, end) > end);
    return counts ? add(NumberSuffix.read(text, number), end) : end;
  }

  /** Whether the other end of a range of months follows: 一至三月. */
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

  /** Whether it is 十分 (very), not 十分钟 or 十分之一. */
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
    RawNumber date = EnglishDate.read(text, start, end);
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

  /** Whether the letters are a currency: RMB5 is an amount, unlike G20. */
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
}
