package ballast.memory;

import ballast.bitext.Side;
import ballast.bitext.Span;
import ballast.bitext.Unit;
import java.util.List;
import java.util.Set;

/**
 * The places of a memory where a phrase occurs.
 *
 * @param total how many texts contain it; a unit that has it on both sides counts twice
 * @param hits the first of them: approved units first, then the most recently changed, then by id,
 *     the source text before the target text
 */
public record Concordance(int total, List<Hit> hits) {

  /**
   * A text with the phrase in it.
   *
   * @param unit the unit
   * @param side which text of the unit
   * @param spans the occurrences, in UTF-16 units, in order
   */
  public record Hit(Unit unit, Side side, List<Span> spans) {
    public Hit {
      spans = List.copyOf(spans);
    }
  }

  public Concordance {
    hits = List.copyOf(hits);
  }

  /**
   * A word, phrase or part of a word to look for inside texts.
   *
   * @param text what to look for; case, width and the length of white space do not matter
   * @param sides in which texts of the units; at least one
   * @param limit how many units to give at most, at least 1; all are counted
   * @param filter which units
   */
  public record Query(String text, Set<Side> sides, int limit, UnitFilter filter) {

    public Query {
      sides = Set.copyOf(sides);
      if (sides.isEmpty()) {
        throw new IllegalArgumentException("no side to look in");
      }
      if (limit < 1) {
        throw new IllegalArgumentException("limit " + limit + " is below 1");
      }
    }
  }
}
