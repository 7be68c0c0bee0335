package ballast.app;

import ballast.bitext.Lang;
import ballast.format.article.ArticleBytes;
import ballast.format.article.BilingualText;
import ballast.format.article.ReadText;
import ballast.format.document.DocumentReader;
import org.jspecify.annotations.Nullable;

/** Reads the texts named by a request; {@code -} is standard input. */
public final class Texts {

  private static final String STANDARD_INPUT = "standard input";

  private Texts() {}

  /**
   * @throws ballast.bitext.InputException if the text cannot be read
   */
  public static ReadText read(Workplace workplace, DocumentReader reader, String name) {
    return name.equals("-")
        ? reader.read(workplace.standardInput(), STANDARD_INPUT)
        : reader.read(workplace.resolve(name), name);
  }

  /**
   * Reads a file that contains a text and its translation.
   *
   * @param from the language of the source; null for the first language of each pair
   * @throws ballast.bitext.InputException if it cannot be read, or does not contain two texts
   */
  public static BilingualText readBilingual(
      Workplace workplace, DocumentReader reader, String name, @Nullable Lang from) {
    return name.equals("-")
        ? reader.readBilingual(workplace.standardInput(), STANDARD_INPUT, from)
        : reader.readBilingual(ArticleBytes.of(workplace.resolve(name), name), name, from);
  }

  /** Reports the warnings about a text. */
  public static void warn(ReadText text, Notices notices) {
    text.warnings().forEach(warning -> notices.warn(text.document().name() + ": " + warning));
  }
}
