package ballast.language;

import ballast.language.NumberValue.Kind;
import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/** Reads Chinese fractions: the part after 分之, and tenths such as 六成. */
final class ChineseFraction {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** Characters before which 成 begins another word: 一成立, 五成员. */
  private static final String TENTHS_WORDS = "为為员員功果立本就长長熟都品份交分绩績人年套型语語";

  private ChineseFraction() {}

  /**
   * Reads a fraction whose denominator is already known: 三分之一, 百分之三十五.
   *
   * @param from the position after 分之
   * @return the denominator as a number if no numerator follows
   */
  static RawNumber read(String text, int start, int from, BigDecimal denominator) {
    BigDecimal numerator = null;
    int end = from;
    if (denominator.compareTo(HUNDRED) == 0 && text.startsWith("百", from)) {
      numerator = HUNDRED; // 百分之百
      end = from + 1;
    } else if (NumberCharacters.isDigitAt(text, from)) {
      DigitRun run = DigitRun.read(text, from);
      numerator = run.parts().size() == 1 && run.code().isEmpty() ? run.parts().get(0) : null;
      end = run.end();
    } else {
      ChineseNumeral numeral = ChineseNumeral.read(text, from);
      numerator = numeral == null ? null : numeral.value().scaleByPowerOfTen(numeral.scale());
      end = numeral == null ? from : numeral.end();
    }
    if (numerator == null || denominator.signum() <= 0) {
      return RawNumber.of(Kind.CARDINAL, denominator, start, from - 2);
    }
    return denominator.compareTo(HUNDRED) == 0
        ? RawNumber.of(Kind.PERCENT, numerator, start, end)
        : RawNumber.of(
            Kind.FRACTION, numerator.divide(denominator, MathContext.DECIMAL32), start, end);
  }

  /** Reads tenths after a single digit: 三成, 六成半, 一成二, 7成. */
  static @Nullable RawNumber tenths(String text, int start, int end, int digit) {
    char previous = start > 0 ? text.charAt(start - 1) : ' ';
    boolean glued =
        previous == '第' || HanDigit.isPart(previous) || NumberCharacters.digit(previous) >= 0;
    boolean space =
        end < text.length()
            && NumberCharacters.isSpace(text.charAt(end))
            && NumberCharacters.isDigitAt(text, end - 1);
    return glued ? null : tenthsOf(text, start, space ? end + 1 : end, digit);
  }

  /** Reads tenths after another digit: the 九成 of 八九成. */
  static @Nullable RawNumber tenthsOf(String text, int start, int end, int digit) {
    if (digit < 1 || !text.startsWith("成", end)) {
      return null;
    }
    int more = text.startsWith("半", end + 1) ? 5 : hundredths(text, end + 1);
    boolean verb = more == 0 && text.startsWith("一", end + 1); // 统一成一个
    if (verb || (digit == 1 && text.startsWith("不", end + 1))) { // 一成不变
      return null;
    }
    int stop = end + (more > 0 ? 2 : 1);
    boolean people = // 约七成人, not 三成人
        text.startsWith("人口", stop)
            || text.startsWith("员工", stop)
            || text.startsWith("員工", stop)
            || (text.startsWith("人", stop)
                && NumberCharacters.isOneOf("约約近逾超过過达達有", text, start - 1));
    return NumberCharacters.isOneOf(TENTHS_WORDS, text, stop) && !people
        ? null
        : RawNumber.of(Kind.PERCENT, digit * 10L + more, start, stop);
  }

  /** Reads tenths with a fraction: 九点五成, 9.5成; null if there are none. */
  static @Nullable RawNumber tenthsOf(String text, RawNumber number) {
    int stop = number.end() + 1;
    boolean tenths =
        number.scale() == 0
            && !number.isWhole()
            && number.value().compareTo(BigDecimal.TEN) < 0
            && text.startsWith("成", number.end())
            && !NumberCharacters.isOneOf(TENTHS_WORDS, text, stop);
    return tenths
        ? RawNumber.of(Kind.PERCENT, number.value().multiply(BigDecimal.TEN), number.start(), stop)
        : null;
  }

  /** Returns the second digit of 一成二, which is 12 percent; 0 if there is none. */
  private static int hundredths(String text, int at) {
    boolean alone =
        at + 1 >= text.length()
            || !(HanDigit.isPart(text.charAt(at + 1))
                || "个個种種件条條位家".indexOf(text.charAt(at + 1)) >= 0);
    return at < text.length() && alone ? Math.max(0, HanDigit.digit(text.charAt(at))) : 0;
  }
}
