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
 * @param passages in how many pairs of texts
 * @param exact pairs with an allowed rendering word for word
 * @param inflected pairs with an allowed rendering in another form
 * @param forbidden pairs without an allowed rendering and with a forbidden one
 * @param renderings pairs by the rendering that the glossary has, allowed or not, the commonest
 *     first
 * @param wrong those of the renderings that the glossary forbids
 */
public record TermCounts(
    String id,
    String zh,
    int occurrences,
    int passages,
    int exact,
    int inflected,
    int forbidden,
    Map<String, Integer> renderings,
    Set<String> wrong) {

  public TermCounts {
    renderings = Collections.unmodifiableMap(new LinkedHashMap<>(renderings));
    wrong = Set.copyOf(wrong);
  }

  /** Pairs without any rendering that the glossary has. */
  public int missing() {
    return passages - exact - inflected - forbidden;
  }

  /** Pairs with an allowed rendering. */
  public int right() {
    return exact + inflected;
  }

  /** Pairs with the commonest rendering, right or wrong. */
  public int commonest() {
    return renderings.values().stream().mapToInt(Integer::intValue).max().orElse(0);
  }

  /** Pairs with any rendering that the glossary has. */
  public int rendered() {
    return right() + forbidden;
  }
}
