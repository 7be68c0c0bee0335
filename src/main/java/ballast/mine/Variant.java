package ballast.mine;

import ballast.glossary.TermEntry;

/**
 * Another probable rendering of a term of the glossary.
 *
 * @param term the term
 * @param en the most common form of the rendering, as written
 * @param missing how many pairs contain the term but none of its known renderings
 * @param together how many of them contain this rendering
 * @param elsewhere how many other pairs contain it
 * @param evidence log-likelihood ratio of its occurring in those pairs rather than elsewhere
 * @param example index of the first pair that contains both, in the order in which pairs were added
 */
public record Variant(
    TermEntry term,
    String en,
    int missing,
    int together,
    int elsewhere,
    double evidence,
    int example) {}
