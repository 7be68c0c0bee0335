package ballast.format.unit;

import java.util.Locale;

/**
 * The program for which a TMX file is written. All profiles follow the standard; the page {@code
 * json.md} of the manual lists the differences and the reasons.
 */
public enum TmxProfile {
  /** Everything, in the most widely read form. */
  GENERIC,
  /**
   * OmegaT holds the whole file in memory and uses only texts, authors, dates and notes: neighbours
   * and other properties are left out. {@code segtype} stays {@code sentence}: for {@code
   * paragraph} OmegaT splits the units by its own rules and pairs the pieces by order, which makes
   * wrong translations where a bead of two sentences crosses. Codes of an XLIFF file are written as
   * the text that OmegaT shows for them ({@link OmegaTTags}): those of TMX it drops.
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
