package ballast.cli.option;

import ballast.app.page.PageLanguage;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The language of messages, reports and help on the terminal. Data are the same in each. */
public enum Language {
  EN,
  ZH;

  public static final String NAME = "--lang";

  /** The command whose own option of this name is about its files. */
  private static final String SPLIT = "split";

  private static final List<String> VARIABLES =
      List.of("BALLAST_LANG", "LC_ALL", "LC_MESSAGES", "LANG");

  /**
   * Returns the language that a command line asks for with {@code --lang}, or that of the user.
   * Picocli reports a wrong value.
   */
  public static Language of(Map<String, String> environment, String... args) {
    boolean ofFiles = args.length > 0 && args[0].equals(SPLIT);
    for (int i = 0; i < args.length && !args[i].equals("--") && !ofFiles; i++) {
      if (args[i].equals(NAME) && i + 1 < args.length) {
        return args[i + 1].equalsIgnoreCase("zh") ? ZH : EN;
      }
      if (args[i].startsWith(NAME + "=")) {
        return args[i].equalsIgnoreCase(NAME + "=zh") ? ZH : EN;
      }
    }
    return current(environment);
  }

  /** Returns the language of the user: of the first of the variables that is set. */
  public static Language current(Map<String, String> environment) {
    return VARIABLES.stream()
            .map(name -> environment.getOrDefault(name, ""))
            .filter(locale -> !locale.isEmpty())
            .findFirst()
            .orElse("")
            .toLowerCase(Locale.ROOT)
            .startsWith("zh")
        ? ZH
        : EN;
  }

  /** Returns the phrases of the language. Loads those in Chinese. */
  public PageLanguage phrases() {
    return this == ZH ? PageLanguage.CHINESE : PageLanguage.ENGLISH;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
