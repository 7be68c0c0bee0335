package ballast.mine;

import ballast.glossary.TermEntry;

/**
 * A longer Chinese phrase in which a term of the glossary seems to be something else.
 *
 * @param term the term
 * @param phrase simplified; has the term inside
 * @param inside how many pairs have the term in this phrase only
 * @param missingInside in how many of them no rendering of the term stands
 * @param outside how many pairs have the term, and not in this phrase
 * @param missingOutside in how many of them no rendering of the term stands
 * @param evidence log-likelihood ratio of the difference
 * @param example index of the first pair that has the phrase and no rendering
 */
public record Guard(
    TermEntry term,
    String phrase,
    int inside,
    int missingInside,
    int outside,
    int missingOutside,
    double evidence,
    int example) {}
