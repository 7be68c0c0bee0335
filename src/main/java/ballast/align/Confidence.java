package ballast.align;

import ballast.bitext.Bead;
import ballast.bitext.Range;

/**
 * How sure the aligner is of a bead, and why.
 *
 * <p>Two things can be wrong with a bead: its borders, which its rivals in the lattice tell
 * (probability by forward-backward), and that its sides are no translations at all, which only the
 * tokens and lengths tell, since on a path everything must go somewhere. The figure is the product
 * of both views. It rises with the share of right beads but is not calibrated to equal it.
 */
final class Confidence {

  /** Token evidence, in nats a sentence, at which a bead is as likely unrelated as not. */
  private static final double EVEN = -1.5;

  private static final double SLOPE = 0.9;

  private final DocumentScorer scorer;
  private final BeadPosteriors posteriors;
  private final Side left;
  private final Side right;
  private final LengthModel lengths;
  private final boolean swapped;
  private final Reasons reasons;

  /**
   * @param swapped whether the user's source is on the right
   */
  Confidence(Search.Outcome outcome, DocumentScorer.Texts texts, boolean swapped) {
    this.scorer = outcome.scorer();
    this.posteriors = outcome.posteriors();
    this.lengths = outcome.lengths();
    this.left = texts.left();
    this.right = texts.right();
    this.swapped = swapped;
    this.reasons = swapped ? new Reasons(right, left) : new Reasons(left, right);
  }

  /** The bead in the user's order of sides. */
  Bead bead(Link link) {
    double probability = posteriors.probability(link.left(), link.right());
    double related = 1;
    double tokens = 0;
    double fit = 1;
    if (!link.isOneSided()) {
      int sentences = link.left().size() + link.right().size();
      tokens = 2 * scorer.tokens(link.left(), link.right()) / sentences;
      double length = lengths.score(left.length(link.left()), right.length(link.right()));
      related = logistic(SLOPE * (tokens + Math.min(0, length) - EVEN));
      fit = lengths.fit(left.length(link.left()), right.length(link.right()));
    }
    Range source = swapped ? link.right() : link.left();
    Range target = swapped ? link.left() : link.right();
    double confidence = Math.max(0, Math.min(1, probability * related));
    return new Bead(
        source,
        target,
        confidence,
        reasons.of(source, target, swapped ? 1 / fit : fit, tokens, probability));
  }

  private static double logistic(double x) {
    return 1 / (1 + Math.exp(-x));
  }
}
