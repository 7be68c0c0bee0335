package ballast.language;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A number written in digits, ASCII or full width, with its separators.
 *
 * @param parts one value; year, month and day for an ISO date; empty if the run is too long for a
 *     count
 * @param code the characters of a run that is a name and not a count (010-12345678, 1.2.3, 007);
 *     otherwise empty
 */
record DigitRun(List<BigDecimal> parts, int end, String code) {

  private static final int MAX_DIGITS = 30;
  private static final int MIN_TELEPHONE = 7;

  /** Represents a comma between blanks. */
  private static final char SPACED = ';';

  /** Reads the run that begins at {@code start}, which must be a digit. */
  static DigitRun read(String text, int start) {
    int end = NumberCharacters.digitsEnd(text, start);
    if (end - start > MAX_DIGITS) {
      return new DigitRun(List.of(), end, "");
    }
    if (start > 0 && text.charAt(start - 1) == '+' && isTelephone(text, start, end)) {
      return code(text, start, chainEnd(text, end, " -"));
    }
    int chain = chainEnd(text, end, "-");
    if (chain > end) {
      DigitRun chained = chain(text, start, end, chain);
      if (chained != null) {
        return chained;
      }
    }
    if (isBarePoint(text, start - 1) && !isPoint(text, end)) {
      BigDecimal belowOne = new BigDecimal("0." + text.substring(start, end));
      return new DigitRun(List.of(belowOne), end, "");
    }
    if (end - start > 2
        && NumberCharacters.digit(text.charAt(start)) == 0
        && !isAfterHanPower(text, start)) {
      return code(text, start, end);
    }
    StringBuilder value = new StringBuilder(text.substring(start, end));
    if (end - start <= 3 || isThousands(text, end)) {
      end = groups(text, end, value);
    }
    if (isPoint(text, end)) {
      int fraction = NumberCharacters.digitsEnd(text, end + 1);
      if (isPoint(text, fraction)) {
        return code(text, start, chainEnd(text, fraction, "."));
      }
      if (fraction - end > MAX_DIGITS) {
        return new DigitRun(List.of(), fraction, "");
      }
      value.append('.').append(text, end + 1, fraction);
      end = fraction;
    }
    return new DigitRun(List.of(new BigDecimal(value.toString())), end, "");
  }

  /** Returns whether enough digits follow a plus: +86 10 6529 8106, unlike +18.9万. */
  private static boolean isTelephone(String text, int start, int end) {
    long digits =
        text.substring(start, chainEnd(text, end, " -"))
            .chars()
            .filter(c -> NumberCharacters.digit((char) c) >= 0)
            .count();
    return digits >= MIN_TELEPHONE && !isPoint(text, end);
  }

  /** Returns whether the digits fill the places below 万 or 亿: 1 亿 0852 万. */
  private static boolean isAfterHanPower(String text, int start) {
    int at = start > 0 && NumberCharacters.isSpace(text.charAt(start - 1)) ? start - 2 : start - 1;
    return at >= 0 && HanDigit.power(text.charAt(at)) >= 4;
  }

  /** Reads further groups of thousands: 1,234,567 and 3 000. All separators must be the same. */
  private static int groups(String text, int from, StringBuilder value) {
    int end = from;
    char separator = 0;
    while (end < text.length() && value.length() < MAX_DIGITS) {
      char c = text.charAt(end);
      if ((separator == 0 || separator == SPACED) && isSpacedGroup(text, end)) {
        separator = SPACED;
        value.append(text, end + 3, end + 6);
        end += 6;
        continue;
      }
      boolean known = separator == 0 ? isSeparator(text, end) : c == separator;
      if (!known || NumberCharacters.digitsEnd(text, end + 1) - end != 4) {
        break;
      }
      separator = c;
      value.append(text, end + 1, end + 4);
      end += 4;
    }
    return end;
  }

