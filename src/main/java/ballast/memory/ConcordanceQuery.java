package ballast.memory;

import ballast.bitext.Side;
import java.util.Set;

/**
 * A word, phrase or part of a word to look for inside texts.
 *
 * @param text what to look for; case, width and the length of white space do not matter
 * @param sides in which texts of the units; at least one
 * @param limit how many units to give at most, at least 1; all are counted
 * @param filter which units
 */
public record ConcordanceQuery(String text, Set<Side> sides, int limit, UnitFilter filter) {

  public ConcordanceQuery {
    sides = Set.copyOf(sides);
    if (sides.isEmpty()) {
      throw new IllegalArgumentException("no side to look in");
    }
    if (limit < 1) {
      throw new IllegalArgumentException("limit " + limit + " is below 1");
    }
  }
}
