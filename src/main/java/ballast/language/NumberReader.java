package ballast.language;

import ballast.bitext.Span;
import ballast.language.NumberValue.Kind;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Finds the numbers in a Chinese or English text and says what they are worth.
 *
 * <p>Reads digits with separators (1,234.5; 3 000; full width), scales (1.5万, 3082.7亿, 308.27
 * billion), Han numerals, English number words, percentages, fractions, ordinals, months, decades.
 * Left out on purpose: a lone 一, "one" or "a" (hardly ever a count), words such as 十分 and 万一, vague
 * counts (几十, 三四十), weekdays, and digits longer than any count. Pure and linear in the length of
 * the text.
 */
public final class NumberReader {

  private NumberReader() {}

  /** A number while its surroundings are still being read. */
  private record Raw(Kind kind, BigDecimal value, int scale, int start, int end, String code) {

    NumberValue finished() {
      return new NumberValue(kind, value.scaleByPowerOfTen(scale), new Span(start, end), code);
    }
  }

  /** All numbers, in order. */
  public static List<NumberValue> read(String text) {
    List<Raw> found = new ArrayList<>();
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      int end = i + 1;
      if (DigitRun.digit(c) >= 0) {
        end = digits(text, i, found);
      } else if (c == '半' || ChineseNumeral.isPart(c)) {
        end = chinese(text, i, found);
      } else if (EnglishNumeral.isLetter(c)) {
        end = english(text, i, found);
      }
      i = Math.max(end, i + 1);
    }
    return shareScales(text, found).stream().map(Raw::finished).toList();
  }

  static BigDecimal fraction(long numerator, long denominator) {
    return BigDecimal.valueOf(numerator)
        .divide(BigDecimal.valueOf(denominator), MathContext.DECIMAL32);
  }

  private static int digits(String text, int start, List<Raw> found) {
    DigitRun run = DigitRun.read(text, start);
    if (run.parts().isEmpty()) {
      return run.end();
    }
    if (!run.code().isEmpty()) {
      found.add(new Raw(Kind.CODE, BigDecimal.ZERO, 0, start, run.end(), run.code()));
      return run.end();
    }
    if (run.parts().size() == 3) {
      for (int k = 0; k < 3; k++) {
        Kind kind = k == 1 ? Kind.MONTH : Kind.CARDINAL;
        found.add(new Raw(kind, run.parts().get(k), 0, start, run.end(), ""));
      }
      return run.end();
    }
    return suffix(text, start, run.end(), run.parts().get(0), Kind.CARDINAL, found);
  }

  /** Scales and signs after a number: 万, billion, %, 月, th, 分之. */
  private static int suffix(
      String text, int start, int from, BigDecimal value, Kind given, List<Raw> found) {
    Kind kind = prefixed(text, start, given);
    int end = from;
    int scale = 0;
    while (end < text.length() && ChineseNumeral.power(text.charAt(end)) > 1 && scale < 12) {
      scale += ChineseNumeral.power(text.charAt(end++));
    }
    int space = end < text.length() && (text.charAt(end) == ' ' || text.charAt(end) == '-') ? 1 : 0;
    int wordEnd = Math.min(EnglishNumeral.wordEnd(text, end + space), end + 16);
    String word = text.substring(Math.min(end + space, wordEnd), wordEnd).toLowerCase(Locale.ROOT);
    Integer power = EnglishNumeral.POWERS.get(word);
    if (power != null && scale == 0) {
      scale = power;
      end = wordEnd;
      word = EnglishNumeral.nextWord(text, end);
      wordEnd = end + 1 + word.length();
    }
    if (follows(text, end, "%") || follows(text, end, "％") || follows(text, end, "个百分点")) {
      kind = Kind.PERCENT;
      end++;
    } else if (word.equals("percent") || word.equals("percentage") || word.equals("pct")) {
      kind = Kind.PERCENT;
      end = wordEnd;
    } else if (word.equals("per") && EnglishNumeral.nextWord(text, wordEnd).equals("cent")) {
      kind = Kind.PERCENT;
      end = wordEnd + 5;
    } else if (Set.of("st", "nd", "rd", "th").contains(word) && space == 0) {
      kind = Kind.ORDINAL;
      end = wordEnd;
    } else if (follows(text, end, "月") && isMonth(value) && scale == 0) {
      kind = Kind.MONTH;
      end++;
    } else if (follows(text, end, "分之") && scale == 0) {
      return chineseFraction(text, start, end + 2, value, found);
    }
    found.add(new Raw(kind, decade(text, end, value, found), scale, start, end, ""));
    return end;
  }

  /** 第 before a number makes it an ordinal, 百分之 a percentage. */
  private static Kind prefixed(String text, int start, Kind kind) {
    if (text.startsWith("第", start - 1)) {
      return Kind.ORDINAL;
    }
    return text.startsWith("百分之", start - 3) ? Kind.PERCENT : kind;
  }

  /** 20世纪90年代 is 1990, as in "the 1990s". */
  private static BigDecimal decade(String text, int end, BigDecimal value, List<Raw> found) {
    if (!follows(text, end, "年代") || value.compareTo(BigDecimal.valueOf(100)) >= 0) {
      return value;
    }
    if (!found.isEmpty()) {
      Raw century = found.get(found.size() - 1);
      int gap = end - century.end();
      boolean joined = gap <= 6 && follows(text, century.end(), "世纪");
      if (joined && century.value().compareTo(BigDecimal.valueOf(30)) < 0) {
        return century
            .value()
            .subtract(BigDecimal.ONE)
            .multiply(BigDecimal.valueOf(100))
            .add(value);
      }
    }
    boolean last = text.substring(Math.max(0, end - 7), end).contains("上世纪");
    return last ? value.add(BigDecimal.valueOf(1900)) : value;
  }

  private static boolean isMonth(BigDecimal value) {
    return value.scale() <= 0 && value.signum() > 0 && value.compareTo(BigDecimal.valueOf(12)) <= 0;
  }

  private static boolean follows(String text, int at, String what) {
    return text.startsWith(what, at);
  }

  /** The numerator after 分之; the denominator is already known. */
  private static int chineseFraction(
      String text, int start, int from, BigDecimal denominator, List<Raw> found) {
    BigDecimal numerator = null;
    int end = from;
    if (from < text.length() && DigitRun.digit(text.charAt(from)) >= 0) {
      DigitRun run = DigitRun.read(text, from);
      numerator = run.parts().size() == 1 ? run.parts().get(0) : null;
      end = run.end();
    } else {
      ChineseNumeral numeral = ChineseNumeral.read(text, from);
      numerator = numeral == null ? null : numeral.value();
      end = numeral == null ? from : numeral.end();
    }
    if (numerator != null && denominator.signum() > 0) {
      boolean percent = denominator.compareTo(BigDecimal.valueOf(100)) == 0;
      BigDecimal value = percent ? numerator : numerator.divide(denominator, MathContext.DECIMAL32);
      Kind kind = percent ? Kind.PERCENT : Kind.CARDINAL;
      found.add(new Raw(kind, value, 0, start, end, ""));
    }
    return end;
  }

  private static int chinese(String text, int start, List<Raw> found) {
    if (text.charAt(start) == '半') {
      boolean counted = start > 0 && text.charAt(start - 1) == '一';
      boolean counts = start + 1 < text.length() && "年个天小月日世".indexOf(text.charAt(start + 1)) >= 0;
      if (counted || counts) {
        found.add(new Raw(Kind.CARDINAL, new BigDecimal("0.5"), 0, start, start + 1, ""));
      }
      return start + 1;
    }
    int runEnd = ChineseNumeral.runEnd(text, start);
    if (text.startsWith("百分之", start)) {
      return chineseFraction(text, start, start + 3, BigDecimal.valueOf(100), found);
    }
    ChineseNumeral numeral = ChineseNumeral.read(text, start);
    if (numeral == null || isVague(text, start, runEnd)) {
      return runEnd;
    }
    boolean ordinal = text.startsWith("第", start - 1);
    boolean dated = follows(text, numeral.end(), "月") || follows(text, numeral.end(), "分之");
    if (numeral.plain() && numeral.digits() == 1 && !dated && !ordinal) {
      boolean one = numeral.value().compareTo(BigDecimal.ONE) == 0;
      return one || numeral.value().signum() == 0
          ? numeral.end()
          : suffix(text, start, numeral.end(), numeral.value(), Kind.CARDINAL, found);
    }
    if (numeral.plain() && numeral.digits() == 2 && !hasZero(text, start)) {
      // 三四个: three or four.
      for (int i = start; i < runEnd; i++) {
        BigDecimal value = BigDecimal.valueOf(ChineseNumeral.digit(text.charAt(i)));
        found.add(new Raw(Kind.CARDINAL, value, 0, i, i + 1, ""));
      }
      return runEnd;
    }
    return suffix(text, start, numeral.end(), numeral.value(), Kind.CARDINAL, found);
  }

  private static boolean hasZero(String text, int start) {
    return ChineseNumeral.digit(text.charAt(start)) == 0
        || ChineseNumeral.digit(text.charAt(start + 1)) == 0;
  }

  /** 几十, 数百, 十几, 十分 (very), 星期三. */
  private static boolean isVague(String text, int start, int end) {
    char before = start > 0 ? text.charAt(start - 1) : ' ';
    boolean weekday =
        text.startsWith("星期", start - 2) || before == '周' || text.startsWith("礼拜", start - 2);
    boolean very =
        end - start == 1
            && text.charAt(start) == '十'
            && follows(text, end, "分")
            && !follows(text, end, "分钟")
            && !follows(text, end, "分之");
    return weekday || very || before == '几' || before == '数' || follows(text, end, "几");
  }

  private static int english(String text, int start, List<Raw> found) {
    int end = EnglishNumeral.wordEnd(text, start);
    if (end - start > 16) {
      return end;
    }
    int month = MonthName.month(text.substring(start, end));
    if (month > 0 && MonthName.isDated(text, start, end, month)) {
      found.add(new Raw(Kind.MONTH, BigDecimal.valueOf(month), 0, start, end, ""));
      return end;
    }
    EnglishNumeral numeral = EnglishNumeral.read(text, start);
    if (numeral == null) {
      return Math.max(end, DigitRun.glued(text, end));
    }
    Kind kind = numeral.ordinal() ? Kind.ORDINAL : Kind.CARDINAL;
    return kind == Kind.ORDINAL
        ? ordinalAt(start, numeral, found)
        : suffix(text, start, numeral.end(), numeral.value(), kind, found);
  }

  private static int ordinalAt(int start, EnglishNumeral numeral, List<Raw> found) {
    found.add(new Raw(Kind.ORDINAL, numeral.value(), 0, start, numeral.end(), ""));
    return numeral.end();
  }

  /** In 3-5万 and 3% to 5% style ranges both ends have the scale that is written once. */
  private static List<Raw> shareScales(String text, List<Raw> found) {
    List<Raw> shared = new ArrayList<>(found);
    for (int i = shared.size() - 2; i >= 0; i--) {
      Raw low = shared.get(i);
      Raw high = shared.get(i + 1);
      if (low.kind() == Kind.CARDINAL
          && low.scale() == 0
          && (high.scale() > 0 || high.kind() == Kind.PERCENT)
          && low.value().compareTo(high.value()) < 0
          && isRange(text, low.end(), high.start())) {
        shared.set(i, new Raw(high.kind(), low.value(), high.scale(), low.start(), low.end(), ""));
      }
    }
    return shared;
  }

  private static boolean isRange(String text, int from, int to) {
    if (to - from < 1 || to - from > 4) {
      return false;
    }
    String between = text.substring(from, to).strip();
    return Set.of("-", "–", "—", "~", "～", "至", "到", "to", "－").contains(between);
  }
}
