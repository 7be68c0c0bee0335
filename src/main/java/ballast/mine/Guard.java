package ballast.mine;

import ballast.glossary.TermEntry;

/**
 * A longer Chinese phrase in which a term of the glossary seems to mean something else.
 *
 * @param term the term
 * @param phrase the phrase and its rendering
 * @param inside the pairs that have the term only in this phrase
 * @param outside the pairs that have the term but never in this phrase
 * @param evidence log-likelihood ratio of the difference between {@code inside} and {@code outside}
 */
public record Guard(
    TermEntry term, RenderedPhrase phrase, TermUses inside, TermUses outside, double evidence) {

  /**
   * A phrase with its rendering.
   *
   * @param zh the phrase as most of these pairs write it; contains the term
   * @param en the English rendering of the phrase, in its most common form, as written
   * @param together how many pairs with the phrase and without a rendering of the term contain
   *     {@code en}
   * @param example index of the first pair that contains the phrase and {@code en}
   */
  public record RenderedPhrase(String zh, String en, int together, int example) {}

  Guard withZh(String form) {
    RenderedPhrase shown = new RenderedPhrase(form, phrase.en, phrase.together, phrase.example);
    return new Guard(term, shown, inside, outside, evidence);
  }

  /**
   * Numbers of pairs that contain a term.
   *
   * @param pairs how many
   * @param missing how many of them contain neither a rendering of the term nor a proposed variant
   */
  public record TermUses(int pairs, int missing) {}
}
