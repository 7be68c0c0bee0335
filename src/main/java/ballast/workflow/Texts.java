package ballast.workflow;

import ballast.format.article.ReadText;
import ballast.format.document.DocumentReader;

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

  /** Warns of what a person should know before using the text. */
  public static void warn(ReadText text, Notices notices) {
    text.warnings().forEach(warning -> notices.warn(text.document().name() + ": " + warning));
  }
}
