package ballast.language;

/**
 * The numerals of cheques and contracts (壹貳參), which cannot be altered by a stroke. Several are
 * also common words (陸 land, 參 take part), so only a run with a digit and its unit counts: 貳佰, 陸拾.
 * Pure.
 */
final class FinancialNumerals {

  private static final String FINANCIAL = "壹貳贰貮參叁参肆伍陸陆柒捌玖拾佰仟";
  private static final String ORDINARY = "一二二二三三三四五六六七八九十百千";

  /** What a run of numerals may contain besides. */
  private static final String OTHERS = "零万萬億亿";

  /** Those that are digits: all before the units, which come last. */
  private static final String DIGITS = FINANCIAL.substring(0, FINANCIAL.indexOf('拾'));

  /** Digits that are no common words, so that a great unit is enough. */
  private static final String RARE = "壹貳贰貮叁柒捌玖";

  private FinancialNumerals() {}

  /** The text with ordinary numerals in their places; its length stays the same. */
  static String toOrdinary(String text) {
    if (text.chars().noneMatch(c -> FINANCIAL.indexOf(c) >= 0)) {
      return text;
    }
    StringBuilder plain = new StringBuilder(text);
    int start = 0;
    while (start < text.length()) {
      int end = start;
      boolean counts = false;
      while (end < text.length() && isPart(text.charAt(end))) {
        counts |= end > start && isCounted(text.charAt(end - 1), text.charAt(end));
        end++;
      }
      for (int i = start; counts && i < end; i++) {
        int at = FINANCIAL.indexOf(text.charAt(i));
        plain.setCharAt(i, at < 0 ? text.charAt(i) : ORDINARY.charAt(at));
      }
      start = end + 1;
    }
    return plain.toString();
  }

  private static boolean isPart(char c) {
    return OTHERS.indexOf(c) >= 0 || FINANCIAL.indexOf(c) >= 0;
  }

  /** Whether a digit and its unit follow each other. */
  private static boolean isCounted(char digit, char unit) {
    return "拾佰仟".indexOf(unit) >= 0
        ? DIGITS.indexOf(digit) >= 0
        : "万萬億亿".indexOf(unit) >= 0 && RARE.indexOf(digit) >= 0;
  }
}
