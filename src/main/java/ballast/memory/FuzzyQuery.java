package ballast.memory;

import ballast.bitext.Lang;
import ballast.bitext.Side;
import ballast.likeness.Measure;
import ballast.likeness.Score;
import ballast.memory.Match.Penalty.Kind;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A search for units whose text is similar to a given one.
 *
 * @param text any text; white space alone matches nothing
 * @param side which text of the units is compared
 * @param limits how similar and how many the matches are
 * @param neighbours the segments around {@code text} in its document
 * @param filter which units
 * @param penalties what lowers a score
 */
public record FuzzyQuery(
    String text,
    Side side,
    Limits limits,
    Neighbours neighbours,
    UnitFilter filter,
    Penalties penalties) {

  /** The lowest similarity of a match unless the caller gives another. */
  public static final int DEFAULT_MIN = 70;

  private static final int DEFAULT_LIMIT = 10;

  /**
   * The limits of a search.
   *
   * @param minScore the lowest similarity of a match, in percent, from {@link Score#MIN_THRESHOLD}
   *     to 100
   * @param units how many units at most, at least 1
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

  /** The measures by which texts are compared: those of the languages in the filter. */
  public Set<Measure> measures() {
    Set<Lang> languages = filter.languages().of(side);
    return languages.isEmpty()
        ? EnumSet.allOf(Measure.class)
        : languages.stream()
            .map(Measure::of)
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(Measure.class)));
  }

  /** Up to ten units that may be offered to a translator, at 70 % or better. */
  public static FuzzyQuery of(String text, Side side) {
    return new FuzzyQuery(
        text,
        side,
        new Limits(DEFAULT_MIN, DEFAULT_LIMIT),
        Neighbours.UNKNOWN,
        UnitFilter.OFFERED,
        Penalties.DEFAULT);
  }

  /** This query with another lowest similarity. */
  public FuzzyQuery withMinScore(int percent) {
    return within(new Limits(percent, limits.units()));
  }

  /** This query for at most so many units. */
  public FuzzyQuery withLimit(int units) {
    return within(new Limits(limits.minScore(), units));
  }

  private FuzzyQuery within(Limits other) {
    return new FuzzyQuery(text, side, other, neighbours, filter, penalties);
  }

  /** This query with the neighbours of its text. */
  public FuzzyQuery between(String textBefore, String textAfter) {
    return new FuzzyQuery(
        text, side, limits, new Neighbours(textBefore, textAfter), filter, penalties);
  }

  /** This query among other units. */
  public FuzzyQuery among(UnitFilter units) {
    return new FuzzyQuery(text, side, limits, neighbours, units, penalties);
  }

  /** This query with other penalties. */
  public FuzzyQuery withPenalties(Penalties points) {
    return new FuzzyQuery(text, side, limits, neighbours, filter, points);
  }

  /**
   * The segments around a segment of a document.
   *
   * @param before the text before it; empty when unknown
   * @param after the text after it; empty when unknown
   */
  public record Neighbours(String before, String after) {

    /** Those of a segment that stands alone. */
    public static final Neighbours UNKNOWN = new Neighbours("", "");

    /** Whether neither of the two has a text. */
    public boolean areUnknown() {
      return before.isBlank() && after.isBlank();
    }
  }

  /**
   * How many points each kind of penalty takes off a score; 0 means none.
   *
   * @param doubtfulAlignment for {@link Match.Penalty.Kind#DOUBTFUL_ALIGNMENT}
   * @param severalTranslations for {@link Match.Penalty.Kind#SEVERAL_TRANSLATIONS}
   * @param width for {@link Match.Penalty.Kind#WIDTH}
   * @param letterCase for {@link Match.Penalty.Kind#CASE}
   * @param script for {@link Match.Penalty.Kind#SCRIPT}
   */
  public record Penalties(
      int doubtfulAlignment, int severalTranslations, int width, int letterCase, int script) {

    /** The defaults of other translation memory tools. */
    public static final Penalties DEFAULT = new Penalties(5, 1, 1, 1, 2);

    /** No penalties: the score is the similarity. */
    public static final Penalties NONE = new Penalties(0, 0, 0, 0, 0);

    private static final int MAX_POINTS = 50;

    public Penalties {
      for (int points :
          new int[] {doubtfulAlignment, severalTranslations, width, letterCase, script}) {
        if (points < 0 || points > MAX_POINTS) {
          throw new IllegalArgumentException("a penalty of " + points + " points");
        }
      }
    }

    /** The points of a kind. */
    public int points(Kind kind) {
      return switch (kind) {
        case DOUBTFUL_ALIGNMENT -> doubtfulAlignment;
        case SEVERAL_TRANSLATIONS -> severalTranslations;
        case WIDTH -> width;
        case CASE -> letterCase;
        case SCRIPT -> script;
      };
    }
  }
}