  /** Finds thousands after a group of any length: 1500,000. */
  private static boolean isThousands(String text, int at) {
    return text.startsWith(",000", at) && NumberCharacters.digitsEnd(text, at + 1) == at + 4;
  }

  /**
   * Finds a thousands separator; a full-width comma is one between full-width digits or before 万.
   */
  private static boolean isSeparator(String text, int at) {
    return ", \u00a0\u2009\u202f".indexOf(text.charAt(at)) >= 0
        || (text.charAt(at) == '，'
            && (text.charAt(at - 1) >= '０' || NumberCharacters.isOneOf("，万萬亿億元人", text, at + 4)));
  }

  /** Finds a group of thousands in a text with words set apart by blanks: 8 , 190. */
  private static boolean isSpacedGroup(String text, int at) {
    int from = at + 3;
    return text.startsWith(" , ", at)
        && NumberCharacters.digitsEnd(text, from) == from + 3
        && !isPoint(text, from + 3);
  }

  private static boolean isPoint(String text, int at) {
    return at + 1 < text.length()
        && (text.charAt(at) == '.' || text.charAt(at) == '．')
        && NumberCharacters.digit(text.charAt(at + 1)) >= 0;
  }

  /** Finds a point that begins a number below one: .08, $.50; not in 1.2.3 or a.5. */
  private static boolean isBarePoint(String text, int at) {
    if (isSpacedPoint(text, at)) {
      return true;
    }
    return NumberCharacters.isOneOf(".", text, at)
        && (at == 0
            || Han.isHan(text.charAt(at - 1))
            || " \u00a0(（$£€¥-–~<>=≥≤".indexOf(text.charAt(at - 1)) >= 0);
  }

  /** Finds the blank after a point in a Chinese text with spaced words: 打出 . 241 的. */
  private static boolean isSpacedPoint(String text, int at) {
    int end = NumberCharacters.digitsEnd(text, at + 1);
    return at > 2
        && text.startsWith(" . ", at - 2)
        && Han.isHan(text.charAt(at - 3))
        && end == at + 4
        && end + 1 < text.length()
        && text.charAt(end) == ' '
        && (Han.isHan(text.charAt(end + 1)) || "，。；、".indexOf(text.charAt(end + 1)) >= 0);
  }

  private static int chainEnd(String text, int from, String separators) {
    int end = from;
    while (end + 1 < text.length()
        && separators.indexOf(text.charAt(end)) >= 0
        && NumberCharacters.digit(text.charAt(end + 1)) >= 0) {
      end = NumberCharacters.digitsEnd(text, end + 1);
    }
    return end;
  }

  /** Reads digits joined by hyphens: a date or a telephone number; null for a range such as 1-2. */
  private static @Nullable DigitRun chain(String text, int start, int firstEnd, int end) {
    if (end - start > 2 * MAX_DIGITS) {
      return new DigitRun(List.of(), end, "");
    }
    String[] groups = text.substring(start, end).split("-");
    boolean date =
        groups.length == 3
            && groups[0].length() == 4
            && groups[1].length() <= 2
            && groups[2].length() <= 2;
    if (date) {
      return new DigitRun(Stream.of(groups).map(BigDecimal::new).toList(), end, "");
    }
    boolean telephone =
        groups.length > 2
            || (firstEnd - start > 1 && NumberCharacters.digit(text.charAt(start)) == 0);
    for (String group : groups) {
      telephone |= group.length() >= 7;
    }
    return telephone ? code(text, start, end) : null;
  }

  private static DigitRun code(String text, int start, int end) {
    if (end - start > 2 * MAX_DIGITS) {
      return new DigitRun(List.of(), end, "");
    }
    StringBuilder code = new StringBuilder();
    for (int i = start; i < end; i++) {
      int digit = NumberCharacters.digit(text.charAt(i));
      if (digit >= 0) {
        code.append(digit);
      }
    }
    return new DigitRun(List.of(BigDecimal.ZERO), end, code.toString());
  }
}
