package ballast.align;

import java.util.List;

/**
 * What a search found.
 *
 * @param path tiles both sides
 * @param scorer scores beads of the last round
 * @param posteriors probabilities of the last round
 * @param lengths how lengths relate in these texts
 * @param links what is said on both sides of a bead
 * @param tokens of both texts
 */
record SearchOutcome(
    List<Link> path,
    DocumentScorer scorer,
    BeadPosteriors posteriors,
    LengthModel lengths,
    LinkEvidence links,
    DocumentTokens tokens) {

  SearchOutcome withPath(List<Link> other) {
    return new SearchOutcome(other, scorer, posteriors, lengths, links, tokens);
  }
}
