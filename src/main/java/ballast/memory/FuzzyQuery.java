package ballast.memory;

import ballast.bitext.Lang;
import ballast.bitext.Side;
import ballast.likeness.Measure;
import ballast.likeness.Score;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A search for units whose text is similar to a given one.
 *
 * @param text any text; white space alone matches nothing
 * @param side which text of the units is compared
 * @param least the lowest similarity of a match, in percent, from {@link Score#MIN_THRESHOLD} to
 *     100
 * @param limit how many units at most, at least 1
 * @param before the segment before {@code text} in its document; empty when unknown
 * @param after the segment after it; empty when unknown
 * @param filter which units
 * @param penalties what lowers a score
 */
// More than six: a query is one value, made by of() and changed by the with methods.
public record FuzzyQuery(
    String text,
    Side side,
    int least,
    int limit,
    String before,
    String after,
    UnitFilter filter,
    Penalties penalties) {

  /** The lowest similarity of a match unless the caller gives another. */
  public static final int DEFAULT_MIN = 70;

  private static final int DEFAULT_LIMIT = 10;

  public FuzzyQuery {
    if (least < Score.MIN_THRESHOLD || least > Score.FULL) {
      throw new IllegalArgumentException("least " + least + " is not in 50..100");
    }
    if (limit < 1) {
      throw new IllegalArgumentException("limit " + limit + " is below 1");
    }
  }

  /** The measures by which texts are compared: those of the languages in the filter. */
  public Set<Measure> measures() {
    Set<Lang> languages = side == Side.SOURCE ? filter.sourceLangs() : filter.targetLangs();
    return languages.isEmpty()
        ? EnumSet.allOf(Measure.class)
        : languages.stream()
            .map(Measure::of)
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(Measure.class)));
  }

  /** Up to ten units that may be offered to a translator, at 70 % or better. */
  public static FuzzyQuery of(String text, Side side) {
    return new FuzzyQuery(
        text, side, DEFAULT_MIN, DEFAULT_LIMIT, "", "", UnitFilter.OFFERED, Penalties.DEFAULT);
  }

  /** This query with another lowest similarity. */
  public FuzzyQuery withLeast(int percent) {
    return new FuzzyQuery(text, side, percent, limit, before, after, filter, penalties);
  }

  /** This query for at most so many units. */
  public FuzzyQuery withLimit(int units) {
    return new FuzzyQuery(text, side, least, units, before, after, filter, penalties);
  }

  /** This query with the neighbours of its text. */
  public FuzzyQuery between(String textBefore, String textAfter) {
    return new FuzzyQuery(text, side, least, limit, textBefore, textAfter, filter, penalties);
  }

  /** This query among other units. */
  public FuzzyQuery among(UnitFilter units) {
    return new FuzzyQuery(text, side, least, limit, before, after, units, penalties);
  }

  /** This query with other penalties. */
  public FuzzyQuery withPenalties(Penalties points) {
    return new FuzzyQuery(text, side, least, limit, before, after, filter, points);
  }
}
