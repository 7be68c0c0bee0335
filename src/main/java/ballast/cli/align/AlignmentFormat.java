package ballast.cli.align;

import ballast.bitext.InputException;
import java.util.Locale;

/** The forms in which {@code ballast align} writes. */
enum AlignmentFormat {
  TEXT,
  TSV,
  JSON,
  BEADS,
  HTML,
  TMX,
  XLIFF;

  /**
   * The form that a file name's extension stands for.
   *
   * @throws InputException if it stands for none
   */
  static AlignmentFormat ofExtension(String extension) {
    return switch (extension) {
      case "tmx" -> TMX;
      case "xlf", "xliff" -> XLIFF;
      case "tsv" -> TSV;
      case "json" -> JSON;
      case "html", "htm" -> HTML;
      case "txt" -> TEXT;
      case "beads", "align" -> BEADS;
      default ->
          throw new InputException(
              "cannot tell what to write into a file that ends in \"." + extension + "\"",
              "end it in .tmx, .xlf, .tsv, .json or .html, or say --format"
                  + " text|tsv|json|beads|html|tmx|xliff");
    };
  }

  /** Whether this form can list what needs a look first; the others keep document order. */
  boolean hasReviewOrder() {
    return this == TEXT || this == TSV;
  }

  /** Whether this form holds translation units; the others hold beads. */
  boolean hasUnits() {
    return this == TMX || this == XLIFF;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
