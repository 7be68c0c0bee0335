package ballast.format.unit;

import ballast.bitext.CountedNoun;
import ballast.bitext.Lang;
import ballast.bitext.Unit;
import ballast.language.LangCode;
import ballast.language.LangCode.Fit;
import java.util.List;

/**
 * Leaves units of other languages out of a file that holds only one pair of languages. Units in
 * other variants of the pair (zh for zh-CN, en-GB for en-US) are taken under their own languages,
 * but not Chinese in the other script.
 */
final class OnePair {

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
