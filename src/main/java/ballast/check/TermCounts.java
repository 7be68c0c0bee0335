package ballast.check;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Counts of the translations of one term of the glossary.
 *
 * @param id of the concept
 * @param zh the Chinese term as the glossary writes it
 * @param occurrences how often it stands in the Chinese texts
 * @param pairs the pairs of texts in which it stands
 * @param renderings how it was translated in them
 */
public record TermCounts(
    String id, String zh, int occurrences, Pairs pairs, UsedRenderings renderings) {

  /**
   * Numbers of pairs of texts.
   *
   * @param all pairs with the term
   * @param exact those with an allowed rendering word for word
   * @param inflected those with an allowed rendering in another form
   * @param forbidden those without an allowed rendering and with a forbidden one
   */
  public record Pairs(int all, int exact, int inflected, int forbidden) {

    /** No pairs. */
    public static final Pairs NONE = new Pairs(0, 0, 0, 0);

    /** Pairs without any rendering that the glossary has. */
    public int missing() {
      return all - exact - inflected - forbidden;
    }

    /** Pairs with an allowed rendering. */
    public int right() {
      return exact + inflected;
    }

    /** Pairs with any rendering that the glossary has. */
    public int rendered() {
      return right() + forbidden;
    }

    /** The sum of both. */
    public Pairs plus(Pairs other) {
      return new Pairs(
          all + other.all,
          exact + other.exact,
          inflected + other.inflected,
          forbidden + other.forbidden);
    }
  }

  /**
   * The renderings with which a term was translated.
   *
   * @param pairs pairs by the rendering that the glossary has, allowed or not, the commonest first
   * @param forbidden those of the renderings that the glossary forbids
   */
  public record UsedRenderings(Map<String, Integer> pairs, Set<String> forbidden) {

    public UsedRenderings {
      pairs = Collections.unmodifiableMap(new LinkedHashMap<>(pairs));
      forbidden = Set.copyOf(forbidden);
    }

    /** Pairs with the commonest rendering, right or wrong. */
    public int commonest() {
      return pairs.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    }
  }
}
