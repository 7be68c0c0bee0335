package ballast.workbench;

import ballast.app.page.PageLanguage;
import ballast.server.Call;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * The texts of the interface in one language: {@code words.properties} and {@code
 * words_zh.properties}, patterns of {@link MessageFormat}. Immutable.
 */
public final class Words {

  static final String COOKIE = "ballast-language";

  private static final String BUNDLE = "ballast.workbench.words";
  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  public static final Words ENGLISH = new Words(Locale.ENGLISH);

  public static final Words CHINESE = new Words(Locale.CHINESE);

  private final Locale locale;
  private final ResourceBundle bundle;

  private Words(Locale locale) {
    this.locale = locale;
    Locale file = locale.equals(Locale.ENGLISH) ? Locale.ROOT : locale;
    this.bundle = ResourceBundle.getBundle(BUNDLE, file, NO_FALLBACK);
  }

  /** Returns the texts in the chosen language, else in the language that the browser prefers. */
  public static Words of(Call call) {
    String cookies = call.header("cookie");
    if (cookies.contains(COOKIE + "=zh")) {
      return CHINESE;
    }
    if (cookies.contains(COOKIE + "=en")) {
      return ENGLISH;
    }
    return prefersChinese(call.header("accept-language")) ? CHINESE : ENGLISH;
  }

  private static boolean prefersChinese(String accepted) {
    try {
      return !accepted.isEmpty()
          && Locale.LanguageRange.parse(accepted).get(0).getRange().startsWith("zh");
    } catch (IllegalArgumentException e) {
      return false; // not a list of languages
    }
  }

  /** The language tag: {@code en} or {@code zh}. */
  public String tag() {
    return locale.getLanguage();
  }

  PageLanguage language() {
    return this == CHINESE ? PageLanguage.CHINESE : PageLanguage.ENGLISH;
  }

  /** Returns an English message of the program in this language. */
  String phrase(String message) {
    return language().say(message);
  }

  public Words other() {
    return this == CHINESE ? ENGLISH : CHINESE;
  }

  public boolean has(String key) {
    return bundle.containsKey(key);
  }

  /**
   * Returns a text.
   *
   * @param values its arguments; numbers are formatted for the language
   * @throws java.util.MissingResourceException if there is no such text
   */
  public String say(String key, Object... values) {
    return new MessageFormat(bundle.getString(key), locale).format(values);
  }
}
