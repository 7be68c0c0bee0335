package ballast.memory;

import ballast.bitext.Side;
import ballast.bitext.Unit;
import ballast.likeness.Differences;
import ballast.likeness.Warnings.Warning;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A unit whose text is similar to the query.
 *
 * @param score the similarity less the penalties; a similarity of 100 counts as 101 or 102 if one
 *     or both neighbours in the document are also the same and the unit is approved, and {@link
 *     #RENUMBERED} counts instead with other numbers
 * @param context number of neighbours that are the same, 0 to 2; 0 unless the similarity is 100
 * @param renumbered the unit's translation with the numbers of the query, if the texts differ in
 *     nothing else and the numbers can be told in it; otherwise null
 */
public record Match(
    Unit unit,
    int score,
    Likeness likeness,
    int context,
    List<Penalty> penalties,
    @Nullable String renumbered) {

  /** Score of a match with the numbers of the query, before penalties. */
  public static final int RENUMBERED = 99;

  /**
   * @param similarity in percent, see {@link ballast.likeness.Score}
   * @param differences between the query (left) and the unit's text (right)
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
   * Returns the translation to offer, with the numbers of the query if possible.
   *
   * @param side the text of the unit that is similar
   */
  public String translation(Side side) {
    return renumbered == null ? unit.text(side.other()) : renumbered;
  }

  /** Returns whether the translation to offer needs no warning. */
  public boolean isSafe() {
    return renumbered != null || likeness.warnings().isEmpty();
  }

  /** Reasons that take points off a score, as in other translation memory tools. */
  public enum Penalty {
    /** The aligner thinks the unit is probably wrong, and no user has approved it. */
    DOUBTFUL_ALIGNMENT(5),
    /** The memory contains other translations of the unit's text. */
    SEVERAL_TRANSLATIONS(1),
    /** The texts differ only in full and half width. */
    WIDTH(1),
    CASE(1),
    /** One text uses traditional characters, the other simplified ones. */
    SCRIPT(2);

    private final int points;

    Penalty(int points) {
      this.points = points;
    }

    public int points() {
      return points;
    }
  }
}
