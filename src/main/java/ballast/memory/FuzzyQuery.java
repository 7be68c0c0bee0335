package ballast.memory;

import ballast.bitext.Lang;
import ballast.bitext.Side;
import ballast.likeness.Measure;
import ballast.likeness.Score;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A search for units with a text similar to a given one.
 *
 * @param text any text; white space alone matches nothing
 * @param side the text of the units to compare
 * @param neighbours the segments around {@code text} in its document
 */
public record FuzzyQuery(
    String text, Side side, Limits limits, Neighbours neighbours, UnitFilter filter) {

  public static final int DEFAULT_MIN = 70;

  private static final int DEFAULT_LIMIT = 10;

  /**
   * @param minScore lowest similarity of a match, in percent, from {@link Score#MIN_THRESHOLD} to
   *     100
   * @param units maximum number of units, at least 1
   */
  public record Limits(int minScore, int units) {

    public Limits {
      if (minScore < Score.MIN_THRESHOLD || minScore > Score.FULL) {
        throw new IllegalArgumentException("minimum score " + minScore + " is not in 50..100");
      }
      if (units < 1) {
        throw new IllegalArgumentException("limit " + units + " is below 1");
      }
    }
  }

  public Set<Measure> measures() {
    Set<Lang> languages = filter.languages().of(side);
    return languages.isEmpty()
        ? EnumSet.allOf(Measure.class)
        : languages.stream()
            .map(Measure::of)
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(Measure.class)));
  }

  /** Returns a query for up to ten units at 70% or better that may be offered to a translator. */
  public static FuzzyQuery of(String text, Side side) {
    return new FuzzyQuery(
        text, side, new Limits(DEFAULT_MIN, DEFAULT_LIMIT), Neighbours.UNKNOWN, UnitFilter.OFFERED);
  }

  public FuzzyQuery on(Side other) {
    return new FuzzyQuery(text, other, limits, neighbours, filter);
  }

  public FuzzyQuery withMinScore(int percent) {
    return within(new Limits(percent, limits.units()));
  }

  public FuzzyQuery withLimit(int units) {
    return within(new Limits(limits.minScore(), units));
  }

  private FuzzyQuery within(Limits other) {
    return new FuzzyQuery(text, side, other, neighbours, filter);
  }

  public FuzzyQuery between(String textBefore, String textAfter) {
    return new FuzzyQuery(text, side, limits, new Neighbours(textBefore, textAfter), filter);
  }

  public FuzzyQuery among(UnitFilter units) {
    return new FuzzyQuery(text, side, limits, neighbours, units);
  }

  /**
   * @param before the text before it; empty when unknown
   * @param after the text after it; empty when unknown
   */
  public record Neighbours(String before, String after) {

    public static final Neighbours UNKNOWN = new Neighbours("", "");

    public boolean areUnknown() {
      return before.isBlank() && after.isBlank();
    }
  }
}
