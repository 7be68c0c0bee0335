package ballast.language;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Reads numerals written in Han characters: 二十一, 一亿三千万, 二〇二四, 三点五, 三百五.
 *
 * @param value what it says
 * @param end one past its last UTF-16 unit
 * @param digits how many digit characters it has (not counting 十百千万亿)
 * @param plain whether it has digit characters only
 */
record ChineseNumeral(BigDecimal value, int end, int digits, boolean plain) {

  private static final String DIGITS = "零一二三四五六七八九";
  private static final int MAX_LENGTH = 40;

  /** The digit that a character stands for; -1 when it is none. */
  static int digit(char c) {
    int at = DIGITS.indexOf(c);
    if (at >= 0) {
      return at;
    }
    return switch (c) {
      case '〇', '○' -> 0;
      case '两', '兩' -> 2;
      default -> -1;
    };
  }

  /** The power of ten of 十百千万亿; 0 when the character is none of them. */
  static int power(char c) {
    return switch (c) {
      case '十' -> 1;
      case '百' -> 2;
      case '千' -> 3;
      case '万', '萬' -> 4;
      case '亿', '億' -> 8;
      default -> 0;
    };
  }

  static boolean isPart(char c) {
    return digit(c) >= 0 || power(c) > 0;
  }

  /** Where a run of numeral characters ends. */
  static int runEnd(String text, int start) {
    int end = start;
    while (end < text.length() && isPart(text.charAt(end))) {
      end++;
    }
    return end;
  }

  /**
   * The numeral that begins at {@code start} and takes up the whole run of numeral characters
   * there.
   *
   * @return null when the run is no exact number: a unit without a count (万, 千万), a guess (三四十), or
   *     longer than any sensible number
   */
  static @Nullable ChineseNumeral read(String text, int start) {
    int end = runEnd(text, start);
    if (end == start || end - start > MAX_LENGTH) {
      return null;
    }
    boolean plain = true;
    for (int i = start; i < end; i++) {
      plain &= power(text.charAt(i)) == 0;
    }
    if (!plain) {
      return withUnits(text, start, end);
    }
    StringBuilder digits = new StringBuilder();
    for (int i = start; i < end; i++) {
      digits.append(digit(text.charAt(i)));
    }
    int count = end - start;
    int fraction = fractionEnd(text, end);
    if (fraction > end) {
      digits.append('.');
      for (int i = end + 1; i < fraction; i++) {
        digits.append(digit(text.charAt(i)));
      }
      end = fraction;
    }
    BigDecimal value = new BigDecimal(digits.toString());
    return new ChineseNumeral(value, end, count, true);
  }

  /** The end of 点五 after a numeral; {@code at} when there is none. */
  private static int fractionEnd(String text, int at) {
    if (at + 1 >= text.length() || (text.charAt(at) != '点' && text.charAt(at) != '點')) {
      return at;
    }
    int end = at + 1;
    while (end < text.length() && end - at < MAX_LENGTH && digit(text.charAt(end)) >= 0) {
      end++;
    }
    return end == at + 1 ? at : end;
  }

  private static @Nullable ChineseNumeral withUnits(String text, int start, int end) {
    BigDecimal total = BigDecimal.ZERO;
    long section = 0;
    int pending = -1;
    int digits = 0;
    int lastPower = 0;
    int lastBig = Integer.MAX_VALUE;
    boolean zeroBefore = false;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      int power = power(c);
      if (power == 0) {
        if (pending > 0) {
          return null;
        }
        pending = digit(c);
        zeroBefore = pending == 0;
        pending = pending == 0 ? -1 : pending;
        digits++;
        continue;
      }
      if (power < 4) {
        if (pending < 0 && power > 1) {
          return null;
        }
        section += (pending < 0 ? 1 : pending) * (long) Math.pow(10, power);
      } else {
        long here = section + Math.max(0, pending);
        if (here == 0 && total.signum() == 0) {
          return null;
        }
        boolean whole = here == 0 || power > lastBig;
        BigDecimal scaled = whole ? total.add(BigDecimal.valueOf(here)) : BigDecimal.valueOf(here);
        scaled = scaled.scaleByPowerOfTen(power);
        total = whole ? scaled : total.add(scaled);
        section = 0;
        lastBig = power;
      }
      pending = -1;
      zeroBefore = false;
      lastPower = power;
    }
    // 三百五 is 350, 三百零五 is 305, 二十五 is 25.
    boolean shortened = pending > 0 && lastPower > 1 && !zeroBefore && !endsAfterZero(text, end);
    long tail = Math.max(0, pending);
    BigDecimal rest =
        shortened
            ? BigDecimal.valueOf(tail).scaleByPowerOfTen(lastPower - 1)
            : BigDecimal.valueOf(tail);
    return new ChineseNumeral(total.add(BigDecimal.valueOf(section)).add(rest), end, digits, false);
  }

  private static boolean endsAfterZero(String text, int end) {
    return end >= 2 && digit(text.charAt(end - 2)) == 0;
  }
}
