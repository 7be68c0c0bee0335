package ballast.language;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The words that negate in Chinese and English, and those that only look as if they did. */
public final class Negation {

  /** "No. 5" is none. */
  private static final Pattern ENGLISH =
      Pattern.compile(
          "(?i)\\b(?:not|no|never|without|none|nor|neither|nobody|nothing|cannot|[a-z]+?n['’]t)\\b"
              + "(?!\\. ?\\d)");

  /** Chinese words that do not negate, or not in a relevant way. */
  public static final Pattern HARMLESS =
      Pattern.compile(
          "不[仅僅但过過断斷管论論久]|不[只单單]是|非[常洲]|未[来來]|[特个個级級区區性类類派分差识識告辨][别別]"
              + "|[别別][人的墅致緻]|[无無][论論锡錫线線]|除非|莫非");

  private static final Pattern CHINESE = Pattern.compile(HARMLESS + "|([不没沒未无無非别別])");

  private Negation() {}

  /** Returns the English negations of a text, in lower case. */
  public static Stream<String> inEnglish(String text) {
    return ENGLISH.matcher(text).results().map(found -> found.group().toLowerCase(Locale.ROOT));
  }

  /** Returns the characters that negate, alone or in most of their words, in simplified form. */
  public static Stream<String> inChinese(String text) {
    return CHINESE
        .matcher(text)
        .results()
        .flatMap(found -> Stream.ofNullable(found.group(1)))
        .map(word -> word.replace('沒', '没').replace('無', '无').replace('別', '别'));
  }
}
