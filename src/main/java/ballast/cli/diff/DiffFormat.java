package ballast.cli.diff;

import ballast.bitext.InputException;
import java.util.Locale;

/** The forms in which {@code ballast diff} writes. */
enum DiffFormat {
  TEXT,
  JSON,
  CSV,
  XLSX,
  HTML,
  TMX,
  XLIFF;

  /**
   * The form that a file name's extension stands for.
   *
   * @throws InputException if it stands for none
   */
  static DiffFormat ofExtension(String extension) {
    return switch (extension) {
      case "json" -> JSON;
      case "csv" -> CSV;
      case "xlsx" -> XLSX;
      case "html", "htm" -> HTML;
      case "tmx" -> TMX;
      case "xlf", "xliff" -> XLIFF;
      case "txt" -> TEXT;
      default ->
          throw new InputException(
              "cannot tell what to write into a file that ends in \"." + extension + "\"",
              "end it in .html, .json, .csv, .xlsx, .tmx, .xlf or .txt, or say --format");
    };
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
