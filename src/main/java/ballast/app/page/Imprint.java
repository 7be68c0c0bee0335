package ballast.app.page;

import ballast.app.Workplace;
import ballast.bitext.Excerpt;
import ballast.language.Han;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * The head of a report: its language, its date and its author.
 *
 * @param isChinese whether it is in Chinese; otherwise in English
 * @param day local date
 * @param author name of the user; empty if unknown
 */
public record Imprint(boolean isChinese, LocalDate day, String author) {

  /** For reports in forms that have no head. */
  public static final Imprint NONE = new Imprint(/* isChinese= */ false, LocalDate.EPOCH, "");

  /** Maximum length of a title, in code points. */
  private static final int MAX_TITLE = 80;

  private static final DateTimeFormatter ENGLISH =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);
  private static final DateTimeFormatter CHINESE = DateTimeFormatter.ofPattern("yyyy年M月d日");

  /** A report of today by the user. */
  public static Imprint of(Workplace workplace, boolean isChinese) {
    return new Imprint(
        isChinese,
        LocalDate.ofInstant(workplace.clock().instant(), ZoneId.systemDefault()),
        workplace.author());
  }

  public PageLanguage language() {
    return isChinese ? PageLanguage.CHINESE : PageLanguage.ENGLISH;
  }

  /** Returns a message in the language of the report. */
  public String say(String message) {
    return language().say(message);
  }

  /** Joins the parts of a summary to one sentence. */
  public String sentence(List<String> parts) {
    String said = language().say(parts);
    return Character.toUpperCase(said.charAt(0)) + said.substring(1) + say(".");
  }

  /** Returns for example {@code 3 December 2026 · mei}. */
  String byline() {
    return (isChinese ? CHINESE : ENGLISH).format(day) + (author.isEmpty() ? "" : " · " + author);
  }

  /**
   * Chooses a title: the first text in the language of the report, else the first text.
   *
   * @param texts beginnings of an article in both languages; blank if missing
   * @param name title if there is no text
   */
  public String title(List<String> texts, String name) {
    List<String> written = texts.stream().filter(text -> !text.isBlank()).toList();
    return written.stream()
        .filter(text -> Han.occursIn(text) == isChinese)
        .findFirst()
        .or(() -> written.stream().findFirst())
        .map(text -> Excerpt.of(text.strip(), MAX_TITLE))
        .orElse(name);
  }

  /** Returns the tag of the language of a title. */
  static String tag(String title) {
    return Han.occursIn(title) ? "zh" : "en";
  }
}
