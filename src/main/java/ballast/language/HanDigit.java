package ballast.language;

/** The characters of which Chinese numerals are made. */
final class HanDigit {

  /** These within or behind a numeral do not change its value: 三千多万. */
  private static final String MORE = "多余餘来來";

  /** What follows 千 and 兆 where they belong to a unit of measure: 十千米, 兆瓦. */
  private static final String KILO = "米克瓦伏卡焦赫帕字";

  private static final String MEGA = "瓦赫字帕欧歐焦比";

  private HanDigit() {}

  /** The digit that a character stands for; -1 when it is none. */
  static int digit(char c) {
    return switch (c) {
      case '零', '〇', '○' -> 0;
      case '一' -> 1;
      case '二', '两', '兩' -> 2;
      case '三' -> 3;
      case '四' -> 4;
      case '五' -> 5;
      case '六' -> 6;
      case '七' -> 7;
      case '八' -> 8;
      case '九' -> 9;
      default -> -1;
    };
  }

  /** The power of ten of 十百千万亿兆; 0 when the character is none of them. */
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

  /** The same for the character at a place, behind a number; 0 where it belongs to a unit. */
  static int powerAt(String text, int at) {
    int power = at < text.length() ? power(text.charAt(at)) : 0;
    boolean unit =
        power == 3
            ? NumberCharacters.isOneOf(KILO, text, at + 1)
            : power == 12 && NumberCharacters.isOneOf(MEGA, text, at + 1);
    return unit ? 0 : power;
  }

  static boolean isPart(char c) {
    return digit(c) >= 0 || power(c) > 0;
  }

  /** Whether 多 or the like stands there. */
  static boolean isMoreAt(String text, int at) {
    return NumberCharacters.isOneOf(MORE, text, at);
  }

  /** Whether 几 or 数 stands there, which make a vague count of a unit: 几十, 数百. */
  static boolean isSomeAt(String text, int at) {
    return NumberCharacters.isOneOf("几幾数數", text, at);
  }

  /** Where a run of numeral characters ends; 多 and the like may stand within it. */
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

  /** The 两 of 八两, 十几两: a weight, or its worth in silver. */
  static boolean isTaelAt(String text, int at) {
    return NumberCharacters.isOneOf("两兩", text, at)
        && at > 0
        && (isPart(text.charAt(at - 1))
            || isSomeAt(text, at - 1)
            || isMoreAt(text, at - 1)
            || NumberCharacters.isDigitAt(text, at - 1))
        && powerAt(text, at + 1) == 0;
  }

  /** The 千 of 十千米, not the one of 三千米; the 两 of 八两. */
  private static boolean isUnitAt(String text, int start, int at) {
    char c = text.charAt(at);
    if (at > start && isTaelAt(text, at)) {
      return at + 1 == text.length() || digit(text.charAt(at + 1)) < 0;
    }
    return at > start
        && power(c) > 0
        && powerAt(text, at) == 0
        && (c == '兆' || power(text.charAt(at - 1)) > 0);
  }
}
