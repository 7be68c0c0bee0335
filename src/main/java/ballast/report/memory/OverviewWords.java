package ballast.report.memory;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * The words of an overview in one language: {@code overview.properties} and {@code
 * overview_zh.properties}, patterns of {@link MessageFormat}. Immutable.
 */
public final class OverviewWords {

  /** In English. */
  public static final OverviewWords ENGLISH = new OverviewWords(Locale.ROOT);

  /** In Chinese. */
  public static final OverviewWords CHINESE = new OverviewWords(Locale.CHINESE);

  private static final String BUNDLE = "ballast.report.overview";

  private final Locale locale;
  private final ResourceBundle bundle;

  private OverviewWords(Locale locale) {
    this.locale = locale;
    this.bundle =
        ResourceBundle.getBundle(
            BUNDLE,
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /**
   * A text.
   *
   * @param values of its places
   * @throws java.util.MissingResourceException if there is no such text
   */
  public String say(String key, Object... values) {
    return new MessageFormat(bundle.getString(key), locale).format(values);
  }
}
