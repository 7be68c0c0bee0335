package ballast.language;

final class HanDigit {

  /** Characters that do not change the value of a numeral inside or after it: 三千多万. */
  private static final String MORE = "多余餘来來";

  /** Characters after 千 (and below, after 兆) that make it part of a unit of measure: 十千米, 兆瓦. */
  private static final String KILO = "米克瓦伏卡焦赫帕字兆";

  private static final String MEGA = "瓦赫字帕欧歐焦比";

  private static final String DIGITS = "零一二三四五六七八九";
  private static final String TEN_THOUSAND = "万萬";

  private HanDigit() {}

  static int digit(char c) {
    return switch (c) {
      case '〇', '○' -> 0;
      case '两', '兩' -> 2;
      default -> DIGITS.indexOf(c);
    };
  }

  static int power(char c) {
    return switch (c) {
      case '十' -> 1;
      case '百' -> 2;
      case '千' -> 3;
      case '万', '萬' -> 4;
      case '亿', '億' -> 8;
      case '兆' -> 12;
      default -> 0;
    };
  }

  /** Returns the power of the character after a number; 0 if it belongs to a unit of measure. */
  static int powerAt(String text, int at) {
    int power = at < text.length() ? power(text.charAt(at)) : 0;
    boolean unit =
        switch (power) {
          case 2 -> isMillionAt(text, at) && NumberCharacters.isOneOf(MEGA, text, at + 2);
          case 3 ->
              NumberCharacters.isOneOf(KILO, text, at + 1)
                  || text.startsWith("位元", at + 1)
                  || text.startsWith("比特", at + 1);
          case 12 -> NumberCharacters.isOneOf(MEGA, text, at + 1);
          default -> false;
        };
    return unit ? 0 : power;
  }

  /** Finds 百万, which counts units after a complete number: 一百五十百萬赫. */
  static boolean isMillionAt(String text, int at) {
    return NumberCharacters.isOneOf("百", text, at)
        && NumberCharacters.isOneOf(TEN_THOUSAND, text, at + 1);
  }

  static boolean isPart(char c) {
    return digit(c) >= 0 || power(c) > 0;
  }

  static boolean isMoreAt(String text, int at) {
    return NumberCharacters.isOneOf(MORE, text, at);
  }

  /** Finds 几 or 数, which make a unit a vague count: 几十, 数百. */
  static boolean isSomeAt(String text, int at) {
    return NumberCharacters.isOneOf("几幾数數", text, at);
  }

  /** Returns the end of a run of numeral characters, which may contain 多 and similar characters. */
  static int runEnd(String text, int start) {
    int end = start;
    while (end < text.length()) {
      if (isMoreAt(text, end) && end > start && powerAt(text, end + 1) > 0) {
        end += 2;
      } else if (isPart(text.charAt(end)) && !isUnitAt(text, start, end)) {
        end++;
      } else {
        break;
      }
    }
    return end;
  }

  /** Returns whether 两 is a unit of weight or silver money: 八两, 十几两. */
  static boolean isTaelAt(String text, int at) {
    return NumberCharacters.isOneOf("两兩", text, at)
        && at > 0
        && (isPart(text.charAt(at - 1))
            || isSomeAt(text, at - 1)
            || isMoreAt(text, at - 1)
            || NumberCharacters.isDigitAt(text, at - 1))
        && powerAt(text, at + 1) == 0;
  }

  /** Returns whether tens or hundreds precede, so that no hundreds can follow: 一百五十四百万. */
  private static boolean hasHundreds(String text, int start, int at) {
    boolean positional = at - start > 2; // 九二二二千赫
    for (int i = at - 3; i < at && positional; i++) {
      positional = digit(text.charAt(i)) >= 0;
    }
    if (positional) {
      return true;
    }
    for (int i = at - 1; i >= start && power(text.charAt(i)) < 4; i--) {
      if (power(text.charAt(i)) == 1 || power(text.charAt(i)) == 2) {
        return true;
      }
    }
    return false;
  }

  /** Returns whether the character is a unit: 千 in 十千米 but not in 三千米; 两 in 八两. */
  private static boolean isUnitAt(String text, int start, int at) {
    char c = text.charAt(at);
    if (at > start && isTaelAt(text, at)) {
      return at + 1 == text.length() || digit(text.charAt(at + 1)) < 0;
    }
    boolean kilo = c == '千' && powerAt(text, at) == 0; // 五百一十八千赫
    if ((kilo || isMillionAt(text, at)) && hasHundreds(text, start, at)) {
      return true;
    }
    return at > start
        && power(c) > 0
        && powerAt(text, at) == 0
        && (c == '兆' || power(text.charAt(at - 1)) > 0);
  }
}
