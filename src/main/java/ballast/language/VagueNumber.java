package ballast.language;

import ballast.language.NumberValue.Kind;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Reads counts that give only a power of ten: 几十, 数百万, 十几, 近百, "hundreds of". */
final class VagueNumber {

  /** Characters before a unit without a count: 近百, 上千. */
  private static final String ABOUT = "逾近超上约約达達过過成";

  /** Limits the scale of repeated units. */
  private static final int MAX_POWER = 24;

  private VagueNumber() {}

  /**
   * Reads the vague count to which a run of Chinese numerals belongs.
   *
   * @return null if the run is not part of one
   */
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

  /** The power of ten of a run of units without digits; 0 if it contains a digit. */
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
