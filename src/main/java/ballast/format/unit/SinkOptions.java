package ballast.format.unit;

import ballast.bitext.Lang;
import org.jspecify.annotations.Nullable;

/**
 * How a file of units is written; each format uses the options that concern it.
 *
 * @param source language of all source texts; null if there are several
 * @param from language of the source texts, for formats of one pair of languages
 * @param to language of the target texts, for formats of one pair of languages
 * @param profile the program that a TMX file is for
 * @param xliff version of an XLIFF file
 * @param spreadsheet whether tab-separated lines are for a spreadsheet program, which must not take
 *     a text for a formula
 */
public record SinkOptions(
    @Nullable Lang source,
    Lang from,
    Lang to,
    TmxProfile profile,
    XliffVersion xliff,
    boolean spreadsheet) {

  /** For any program, from one language into another. */
  public static SinkOptions of(Lang from, Lang to) {
    return new SinkOptions(from, from, to, TmxProfile.GENERIC, XliffVersion.V1_2, false);
  }

  /** These options with another language of all source texts; null if there are several. */
  public SinkOptions withSource(@Nullable Lang language) {
    return new SinkOptions(language, from, to, profile, xliff, spreadsheet);
  }

  /** These options for another program. */
  public SinkOptions forProgram(TmxProfile program) {
    return new SinkOptions(source, from, to, program, xliff, spreadsheet);
  }

  /** These options with another version of XLIFF. */
  public SinkOptions in(XliffVersion version) {
    return new SinkOptions(source, from, to, profile, version, spreadsheet);
  }

  /** These options for a spreadsheet program, or not. */
  public SinkOptions forSpreadsheet(boolean isSpreadsheet) {
    return new SinkOptions(source, from, to, profile, xliff, isSpreadsheet);
  }
}
