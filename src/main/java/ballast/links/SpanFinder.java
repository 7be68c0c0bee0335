package ballast.links;

import ballast.bitext.Range;
import ballast.links.SpanSearch.Candidate;
import ballast.links.SpanSearch.Edges;
import ballast.links.SpanSearch.SpanWeights;
import java.util.List;

/**
 * Finds the target words that translate a range of source words. It maximises the probability that
 * the target range translates the marked words, times the probability of the reverse. Each is by a
 * log-linear model of {@link SpanFeatures}.
 */
final class SpanFinder {

  private final WordLinks links;
  private final WordLinks reversed;
  private final SpanWeights weights;

  /** The share of the whole source's content that is translated anywhere in the target. */
  private final double said;

  SpanFinder(WordLinks links, SpanWeights weights) {
    this.links = links;
    this.reversed = links.reversed();
    this.weights = weights;
    this.said = links.said(all(links.source()), all(links.target()));
  }

  private static Range all(List<Token> tokens) {
    return new Range(0, tokens.size());
  }

  WordLinks links() {
    return links;
  }

  double said() {
    return said;
  }

  /**
   * A range of the target.
   *
   * @param tokens never empty
   * @param confidence in [0, 1]: the highest probability of a range, if the target translates the
   *     source; less if many words of the source have no translation in the target
   */
  record Found(Range tokens, double confidence) {}

  /**
   * @param marked source tokens; not empty
   * @param within target tokens; not empty
   */
  Found find(Range marked, Range within, Edges edges) {
    SpanSearch search = new SpanSearch(new SpanFeatures(links, marked), weights, within, edges);
    List<Candidate> candidates = search.best();
    Range best = candidates.isEmpty() ? within : candidates.get(0).tokens();
    double bestScore = Double.NEGATIVE_INFINITY;
    for (Candidate candidate : candidates) {
      double back = edges == Edges.NONE ? back(candidate.tokens(), marked) : 0;
      if (candidate.score() + back > bestScore) {
        best = candidate.tokens();
        bestScore = candidate.score() + back;
      }
    }
    return new Found(best, search.probability() * said);
  }

  /** Log probability that the marked source words translate the target words. */
  private double back(Range target, Range marked) {
    SpanFeatures features = new SpanFeatures(reversed, target);
    return new SpanSearch(features, weights, all(links.source()), Edges.NONE)
        .logProbability(Token.withoutMarks(links.source(), marked));
  }
}
