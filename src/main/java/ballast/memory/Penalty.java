package ballast.memory;

/**
 * Points taken off a match's score, and why.
 *
 * @param kind the reason
 * @param points how many, above 0
 */
public record Penalty(Kind kind, int points) {

  /** The reason for a penalty. */
  public enum Kind {
    /** The aligner thinks the unit more likely wrong than right, and nobody has approved it. */
    DOUBTFUL_ALIGNMENT,
    /** The memory translates the unit's text in more than one way. */
    SEVERAL_TRANSLATIONS,
    /** The texts differ only in full and half width. */
    WIDTH,
    /** The texts differ only in capitals and small letters. */
    CASE,
    /** One text uses traditional characters, the other simplified ones. */
    SCRIPT
  }

  public Penalty {
    if (points < 1) {
      throw new IllegalArgumentException("a penalty of " + points + " points is below 1");
    }
  }
}
