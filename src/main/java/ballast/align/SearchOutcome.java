package ballast.align;

import java.util.List;

/**
 * The result of a search.
 *
 * @param path tiles both sides
 * @param scorer scores of the last round
 * @param posteriors probabilities of the last round
 * @param lengths how lengths relate in these texts
 * @param links how much of a bead is said on both sides
 * @param tokens tokens of both texts
 */
record SearchOutcome(
    List<Link> path,
    DocumentScorer scorer,
    BeadPosteriors posteriors,
    LengthModel lengths,
    LinkEvidence links,
    DocumentTokens tokens) {

  SearchOutcome withPath(List<Link> newPath) {
    return new SearchOutcome(newPath, scorer, posteriors, lengths, links, tokens);
  }
}
