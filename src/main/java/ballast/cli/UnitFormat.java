package ballast.cli;

import ballast.bitext.InputException;
import ballast.interchange.UnitFile;
import java.util.Locale;

/** The forms in which units are written. */
enum UnitFormat {
  TMX,
  TSV,
  XLIFF;

  /**
   * The form that the name of a file says, {@code .gz} apart.
   *
   * @throws InputException if it says none
   */
  static UnitFormat of(String file) {
    String extension = UnitFile.extension(file);
    return switch (extension) {
      case "tmx" -> TMX;
      case "tsv" -> TSV;
      case "xlf", "xliff" -> XLIFF;
      default ->
          throw new InputException(
              "cannot export to a file that ends in \"." + extension + "\"",
              "end it in .tmx, .xlf or .tsv, perhaps with .gz, or say --format tmx|xliff|tsv");
    };
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
