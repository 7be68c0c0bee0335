package ballast.links;

import ballast.bitext.Range;
import java.util.List;

/**
 * Finds the target words that translate a stretch of source words: of all stretches of the target
 * the most probable one by a log-linear model of {@link SpanFeatures}.
 */
final class SpanFinder {

  private static final double FUNCTION_WEIGHT = 0.3;

  private final WordLinks links;
  private final List<Token> target;
  private final SpanWeights weights;

  SpanFinder(WordLinks links, SpanWeights weights) {
    this.links = links;
    this.target = links.target();
    this.weights = weights;
  }

  /** Which edges of the stretch are given. */
  enum Edges {
    NONE,
    START,
    END
  }

  /**
   * A stretch of the target.
   *
   * @param tokens never empty
   * @param confidence in [0, 1]
   */
  record Found(Range tokens, double confidence) {}

  /**
   * The contiguous words that most probably translate the marked ones.
   *
   * @param marked source tokens; not empty
   * @param within target tokens; not empty
   */
  Found find(Range marked, Range within, Edges edges) {
    return best(new SpanFeatures(links, marked), within, edges);
  }

  private Found best(SpanFeatures features, Range within, Edges edges) {
    double[] inside = new double[within.size() + 1];
    double[] ends = new double[within.size() + 1];
    for (int k = 1; k < inside.length; k++) {
      int j = within.start() + k;
      inside[k] = inside[k - 1] + sum(sink -> features.token(j - 1, sink));
      ends[k] = sum(sink -> features.end(j, sink));
    }
    Range best = within;
    double sum = 0;
    double bestScore = Double.NEGATIVE_INFINITY;
    int lastStart = edges == Edges.START ? within.start() : within.end() - 1;
    for (int start = within.start(); start <= lastStart; start++) {
      if (edges != Edges.START && !features.canBegin(start)) {
        continue;
      }
      int from = start;
      double begin = sum(sink -> features.begin(from, sink)) - inside[from - within.start()];
      for (int end = edges == Edges.END ? within.end() : start + 1; end <= within.end(); end++) {
        if (edges == Edges.NONE && features.isTooLong(start, end)) {
          break;
        }
        if (edges != Edges.END && !features.canEnd(end)) {
          continue;
        }
        int to = end;
        int k = end - within.start();
        double score = begin + inside[k] + ends[k] + sum(sink -> features.stretch(from, to, sink));
        sum = score > bestScore ? sum * Math.exp(bestScore - score) + 1 : sum + Math.exp(score - bestScore);
        if (score > bestScore) {
          bestScore = score;
          best = new Range(start, end);
        }
      }
    }
    return new Found(best, Math.max(confidence(features.marked(), best), said() / Math.max(1, sum)));
  }

  private double said() {
    return links.said(new Range(0, links.source().size()), new Range(0, target.size()));
  }

  /** Something that names features. */
  @FunctionalInterface
  private interface Part {
    void name(SpanFeatures.Sink sink);
  }

  private double sum(Part part) {
    double[] sum = new double[1];
    part.name((feature, value) -> sum[0] += value * weights.of(feature));
    return sum[0];
  }

  private double confidence(Range marked, Range found) {
    MarkedShares shares = new MarkedShares(links, marked);
    double in = 0;
    double other = 0;
    double outside = 0;
    for (int j = 0; j < target.size(); j++) {
      if (target.get(j).isMark()) {
        continue;
      }
      double weight = target.get(j).isContent() ? 1 : FUNCTION_WEIGHT;
      if (j >= found.start() && j < found.end()) {
        in += weight * shares.inside(j);
        other += weight * shares.other(j);
      } else {
        outside += weight * shares.inside(j);
      }
    }
    double f = in == 0 ? 0 : 2 * in / (2 * in + other + outside);
    return f * Math.sqrt(links.said(marked, found));
  }
}
