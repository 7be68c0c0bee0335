package ballast.language;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Reads numerals written in Han characters: 二十一, 一亿三千万, 二〇二四, 三点五, 三百五, 七八千, 十余万.
 *
 * @param value without {@code scale}
 * @param scale power of ten of a final 万 or 亿 after a single count: 三万
 * @param upper the greater of two neighbouring numbers (七八千); otherwise null
 * @param digits number of its digit characters (without 十百千万亿)
 * @param plain whether it consists of digit characters only
 */
record ChineseNumeral(
    BigDecimal value, int scale, @Nullable BigDecimal upper, int end, int digits, boolean plain) {

  private static final int MAX_LENGTH = 40;

  /** First characters of units of measure that cannot follow a time of day. */
  private static final String UNITS = "公千毫厘釐平立英米吨噸斤克度升级級寸尺赫瓦兆吉";

  /** Characters before an amount: 低於一．四三. */
  private static final String BEFORE_AMOUNTS = "於于過过達达約约為为";

  /**
   * Reads the numeral at {@code start} if it fills the whole run of numeral characters.
   *
   * @return null if the run is not a number: a unit without a count (万, 千万), or too long
   */
  static @Nullable ChineseNumeral read(String text, int start) {
    int end = HanDigit.runEnd(text, start);
    if (end == start || end - start > MAX_LENGTH) {
      return null;
    }
    boolean plain = true;
    for (int i = start; i < end; i++) {
      plain &= HanDigit.power(text.charAt(i)) == 0;
    }
    if (plain) {
      return plain(text, start, end);
    }
    String run = text.substring(start, end);
    int neighbours = neighbours(run);
    if (neighbours < 0) {
      BigDecimal sum = new ChineseUnits().value(run);
      BigDecimal value = sum == null ? positional(run) : sum;
      return value == null ? null : withFraction(text, start, of(run, value, end));
    }
    StringBuilder lower = new StringBuilder(run).deleteCharAt(neighbours + 1);
    StringBuilder upper = new StringBuilder(run).deleteCharAt(neighbours);
    BigDecimal value = new ChineseUnits().value(lower.toString());
    BigDecimal other = new ChineseUnits().value(upper.toString());
    return value == null || other == null
        ? null
        : new ChineseNumeral(value, 0, other, end, 2, /* plain= */ false);
  }

  /** Returns the value of positional digits before 万 or 亿: 二〇二亿; null for other numerals. */
  private static @Nullable BigDecimal positional(String run) {
    int power = HanDigit.power(run.charAt(run.length() - 1));
    BigDecimal value = BigDecimal.ZERO;
    for (int i = 0; i < run.length() - 1; i++) {
      int digit = HanDigit.digit(run.charAt(i));
      if (digit < 0) {
        return null;
      }
      value = value.multiply(BigDecimal.TEN).add(BigDecimal.valueOf(digit));
    }
    boolean written = run.length() > 2 && power >= 4 && HanDigit.digit(run.charAt(0)) > 0;
    return written ? value.scaleByPowerOfTen(power) : null;
  }

  private static ChineseNumeral of(String run, BigDecimal value, int end) {
    int digits = 0;
    for (int i = 0; i < run.length(); i++) {
      digits += HanDigit.digit(run.charAt(i)) >= 0 ? 1 : 0;
    }
    int scale = scale(run, digits);
    return new ChineseNumeral(
        value.scaleByPowerOfTen(-scale), scale, /* upper= */ null, end, digits, /* plain= */ false);
  }

  /** Returns the power of ten of final 万 and 亿 after a single count; otherwise 0. */
  private static int scale(String run, int digits) {
    int last = run.length();
    int scale = 0;
    while (last > 0 && HanDigit.power(run.charAt(last - 1)) >= 4) {
      scale += HanDigit.power(run.charAt(--last));
    }
    for (int i = last - 1; i >= 0; i--) {
      int power = HanDigit.power(run.charAt(i));
      if (power >= 4) {
        return 0;
      }
      scale += scale > 0 && digits == 1 && i > 0 ? power : 0;
    }
    return scale;
  }

  /** Adds a fraction as in 十二点五亿 and 千分之十二点五; elsewhere 十二点五 is more probably a time of day. */
  private static ChineseNumeral withFraction(String text, int start, ChineseNumeral whole) {
    int end = fractionEnd(text, whole.end());
    boolean counts =
        text.startsWith("分之", start - 2)
            || HanDigit.isMillionAt(text, end)
            || NumberCharacters.isOneOf("．‧", text, whole.end())
            || text.startsWith("个百分点", end)
            || NumberCharacters.isOneOf("万萬亿億倍%％", text, end)
            || NumberCharacters.isOneOf(UNITS, text, end);
    if (end == whole.end() || whole.scale() > 0 || !counts) {
      return whole;
    }
    BigDecimal value = whole.value().add(fraction(text, whole.end(), end));
    return new ChineseNumeral(value, 0, null, end, whole.digits(), /* plain= */ false);
  }

  private static ChineseNumeral plain(String text, int start, int end) {
    StringBuilder digits = new StringBuilder();
    for (int i = start; i < end; i++) {
      digits.append(HanDigit.digit(text.charAt(i)));
    }
    int last = fractionEnd(text, end);
    BigDecimal value = new BigDecimal(digits.toString()).add(fraction(text, end, last));
    return new ChineseNumeral(value, 0, null, last, end - start, /* plain= */ true);
  }

  private static BigDecimal fraction(String text, int point, int end) {
    BigDecimal fraction = BigDecimal.ZERO;
    for (int i = point + 1; i < end; i++) {
      BigDecimal digit = BigDecimal.valueOf(HanDigit.digit(text.charAt(i)));
      fraction = fraction.add(digit.scaleByPowerOfTen(point - i));
    }
    return fraction;
  }

  /** Returns the end of 点五 after a numeral; {@code at} if there is none. */
  private static int fractionEnd(String text, int at) {
    boolean dot = NumberCharacters.isOneOf("．‧", text, at);
    if (!dot && !NumberCharacters.isOneOf("点點", text, at)) {
      return at;
    }
    int end = at + 1;
    while (end < text.length()
        && end - at < MAX_LENGTH
        && HanDigit.digit(text.charAt(end)) >= 0
        && !NumberCharacters.isOneOf("两兩", text, end)) { // 零點一兩者
      end++;
    }
    boolean counts = // unlike 九．一八
        !dot
            || NumberCharacters.isOneOf("零〇○", text, at - 1)
            || (at > 1 && HanDigit.isPart(text.charAt(at - 2)))
            || NumberCharacters.isOneOf(BEFORE_AMOUNTS, text, at - 2)
            || (NumberCharacters.isOneOf("至到～~", text, end)
                && end + 1 < text.length()
                && HanDigit.isPart(text.charAt(end + 1)))
            || NumberCharacters.isOneOf("万萬亿億倍%％", text, end)
            || NumberCharacters.isOneOf(UNITS, text, end)
            || text.startsWith("分之", at - 3);
    boolean time = NumberCharacters.isOneOf("十刻", text, end); // 四点三十五分
    return end == at + 1 || !counts || time ? at : end;
  }

  /** Finds the first of two neighbouring digits, as in 七八千, 三四十, 十五六; -1 if there are none. */
  private static int neighbours(String run) {
    for (int i = 0; i + 1 < run.length(); i++) {
      int first = HanDigit.digit(run.charAt(i));
      int second = HanDigit.digit(run.charAt(i + 1));
      boolean apart = i == 0 || HanDigit.digit(run.charAt(i - 1)) < 0;
      boolean end = i + 2 == run.length() || HanDigit.digit(run.charAt(i + 2)) < 0;
      boolean near = second == first + 1 || (first == 3 && second == 2);
      if (first > 0 && near && apart && end) {
        return i;
      }
    }
    return -1;
  }

  /** Adds up a numeral in Han characters with units, from left to right. For one numeral. */
  private static final class ChineseUnits {

    private BigDecimal total = BigDecimal.ZERO;
    private long section;
    private int pending = -1;
    private int lastPower;
    private int lastBig = Integer.MAX_VALUE;
    private boolean zeroBefore;

    /**
     * Returns the value of a run of numeral characters.
     *
     * @return null if it has a unit without a count (千万), or two digits without a unit between them
     */
    @Nullable BigDecimal value(String run) {
      for (int i = 0; i < run.length(); i++) {
        char c = run.charAt(i);
        boolean known = HanDigit.isPart(c);
        if (known && !(HanDigit.power(c) == 0 ? takeDigit(c) : takeUnit(c))) {
          return null;
        }
      }
      // 三百五 is 350, 三百零五 is 305, 二十五 is 25.
      boolean shortened = pending > 0 && lastPower > 1 && !zeroBefore;
      BigDecimal tail = BigDecimal.valueOf(Math.max(0, pending));
      BigDecimal remainder = shortened ? tail.scaleByPowerOfTen(lastPower - 1) : tail;
      return total.add(BigDecimal.valueOf(section)).add(remainder);
    }

    private boolean takeDigit(char c) {
      int digit = HanDigit.digit(c);
      if (pending > 0) {
        return false;
      }
      zeroBefore = digit == 0 || (zeroBefore && pending < 0);
      pending = digit == 0 ? -1 : digit;
      return true;
    }

    private boolean takeUnit(char c) {
      int power = HanDigit.power(c);
      if (power < 4) {
        if (pending < 0 && power > 1) {
          return false;
        }
        section += (pending < 0 ? 1 : pending) * (long) Math.pow(10, power);
      } else if (!takeBig(power)) {
        return false;
      }
      pending = -1;
      zeroBefore = false;
      lastPower = power;
      return true;
    }

    /** Reads 万 or a greater unit, which multiplies everything since the last greater unit. */
    private boolean takeBig(int power) {
      long sinceLastBig = section + Math.max(0, pending);
      if (sinceLastBig == 0 && total.signum() == 0) {
        return false;
      }
      boolean whole = sinceLastBig == 0 || power > lastBig;
      BigDecimal scaled =
          whole ? total.add(BigDecimal.valueOf(sinceLastBig)) : BigDecimal.valueOf(sinceLastBig);
      scaled = scaled.scaleByPowerOfTen(power);
      total = whole ? scaled : total.add(scaled);
      section = 0;
      lastBig = power;
      return true;
    }
  }
}
