package ballast.mine;

import ballast.glossary.TermEntry;

/**
 * A longer Chinese phrase in which a term of the glossary seems to mean something else.
 *
 * @param term the term
 * @param phrase the phrase in simplified characters; contains the term
 * @param en the English rendering of the phrase, in its most common form, as written
 * @param together how many pairs with the phrase and without a rendering of the term contain {@code
 *     en}
 * @param inside how many pairs have the term only in this phrase
 * @param missingInside how many of them contain neither a rendering of the term nor a proposed
 *     variant
 * @param outside how many pairs have the term but never in this phrase
 * @param missingOutside how many of those contain neither
 * @param evidence log-likelihood ratio of the difference
 * @param example index of the first pair that contains the phrase and {@code en}
 */
public record Guard(
    TermEntry term,
    String phrase,
    String en,
    int together,
    int inside,
    int missingInside,
    int outside,
    int missingOutside,
    double evidence,
    int example) {}
