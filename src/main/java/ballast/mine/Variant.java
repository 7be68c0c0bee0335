package ballast.mine;

import ballast.glossary.TermEntry;

/**
 * Another probable rendering of a term of the glossary.
 *
 * @param term the term
 * @param en the most common form of the rendering, as written
 * @param pairs numbers of pairs that contain the term or the rendering
 * @param evidence log-likelihood ratio of its occurring in pairs that lack a known rendering rather
 *     than elsewhere
 * @param example index of the first pair that contains both, in the order in which pairs were added
 */
public record Variant(TermEntry term, String en, Pairs pairs, double evidence, int example) {

  /**
   * Numbers of pairs.
   *
   * @param missing pairs that contain the term but none of its known renderings
   * @param together those of them that contain this rendering
   * @param elsewhere other pairs that contain it
   */
  public record Pairs(int missing, int together, int elsewhere) {}
}
