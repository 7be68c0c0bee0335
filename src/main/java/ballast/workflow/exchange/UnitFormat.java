package ballast.workflow.exchange;

import ballast.bitext.InputException;
import ballast.format.unit.UnitFile;
import java.util.Locale;
import java.util.Map;

/** The forms in which units are written. */
public enum UnitFormat {
  TMX,
  TSV,
  XLIFF;

  private static final Map<String, UnitFormat> BY_EXTENSION =
      Map.of("tmx", TMX, "tsv", TSV, "xlf", XLIFF, "xliff", XLIFF);

  /** Whether the name of a file says a form, {@code .gz} apart. */
  public static boolean isOne(String file) {
    return BY_EXTENSION.containsKey(UnitFile.extension(file));
  }

  /**
   * The form that the name of a file says, {@code .gz} apart.
   *
   * @throws InputException if it says none
   */
  public static UnitFormat of(String file) {
    UnitFormat format = BY_EXTENSION.get(UnitFile.extension(file));
    if (format == null) {
      throw new InputException(
          "cannot export to a file that ends in \"." + UnitFile.extension(file) + "\"",
          "end it in .tmx, .xlf or .tsv, perhaps with .gz, or say --format tmx|xliff|tsv");
    }
    return format;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
