package ballast.format.unit;

import ballast.bitext.CountedNoun;
import ballast.bitext.Lang;
import ballast.bitext.Unit;
import ballast.language.LangCode;
import ballast.language.LangCode.Fit;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/**
 * Writes the units of an export, in one class for each format. {@link UnitForm#begin} creates them.
 */
public interface UnitSink {

  /**
   * @return whether the unit is in the file: formats for one pair of languages omit units in others
   */
  boolean write(Unit unit) throws IOException;

  /** Omits a unit; it still counts as a neighbour. */
  default void leaveOut(Unit unit) throws IOException {}

  /** Writes the end and returns warnings for the user. */
  List<String> finish() throws IOException;

  /**
   * The target program of a TMX file. All profiles follow the standard; the page {@code json.md} of
   * the manual lists the differences and the reasons.
   */
  public enum TmxProfile {
    /** Everything, in the most widely read form. */
    GENERIC,
    /**
     * OmegaT holds the whole file in memory and uses only texts, authors, dates and notes:
     * neighbours and other properties are omitted. {@code segtype} stays {@code sentence}: for
     * {@code paragraph} OmegaT splits the units by its own rules and pairs the pieces by order,
     * which makes wrong translations where a bead of two sentences crosses. Codes of an XLIFF file
     * are written as the text that OmegaT shows for them ({@link TmxWriter.OmegaTTags}), because
     * OmegaT drops the codes of TMX.
     */
    OMEGAT,
    /**
     * Trados reads properties as fields if their names give the type, {@code
     * x-document:SingleString}. Trados contexts are hashes that only Trados can compute, so
     * neighbours' texts are omitted.
     */
    TRADOS,
    /** memoQ expects the neighbours next to the source text, as an escaped {@code seg} element. */
    MEMOQ;

    static final String TYPE = ":SingleString";

    /** The name on the command line: {@code omegat}. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Omits units in other languages from a file for one pair of languages. Units in other variants
   * of the pair (zh for zh-CN, en-GB for en-US) are included under their own languages, but not
   * Chinese in the other script.
   */
  final class OnePair {

    private final Lang from;
    private final Lang to;
    private final String file;
    private int skipped;

    OnePair(Lang from, Lang to, String file) {
      this.from = from;
      this.to = to;
      this.file = file;
    }

    boolean takes(Unit unit) {
      boolean taken = fits(from, unit.sourceLang()) && fits(to, unit.targetLang());
      skipped += taken ? 0 : 1;
      return taken;
    }

    private static boolean fits(Lang wanted, Lang found) {
      return LangCode.fit(wanted, found).compareTo(Fit.REGION) <= 0;
    }

    List<String> warnings() {
      if (skipped == 0) {
        return List.of();
      }
      String count = CountedNoun.of(skipped, "unit that is not from", "units that are not from");
      String why = "has one pair of languages; choose another with --from and --to";
      return List.of("left out %s %s into %s: %s %s".formatted(count, from, to, file, why));
    }
  }
}
