package ballast.memory;

import ballast.bitext.Unit;
import ballast.likeness.Differences;
import ballast.likeness.Warnings.Warning;
import java.util.List;

/**
 * A unit whose text is similar to the one searched for.
 *
 * @param unit the unit
 * @param score the similarity less the penalties; a similarity of 100 counts as 101 or 102 when one
 *     or both neighbours in the document are the same too
 * @param likeness how alike the texts are
 * @param context how many of the two neighbours are the same, 0 to 2; 0 unless the similarity is
 *     100
 * @param penalties the deductions from the similarity
 */
public record Match(Unit unit, int score, Likeness likeness, int context, List<Penalty> penalties) {

  /**
   * How alike the text searched for and a unit's text are.
   *
   * @param similarity in percent, as {@link ballast.likeness.Score} says
   * @param differences where the query (left) and the unit's text (right) differ
   * @param warnings differences that change the meaning
   */
  public record Likeness(int similarity, Differences differences, List<Warning> warnings) {

    public Likeness {
      warnings = List.copyOf(warnings);
    }
  }

  public Match {
    penalties = List.copyOf(penalties);
  }

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
}
