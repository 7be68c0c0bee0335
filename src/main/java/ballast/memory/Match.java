package ballast.memory;

import ballast.bitext.Unit;
import ballast.likeness.Differences;
import ballast.likeness.Warning;
import java.util.List;

/**
 * A unit whose text is similar to the one searched for.
 *
 * @param unit the unit
 * @param score the similarity less the penalties; a similarity of 100 counts as 101 or 102 when one
 *     or both neighbours in the document are the same too
 * @param similarity how alike the texts are, in percent, as {@link ballast.likeness.Score} says
 * @param context how many of the two neighbours are the same, 0 to 2; 0 unless the similarity is
 *     100
 * @param penalties the deductions from the similarity
 * @param differences where the query (left) and the unit's text (right) differ
 * @param warnings differences that change the meaning
 */
public record Match(
    Unit unit,
    int score,
    int similarity,
    int context,
    List<Penalty> penalties,
    Differences differences,
    List<Warning> warnings) {

  public Match {
    penalties = List.copyOf(penalties);
    warnings = List.copyOf(warnings);
  }
}
