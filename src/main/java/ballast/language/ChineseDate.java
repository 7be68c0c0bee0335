package ballast.language;

/** Recognises dates named by their digits: 二二八, 九一八, 五四. */
final class ChineseDate {

  /** Characters that can be measure words: a number before one of them is a count. */
  private static final String MEASURES = "倍个個次年月日号號位名项項条條家届屆天点點岁歲分元吨噸里人只隻件种種艘架辆輛小时時公米克成";

  /**
   * First characters of 运动, 事变, 惨案, 起义, 节, 革命, 宪法: two digits before one of them name a day, unlike
   * 三五.
   */
  private static final String EVENTS = "运運事惨慘起节節革宪憲";

  private static final int LAST_MONTH = 12;
  private static final int LAST_DAY = 31;

  private ChineseDate() {}

  /**
   * Whether two or three Han digits may be a month and a day. Two digits alone are more probably a
   * range: 七八, 三五.
   */
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
