package ballast.format.unit;

import java.util.Locale;

/**
 * The program that a TMX file is for. What they share is what the standard says; the page {@code
 * json.md} of the manual lists what differs and why.
 */
public enum TmxProfile {
  /** Everything, in the most widely read form. */
  GENERIC,
  /**
   * OmegaT holds the whole file in memory and uses texts, authors, dates and notes only: neighbours
   * and other properties are left out. {@code segtype} stays {@code sentence}: for {@code
   * paragraph} it cuts the units by rules of its own and pairs the pieces by order, which makes
   * wrong translations where a bead of two sentences crosses.
   */
  OMEGAT,
  /**
   * Trados takes properties for fields when their names say the type, {@code
   * x-document:SingleString}; its own contexts are hashes that only it can make, so that
   * neighbours' texts are left out.
   */
  TRADOS,
  /** MemoQ looks for the neighbours with the source text, as an escaped {@code seg} element. */
  MEMOQ;

  /** The name on the command line: {@code omegat}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
