package ballast.cli.diff;

import ballast.bitext.InputException;
import java.util.Locale;

/** The forms in which {@code ballast review export} writes. */
enum ReviewFormat {
  XLSX,
  CSV,
  HTML;

  /**
   * The form that a file name's extension stands for.
   *
   * @throws InputException if it stands for none
   */
  static ReviewFormat ofExtension(String extension) {
    return switch (extension) {
      case "xlsx" -> XLSX;
      case "csv" -> CSV;
      case "html", "htm" -> HTML;
      default ->
          throw new InputException(
              "cannot tell what to write into a file that ends in \"." + extension + "\"",
              "end it in .xlsx, .csv or .html, or say --format");
    };
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
