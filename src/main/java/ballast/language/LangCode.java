package ballast.language;

import ballast.bitext.Lang;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import org.jspecify.annotations.Nullable;

/**
 * Interprets the language codes of other programs: BCP 47 in upper or lower case, with {@code _}
 * for {@code -}, ISO 639-2 and -3 for 639-1 ({@code cmn} and {@code chi} are {@code zh}), and the
 * {@code zh-CHS} and {@code zh-CHT} of old .NET.
 */
public final class LangCode {

  /** How closely a code matches the wanted language, the closest first. */
  public enum Fit {
    EXACT,
    /** One is more specific than the other: {@code zh} and {@code zh-CN}. */
    NEAR,
    /** The same language in another country. */
    REGION,
    /** Chinese in the other script. */
    SCRIPT,
    OTHER
  }

  private static final Map<String, String> THREE_LETTERS = threeLetters();

  private LangCode() {}

  public static @Nullable Lang lang(String code) {
    String[] parts = code.strip().replace('_', '-').split("-", 2);
    String language = parts[0].toLowerCase(Locale.ROOT);
    String rest = parts.length == 1 ? "" : parts[1];
    if (language.equals("zh") && rest.regionMatches(true, 0, "cmn", 0, 3)) {
      rest = rest.substring(3).replaceFirst("^-", "");
    }
    if (language.equals("zh") && rest.equalsIgnoreCase("CHS")) {
      rest = "Hans";
    } else if (language.equals("zh") && rest.equalsIgnoreCase("CHT")) {
      rest = "Hant";
    }
    language = THREE_LETTERS.getOrDefault(language, language);
    try {
      return new Lang(rest.isEmpty() ? language : language + "-" + rest);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  public static Fit fit(Lang wanted, @Nullable Lang found) {
    if (found == null || !found.language().equals(wanted.language())) {
      return Fit.OTHER;
    }
    if (found.equals(wanted)) {
      return Fit.EXACT;
    }
    if (wanted.contains(found) || found.contains(wanted)) {
      return Fit.NEAR;
    }
    boolean sameScript = wanted.isTraditionalChinese() == found.isTraditionalChinese();
    return sameScript ? Fit.REGION : Fit.SCRIPT;
  }

  private static Map<String, String> threeLetters() {
    Map<String, String> codes = new HashMap<>();
    for (String two : Locale.getISOLanguages()) {
      try {
        codes.putIfAbsent(Locale.forLanguageTag(two).getISO3Language(), two);
      } catch (MissingResourceException e) {
        // The language has no three-letter code.
      }
    }
    // The bibliographic codes of languages with two codes (ISO 639-2), and Mandarin.
    codes.putAll(
        Map.of(
            "cmn", "zh", "chi", "zh", "fre", "fr", "ger", "de", "dut", "nl", "cze", "cs", "gre",
            "el", "rum", "ro"));
    return Map.copyOf(codes);
  }
}
