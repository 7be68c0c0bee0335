package ballast.bitext;

import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Set;

/**
 * A language as a BCP 47 tag in canonical case: {@code zh-CN}, {@code en-US}, {@code zh-Hant-TW}.
 */
public record Lang(String tag) implements Comparable<Lang> {

  public static final Lang ZH_CN = new Lang("zh-CN");
  public static final Lang ZH_TW = new Lang("zh-TW");
  public static final Lang EN_US = new Lang("en-US");

  private static final Set<String> TRADITIONAL_REGIONS = Set.of("TW", "HK", "MO");

  public Lang {
    tag = canonical(tag);
  }

  public String language() {
    int end = tag.indexOf('-');
    return end < 0 ? tag : tag.substring(0, end);
  }

  public boolean isChinese() {
    return is("zh");
  }

  public boolean isEnglish() {
    return is("en");
  }

  /** Called for every unit, so it only compares the beginning of the canonical tag. */
  private boolean is(String language) {
    return tag.startsWith(language)
        && (tag.length() == language.length() || tag.charAt(language.length()) == '-');
  }

  /** Whether this is Chinese in traditional characters, by script or, failing that, by region. */
  public boolean isTraditionalChinese() {
    if (!isChinese()) {
      return false;
    }
    String script = locale().getScript();
    return script.isEmpty()
        ? TRADITIONAL_REGIONS.contains(locale().getCountry())
        : script.equals("Hant");
  }

  /**
   * Whether this language includes all of {@code other}: {@code zh} contains {@code zh-CN} and
   * {@code zh-Hant}, {@code zh-Hans} contains {@code zh-CN} but not {@code zh-TW}.
   */
  public boolean contains(Lang other) {
    Locale locale = locale();
    Locale otherLocale = other.locale();
    if (!locale.getLanguage().equals(otherLocale.getLanguage())) {
      return false;
    }
    if (!locale.getCountry().isEmpty() && !locale.getCountry().equals(otherLocale.getCountry())) {
      return false;
    }
    boolean anyScript = locale.getScript().isEmpty() && locale.getCountry().isEmpty();
    return anyScript || script().equals(other.script());
  }

  @Override
  public int compareTo(Lang other) {
    return tag.compareTo(other.tag);
  }

  @Override
  public String toString() {
    return tag;
  }

  public static boolean isCanonical(String text) {
    try {
      return new Lang(text).tag().equals(text);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static String canonical(String tag) {
    try {
      // Locale.forLanguageTag would drop any parts it does not understand.
      Locale locale = new Locale.Builder().setLanguageTag(tag.strip().replace('_', '-')).build();
      if (!locale.getLanguage().isEmpty()) {
        return locale.toLanguageTag();
      }
    } catch (IllformedLocaleException e) {
      throw new IllegalArgumentException(notATag(tag), e);
    }
    throw new IllegalArgumentException(notATag(tag));
  }

  private static String notATag(String tag) {
    return "\"" + tag + "\" is not a language tag such as zh-CN or en";
  }

  private String script() {
    String script = locale().getScript();
    if (!script.isEmpty() || !isChinese()) {
      return script;
    }
    if (locale().getCountry().isEmpty()) {
      return "";
    }
    return isTraditionalChinese() ? "Hant" : "Hans";
  }

  private Locale locale() {
    return Locale.forLanguageTag(tag);
  }
}
