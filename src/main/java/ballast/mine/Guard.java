package ballast.mine;

import ballast.glossary.TermEntry;

/**
 * A longer Chinese phrase in which a term of the glossary seems to be something else.
 *
 * @param term the term
 * @param phrase simplified; has the term inside
 * @param en what the phrase is called in English; the commonest of its forms, as written
 * @param together in how many pairs with the phrase and without a rendering the English stands
 * @param inside how many pairs have the term in this phrase only
 * @param missingInside in how many of them neither a rendering of the term stands nor a variant
 *     that is proposed
 * @param outside how many pairs have the term, and nowhere in this phrase
 * @param missingOutside in how many of them none stands, likewise
 * @param evidence log-likelihood ratio of the difference
 * @param example index of the first pair that has the phrase and its English
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
