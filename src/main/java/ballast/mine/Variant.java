package ballast.mine;

import ballast.glossary.TermEntry;

/**
 * What a term of the glossary seems to be called besides.
 *
 * @param term the term
 * @param en the commonest of its forms, as written
 * @param missing how many pairs have the Chinese and none of its known renderings
 * @param together how many of them have this English
 * @param elsewhere how many other pairs have it
 * @param evidence log-likelihood ratio of its standing in those pairs rather than elsewhere
 * @param example index of the first pair that has both, in the order in which they were added
 */
public record Variant(
    TermEntry term,
    String en,
    int missing,
    int together,
    int elsewhere,
    double evidence,
    int example) {}
