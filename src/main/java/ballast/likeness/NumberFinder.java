package ballast.likeness;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of a text, by what they are worth: {@code 1.5万}, {@code 15,000}, {@code 一万五千} and
 * {@code fifteen thousand} are the same.
 *
 * <p>For comparing two texts of one language that are nearly equal: a word that is read as a number
 * in both does no harm. Left out: a lone 一, one and a; 十分 and 万一.
 */
final class NumberFinder {

  /**
   * A number.
   *
   * @param text as it stands in the text, width and traditional numerals apart
   * @param value its value in decimal, with a percent sign where it is a share
   */
  record Found(String text, String value) {}

  private static final String DIGITS = "零一二三四五六七八九";
  private static final Map<Character, Integer> POWERS =
      Map.of('十', 1, '百', 2, '千', 3, '万', 4, '亿', 8, '兆', 12);
  private static final Map<String, Integer> SCALES =
      Map.of("hundred", 2, "thousand", 3, "million", 6, "billion", 9, "trillion", 12);
  private static final List<String> SMALL =
      List.of(
          ("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
                  + " fifteen sixteen seventeen eighteen nineteen")
              .split(" "));
  private static final List<String> TENS =
      List.of("_ _ twenty thirty forty fifty sixty seventy eighty ninety".split(" "));
  private static final Set<String> WORDS =
      Stream.of(SMALL, TENS.subList(2, TENS.size()), SCALES.keySet())
          .flatMap(Collection::stream)
          .collect(Collectors.toUnmodifiableSet());
  private static final int LONGEST = "seventeen".length();
  private static final Set<String> IDIOMS = Set.of("万一", "一一", "千万", "万万");
  private static final int MOST_DIGITS = 40;

  // Digits with separators; Chinese numerals; English number words. No part can match in two ways.
  static final Pattern NUMBER =
      Pattern.compile(
          "(?<percent>百分之)?"
              + "(?:(?<digits>\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?+(?!\\d)|\\d++(?:\\.\\d++)*+)(?<power>[十百千万亿兆]*+)(?:["
              + " -](?<scale>hundred|thousand|million|billion|trillion)\\b)?"
              + "|(?<han>[零〇一二两三四五六七八九十百千万亿兆]++(?!分(?!之|钟)))"
              + "|\\b(?<words>(?:%1$s)(?:(?:[ -]|,? and )(?:%1$s))*+)\\b)"
                  .formatted(
                      String.join("|", SMALL)
                          + "|"
                          + String.join("|", TENS.subList(2, TENS.size()))
                          + "|hundred|thousand|million|billion|trillion")
              + "(?<share> ?%| percent\\b| per cent\\b|个百分点)?");

  private NumberFinder() {}

  /** All numbers, in order. */
  static List<Found> find(String raw) {
    String text = Folding.simplified(Folding.fold(raw));
    int at = nextStart(text, 0);
    if (at == text.length()) {
      return List.of();
    }
    List<Found> found = new ArrayList<>();
    Matcher matcher = NUMBER.matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
    while (at < text.length()) {
      if (matcher.region(at, text.length()).lookingAt()) {
        add(matcher, found);
        at = nextStart(text, matcher.end());
      } else {
        at = nextStart(text, at + 1);
      }
    }
    return found;
  }

  static void add(Matcher matcher, List<Found> found) {
    String value = value(matcher);
    if (!value.isEmpty()) {
      boolean share = matcher.group("percent") != null || matcher.group("share") != null;
      found.add(new Found(matcher.group().strip(), share ? value + "%" : value));
    }
  }

