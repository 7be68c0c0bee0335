package ballast.language;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The numerals of cheques and contracts (壹貳參), which cannot be altered by a stroke. Several are
 * also common words (陸 land, 參 take part), so only a run with a digit and its unit counts: 貳佰, 陸拾.
 * Pure.
 */
final class FinancialNumerals {

  private static final String FINANCIAL = "壹貳贰貮參叁参肆伍陸陆柒捌玖拾佰仟";
  private static final String ORDINARY = "一二二二三三三四五六六七八九十百千";

  /** A run of numerals in which a digit with its unit is found. */
  private static final Pattern NUMERAL =
      Pattern.compile(
          "(?=[零万萬億亿壹貳贰貮參叁参肆伍陸陆柒捌玖拾佰仟]*?"
              + "(?:[壹貳贰貮參叁参肆伍陸陆柒捌玖][拾佰仟]|[壹貳贰貮叁柒捌玖][万萬億亿]))"
              + "[零万萬億亿壹貳贰貮參叁参肆伍陸陆柒捌玖拾佰仟]++");

  private FinancialNumerals() {}

  /** The text with ordinary numerals in their places; its length stays the same. */
  static String toOrdinary(String text) {
    if (text.chars().noneMatch(c -> FINANCIAL.indexOf(c) >= 0)) {
      return text;
    }
    StringBuilder plain = new StringBuilder(text);
    Matcher numeral = NUMERAL.matcher(text);
    while (numeral.find()) {
      for (int i = numeral.start(); i < numeral.end(); i++) {
        int at = FINANCIAL.indexOf(text.charAt(i));
        plain.setCharAt(i, at < 0 ? text.charAt(i) : ORDINARY.charAt(at));
      }
    }
    return plain.toString();
  }
}
