package ballast.app.units;

import ballast.app.Workplace;
import ballast.bitext.InputException;
import ballast.format.term.GlossaryFormat;
import ballast.format.unit.UnitFile;
import ballast.format.unit.UnitFormat;

/** What two files hold, of which one is to be converted to the other. */
public enum ConversionKind {
  /** Translation units, for {@link UnitConversion}. */
  UNITS,
  /** Terms. */
  TERMS;

  /**
   * What the files hold, by the first bytes of {@code from} and the extensions of both. A table is
   * of units beside another format of units, otherwise of terms.
   *
   * @param from the file to read, as the user gave it
   * @param to the file to write
   * @throws InputException if one cannot be converted to the other, or both are tables that could
   *     hold either
   */
  public static ConversionKind of(Workplace workplace, String from, String to) {
    boolean units = UnitFile.isOne(workplace.resolve(from), from) && UnitFormat.isOne(to);
    boolean terms =
        !isOfUnits(workplace, from)
            && !isOfUnits(workplace, to)
            && GlossaryFormat.isRead(from)
            && GlossaryFormat.isWritten(to);
    if (units && terms) {
      throw new InputException(
          "cannot convert \"" + from + "\" to \"" + to + "\": both are tables of the same format",
          "use another extension for OUT: units may be "
              + UnitFormat.extensions()
              + ", terms "
              + GlossaryFormat.extensions());
    }
    if (!units && !terms) {
      throw new InputException(
          "cannot convert \"" + from + "\" to \"" + to + "\"",
          "units: "
              + UnitFormat.extensions()
              + ", perhaps with .gz; terms: "
              + GlossaryFormat.extensions());
    }
    return units ? UNITS : TERMS;
  }

  /** Whether a file cannot contain terms; a table can. */
  private static boolean isOfUnits(Workplace workplace, String file) {
    return UnitFile.format(workplace.resolve(file)).isPresent()
        || UnitFormat.named(file).filter(format -> format != UnitFormat.TSV).isPresent();
  }
}
