package ballast.memory;

import ballast.bitext.Side;
import ballast.bitext.Span;
import ballast.bitext.Unit;
import java.util.List;
import java.util.Set;

/**
 * @param total number of texts that contain the phrase; a unit with it on both sides counts twice
 * @param hits the first of these texts: approved units first, then the most recently changed, then
 *     by id, the source text before the target text
 */
public record Concordance(int total, List<Hit> hits) {

  /**
   * @param spans occurrences in UTF-16 units, in order
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
   * @param text case, width and the length of white space do not matter
   * @param sides texts to search; at least one
   * @param limit maximum number of units returned, at least 1; all are counted
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
