package ballast.memory;

/**
 * Points taken off a match's score, and why.
 *
 * @param kind why
 * @param points how many, above 0
 */
public record Penalty(Kind kind, int points) {

  /** What a penalty is for. */
  public enum Kind {
    /** The aligner thinks the unit more likely wrong than right, and nobody has approved it. */
    DOUBTFUL_ALIGNMENT,
    /** The memory translates the unit's text in more than one way. */
    SEVERAL_TRANSLATIONS,
    /** Full and half width differ where the texts are the same otherwise. */
    WIDTH,
    /** Capitals and small letters differ where the texts are the same otherwise. */
    CASE,
    /** One text is in traditional characters where the other is in simplified ones. */
    SCRIPT
  }

  public Penalty {
    if (points < 1) {
      throw new IllegalArgumentException("a penalty of " + points + " points is none");
    }
  }
}
