package ballast.app.units;

import ballast.app.Workplace;
import ballast.bitext.InputException;
import ballast.format.term.GlossaryFormat;
import ballast.format.unit.UnitFile;
import ballast.format.unit.UnitFormat;

/** Content of two files, one of which is converted to the other. */
public enum ConversionKind {
  /** Translation units; see {@link UnitConversion}. */
  UNITS,
  TERMS;

  /**
   * Determines the content from the first bytes of {@code from} and both extensions. A table
   * contains units if the other file is in a format for units, otherwise terms.
   *
   * @throws InputException if one cannot be converted to the other, or both are tables that could
   *     contain either
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

  /** Whether a file cannot contain terms. A table can. */
  private static boolean isOfUnits(Workplace workplace, String file) {
    return UnitFile.format(workplace.resolve(file)).isPresent()
        || UnitFormat.named(file).filter(format -> format != UnitFormat.TSV).isPresent();
  }
}
