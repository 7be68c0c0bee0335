package ballast.format.unit;

import ballast.bitext.CountedNoun;
import ballast.bitext.Lang;
import ballast.bitext.Unit;
import ballast.format.unit.XliffEntry.XliffVersion;
import ballast.language.LangCode;
import ballast.language.LangCode.Fit;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Takes the units of an export. There is one class for each format; {@link UnitFormat#begin} makes
 * them.
 */
public interface UnitSink {

  /**
   * Writes a unit.
   *
   * @return whether the file has it: some formats hold one pair of languages only, and leave the
   *     units of others out
   */
  boolean write(Unit unit) throws IOException;

  /** Leaves a unit out; it still counts as a neighbour. */
  void leaveOut(Unit unit) throws IOException;

  /** Writes the end and returns warnings for the user about what was written. */
  List<String> finish() throws IOException;

  /**
   * How a file of units is written; each format uses the options that concern it.
   *
   * @param source language of all source texts; null if there are several
   * @param from language of the source texts, for formats of one pair of languages
   * @param to language of the target texts, for formats of one pair of languages
   * @param profile the program that a TMX file is for
   * @param xliff version of an XLIFF file
   * @param spreadsheet whether tab-separated lines are for a spreadsheet program, which must not
   *     take a text for a formula
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

  /**
   * The program for which a TMX file is written. All profiles follow the standard; the page {@code
   * json.md} of the manual lists the differences and the reasons.
   */
  public enum TmxProfile {
    /** Everything, in the most widely read form. */
    GENERIC,
    /**
     * OmegaT holds the whole file in memory and uses only texts, authors, dates and notes:
     * neighbours and other properties are left out. {@code segtype} stays {@code sentence}: for
     * {@code paragraph} OmegaT splits the units by its own rules and pairs the pieces by order,
     * which makes wrong translations where a bead of two sentences crosses. Codes of an XLIFF file
     * are written as the text that OmegaT shows for them ({@link TmxWriter.OmegaTTags}): those of
     * TMX it drops.
     */
    OMEGAT,
    /**
     * Trados reads properties as fields if their names give the type, {@code
     * x-document:SingleString}; Trados contexts are hashes that only Trados can make, so that
     * neighbours' texts are left out.
     */
    TRADOS,
    /** memoQ looks for the neighbours beside the source text, as an escaped {@code seg} element. */
    MEMOQ;

    /** The end of the names of Ballast's properties for Trados. */
    static final String TYPE = ":SingleString";

    /** The name on the command line: {@code omegat}. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Leaves units of other languages out of a file that holds only one pair of languages. Units in
   * other variants of the pair (zh for zh-CN, en-GB for en-US) are taken under their own languages,
   * but not Chinese in the other script.
   */
  static final class OnePair {

    private final Lang from;
    private final Lang to;
    private final String file;
    private int skipped;

    /**
     * @param file the kind of file, for messages: {@code an XLIFF file}
     */
    OnePair(SinkOptions options, String file) {
      this.from = options.from();
      this.to = options.to();
      this.file = file;
    }

    /** Whether a unit has this pair of languages; units that do not are counted. */
    boolean takes(Unit unit) {
      boolean taken = fits(from, unit.sourceLang()) && fits(to, unit.targetLang());
      skipped += taken ? 0 : 1;
      return taken;
    }

    private static boolean fits(Lang wanted, Lang found) {
      return LangCode.fit(wanted, found).compareTo(Fit.REGION) <= 0;
    }

    /** A warning with the number of units that were left out; empty if there were none. */
    List<String> warnings() {
      return skipped == 0
          ? List.of()
          : List.of(
              "left out "
                  + CountedNoun.of(skipped, "unit that is not from ", "units that are not from ")
                  + from
                  + " into "
                  + to
                  + ": "
                  + file
                  + " has one pair of languages; choose another with --from and --to");
    }
  }
}
