package ballast.format.table;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Names of languages in English, as termbases write them: {@code English}, {@code English (United
 * States)}, {@code Chinese_PRC}.
 */
public final class LanguageName {

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

  /** The language code; empty if it is not the name of a language. */
  public static String code(String name) {
    String plain = name.strip().toLowerCase(Locale.ROOT).replace('_', ' ').replaceAll("[(),]", " ");
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

  /** The names of the JDK; made when first needed. */
  private static final class Names {

    static final Map<String, String> LANGUAGES =
        byName(
            Locale.getISOLanguages(), code -> new Locale(code).getDisplayLanguage(Locale.ENGLISH));

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