  /** Where the next number may begin; the end of the text when nowhere. */
  private static int nextStart(String text, int from) {
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x80
          ? isDigit(c) || (isLetter(c) && beginsWord(text, i))
          : isNumeral(c) && !isLoneOne(text, i)) {
        return i;
      }
    }
    return text.length();
  }

  /** Whether there stands the one numeral that is none by itself. */
  private static boolean isLoneOne(String text, int at) {
    return text.charAt(at) == '一' && (at + 1 == text.length() || !isNumeral(text.charAt(at + 1)));
  }

  /** Whether a number word that ends with the letters begins at {@code at}. */
  private static boolean beginsWord(String text, int at) {
    char before = at == 0 ? ' ' : text.charAt(at - 1);
    if (isLetter(before) || isDigit(before)) {
      return false;
    }
    int end = at + 1;
    while (end < text.length() && isLetter(text.charAt(end))) {
      end++;
    }
    return end - at <= LONGEST && WORDS.contains(text.substring(at, end));
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z';
  }

  private static boolean isNumeral(char c) {
    return switch (c) {
      case '零', '〇', '一', '二', '两', '三', '四', '五', '六', '七', '八', '九' -> true;
      case '十', '百', '千', '万', '亿', '兆' -> true;
      default -> false;
    };
  }

  /** Whether a word, in lower case, is part of a written number. */
  static boolean isNumberWord(String word) {
    return WORDS.contains(word);
  }

  private static String value(Matcher matcher) {
    String digits = matcher.group("digits");
    if (digits != null) {
      return digits(digits, matcher.group("power"), matcher.group("scale"));
    }
    String han = matcher.group("han");
    return han != null ? han(han) : words(matcher.group("words"));
  }

  private static String digits(String digits, String power, @Nullable String scale) {
    String plain = digits.replace(",", "");
    if (plain.length() > MOST_DIGITS || plain.indexOf('.') != plain.lastIndexOf('.')) {
      return digits; // a version or the like
    }
    int exponent = scale == null ? 0 : SCALES.getOrDefault(scale, 0);
    for (int i = 0; i < Math.min(power.length(), 3); i++) {
      exponent += POWERS.getOrDefault(power.charAt(i), 0);
    }
    return plain(new BigDecimal(plain).scaleByPowerOfTen(exponent));
  }

  private static String han(String numeral) {
    if (numeral.equals("一") || IDIOMS.contains(numeral) || numeral.length() > MOST_DIGITS) {
      return "";
    }
    String text = numeral.replace('〇', '零').replace('两', '二');
    if (text.length() > 1 && text.chars().allMatch(c -> DIGITS.indexOf(c) >= 0)) {
      StringBuilder digits = new StringBuilder();
      text.chars().forEach(c -> digits.append(DIGITS.indexOf(c)));
      return plain(new BigDecimal(digits.toString()));
    }
    BigDecimal total = BigDecimal.ZERO;
    BigDecimal section = BigDecimal.ZERO;
    BigDecimal digit = BigDecimal.ZERO;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      Integer power = POWERS.get(c);
      if (power == null) {
        digit = BigDecimal.valueOf(DIGITS.indexOf(c));
      } else if (power < 4) {
        BigDecimal times = digit.signum() == 0 ? BigDecimal.ONE : digit;
        section = section.add(times.scaleByPowerOfTen(power));
        digit = BigDecimal.ZERO;
      } else {
        // 亿 multiplies all before it, 万 what came since: 一亿三千万, 一万五千亿.
        boolean all = power > 4;
        BigDecimal times = section.add(digit).add(all ? total : BigDecimal.ZERO);
        times = times.signum() == 0 ? BigDecimal.ONE : times;
        total = times.scaleByPowerOfTen(power).add(all ? BigDecimal.ZERO : total);
        section = BigDecimal.ZERO;
        digit = BigDecimal.ZERO;
      }
    }
    return plain(total.add(section).add(digit));
  }

  private static String words(String text) {
    if (text.equals("one") || text.length() > 4 * MOST_DIGITS) {
      return "";
    }
    BigDecimal total = BigDecimal.ZERO;
    BigDecimal section = BigDecimal.ZERO;
    for (String word : text.split("[ ,-]+")) {
      Integer scale = SCALES.get(word);
      if (scale == null) {
        int small = Math.max(SMALL.indexOf(word), 10 * TENS.indexOf(word));
        section = section.add(BigDecimal.valueOf(Math.max(0, small)));
      } else {
        BigDecimal times = section.signum() == 0 ? BigDecimal.ONE : section;
        section = times.scaleByPowerOfTen(scale);
        if (scale > 2) {
          total = total.add(section);
          section = BigDecimal.ZERO;
        }
      }
    }
    return plain(total.add(section));
  }

  private static String plain(BigDecimal value) {
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }
}
