package ballast.app;

import ballast.bitext.Lang;
import ballast.format.article.ArticleBytes;
import ballast.format.article.BilingualText;
import ballast.format.article.ReadText;
import ballast.format.document.DocumentReader;
import org.jspecify.annotations.Nullable;

/** Reads the texts that a request names. */
public final class Texts {

  private static final String STANDARD_INPUT = "standard input";

  private Texts() {}

  /**
   * Reads the text called {@code name}; {@code -} is standard input.
   *
   * @throws ballast.bitext.InputException if it cannot be read
   */
  public static ReadText read(Workplace workplace, DocumentReader reader, String name) {
    return name.equals("-")
        ? reader.read(workplace.standardInput(), STANDARD_INPUT)
        : reader.read(workplace.resolve(name), name);
  }

  /**
   * Reads the file called {@code name}, which holds a text and its translation; {@code -} is
   * standard input.
   *
   * @param from the language of the source; null for the language that comes first in each pair
   * @throws ballast.bitext.InputException if it cannot be read, or does not hold two texts
   */
  public static BilingualText readBilingual(
      Workplace workplace, DocumentReader reader, String name, @Nullable Lang from) {
    return name.equals("-")
        ? reader.readBilingual(workplace.standardInput(), STANDARD_INPUT, from)
        : reader.readBilingual(
            ArticleBytes.of(workplace.resolve(name), name, ArticleBytes.MAX), name, from);
  }

  /** Warns of what a person should know before using the text. */
  public static void warn(ReadText text, Notices notices) {
    text.warnings().forEach(warning -> notices.warn(text.document().name() + ": " + warning));
  }
}
