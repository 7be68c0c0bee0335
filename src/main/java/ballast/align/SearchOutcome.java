package ballast.align;

import java.util.List;

/** The path that a search found, which tiles both sides, and the evidence of its last round. */
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
