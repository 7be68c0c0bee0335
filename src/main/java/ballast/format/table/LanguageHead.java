package ballast.format.table;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Heads of columns with a language, optionally its script or country, and words for terms: {@code
 * Term (EN)}, {@code 术语（中文）}, {@code 繁體中文}, {@code Chinese Traditional}.
 */
public final class LanguageHead {

  private static final int MAX = 40;

  private static final String CHINESE = "zh";
  private static final String ENGLISH = "en";

  /** The meaning of part of a head: a language, or a country with {@code -} before it. */
  private static final Map<String, String> PARTS = parts();

  private static final Pattern PART =
      Pattern.compile(String.join("|", PARTS.keySet()) + "|\\p{IsLatin}+|\\p{IsHan}");

  private LanguageHead() {}

  private static Map<String, String> parts() {
    Map<String, String> parts = new LinkedHashMap<>();
    put(parts, "zh-CN", "简体中文", "簡體中文", "简体", "簡體");
    put(parts, "zh-TW", "繁体中文", "繁體中文", "正體中文", "繁体", "繁體", "正體");
    put(parts, CHINESE, "中文", "汉语", "漢語", "华语", "華語");
    put(parts, ENGLISH, "英文", "英语", "英語");
    put(parts, "-CN", "中国", "中國", "大陆", "大陸");
    put(parts, "-TW", "台湾", "台灣", "臺灣");
    put(parts, "-HK", "香港");
    put(parts, "-US", "美国", "美國", "美式");
    put(parts, "-GB", "英国", "英國", "英式");
    put(parts, "", "术语", "術語", "名称", "名稱", "词条", "詞條", "词语", "詞語", "译文", "譯文", "译名");
    put(parts, "", "譯名", "原文", "表达", "表達");
    return parts;
  }

  private static void put(Map<String, String> parts, String meaning, String... written) {
    for (String each : written) {
      parts.put(each, meaning);
    }
  }

  /** Returns the language code for any form of head; empty if it names none. */
  public static String language(String head) {
    String name = LanguageName.code(head);
    return name.isEmpty() ? code(head) : name;
  }

  /** Returns the language code; empty if the head has other words, or names two languages. */
  public static String code(String head) {
    String folded = Normalizer.normalize(head, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    String language = "";
    String country = "";
    Matcher part = PART.matcher(folded);
    while (folded.length() <= MAX && part.find()) {
      String meaning = PARTS.get(part.group());
      meaning = meaning == null ? ofWord(part.group()) : meaning;
      if (meaning == null) {
        return "";
      }
      String named = meaning.startsWith("-") ? "" : meaning.replaceFirst("-.*", "");
      if (!named.isEmpty() && !language.isEmpty() && !named.equals(language)) {
        return "";
      }
      language = named.isEmpty() ? language : named;
      int dash = meaning.indexOf('-');
      country = dash < 0 ? country : meaning.substring(dash);
    }
    return language.isEmpty() ? "" : language + country;
  }

  /** Returns an empty text for a filler, null for a word that does not fit such a head. */
  private static @Nullable String ofWord(String word) {
    return switch (word) {
      case "chinese", "zh", "cn", "zho", "chi" -> CHINESE;
      case "chs", "zhs", "hans" -> "zh-CN";
      case "cht", "zht", "hant" -> "zh-TW";
      case "english", "en", "eng" -> ENGLISH;
      case "simplified", "prc", "mainland", "china" -> "-CN";
      case "traditional", "taiwan", "tw" -> "-TW";
      case "hk" -> "-HK";
      case "us", "usa", "american" -> "-US";
      case "uk", "gb", "british" -> "-GB";
      case "term", "terms", "name", "text", "translation", "source", "target", "word" -> "";
      default -> null;
    };
  }

  /**
   * Names of languages in English, as in termbases: {@code English}, {@code English (United
   * States)}, {@code Chinese_PRC}.
   */
  public static final class LanguageName {

    /** Names that differ from those of the JDK. */
    private static final Map<String, String> COUNTRIES =
        Map.of(
            "prc", "CN",
            "people's republic of china", "CN",
            "mainland china", "CN",
            "hong kong", "HK",
            "hong kong s.a.r.", "HK",
            "macao", "MO",
            "macau s.a.r.", "MO",
            "usa", "US",
            "us", "US",
            "uk", "GB");

    private LanguageName() {}

    /** Returns the language code; empty if it is not the name of a language. */
    public static String code(String name) {
      String plain =
          name.strip().toLowerCase(Locale.ROOT).replace('_', ' ').replaceAll("[(),]", " ");
      String[] words = plain.strip().split("\\s+", 2);
      String language = Names.LANGUAGES.getOrDefault(words[0], "");
      if (language.isEmpty() || words.length == 1) {
        return language;
      }
      String rest = words[1].replaceAll("\\s+", " ").strip();
      if (language.equals("zh") && rest.startsWith("simplified")) {
        return "zh-CN";
      }
      if (language.equals("zh") && rest.startsWith("traditional")) {
        return "zh-TW";
      }
      String country = COUNTRIES.getOrDefault(rest, Names.COUNTRIES.getOrDefault(rest, ""));
      return country.isEmpty() ? "" : language + "-" + country;
    }

    /** The names of the JDK; created when first needed. */
    private static final class Names {

      static final Map<String, String> LANGUAGES =
          byName(
              Locale.getISOLanguages(),
              code -> new Locale(code).getDisplayLanguage(Locale.ENGLISH));

      static final Map<String, String> COUNTRIES =
          byName(
              Locale.getISOCountries(),
              code -> new Locale("", code).getDisplayCountry(Locale.ENGLISH));

      private static Map<String, String> byName(String[] codes, UnaryOperator<String> display) {
        return Arrays.stream(codes)
            .collect(
                Collectors.toUnmodifiableMap(
                    code -> display.apply(code).toLowerCase(Locale.ROOT),
                    code -> code,
                    (first, second) -> first));
      }
    }
  }
}
