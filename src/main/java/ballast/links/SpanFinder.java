package ballast.links;

import ballast.bitext.Range;

/**
 * Finds the target words that translate a stretch of source words: of all stretches of the target
 * the most probable one by a log-linear model of {@link SpanFeatures}.
 */
final class SpanFinder {

  private final WordLinks links;
  private final SpanWeights weights;

  /** The share of the content of the whole source that is said anywhere in the target. */
  private final double said;

  SpanFinder(WordLinks links, SpanWeights weights) {
    this.links = links;
    this.weights = weights;
    this.said =
        links.said(new Range(0, links.source().size()), new Range(0, links.target().size()));
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
   * @param confidence in [0, 1]: the probability of the stretch among all, if the target translates
   *     the source; less when many words of the source have no translation in the target
   */
  record Found(Range tokens, double confidence) {}

  /**
   * The contiguous words that most probably translate the marked ones.
   *
   * @param marked source tokens; not empty
   * @param within target tokens; not empty
   */
  Found find(Range marked, Range within, Edges edges) {
    Search search = new Search(new SpanFeatures(links, marked), within, edges);
    search.run();
    return new Found(search.best, search.sum == 0 ? 0 : said / search.sum);
  }

  /** The search for one stretch. */
  private final class Search {

    private final SpanFeatures features;
    private final Range within;
    private final Edges edges;

    /** The scores of the tokens before each offset, and of the end of a stretch before it. */
    private final double[] tokens;

    private final double[] ends;
    private Range best;
    private double bestScore = Double.NEGATIVE_INFINITY;

    /** What all stretches so far weigh; the best one weighs 1. */
    private double sum;

    Search(SpanFeatures features, Range within, Edges edges) {
      this.features = features;
      this.within = within;
      this.edges = edges;
      this.best = within;
      this.tokens = new double[within.end() + 1];
      this.ends = new double[within.end() + 1];
      for (int j = within.start(); j < within.end(); j++) {
        int token = j;
        tokens[j + 1] = tokens[j] + score(sink -> features.token(token, sink));
        ends[j + 1] = score(sink -> features.end(token + 1, sink));
      }
    }

    void run() {
      if (edges == Edges.START) {
        begin(within.start());
        return;
      }
      for (int start = within.start(); start < within.end(); start++) {
        if (features.canBegin(start)) {
          begin(start);
        }
      }
    }

    /** Tries all stretches that begin at a token. */
    private void begin(int start) {
      double begin = score(sink -> features.begin(start, sink)) - tokens[start];
      if (edges == Edges.END) {
        add(start, within.end(), begin);
        return;
      }
      for (int end = start + 1; end <= within.end(); end++) {
        if (edges == Edges.NONE && features.isTooLong(start, end)) {
          return;
        }
        if (features.canEnd(end)) {
          add(start, end, begin);
        }
      }
    }

    private void add(int start, int end, double begin) {
      double score =
          begin + tokens[end] + ends[end] + score(sink -> features.stretch(start, end, sink));
      if (score > bestScore) {
        sum = sum * Math.exp(bestScore - score) + 1;
        bestScore = score;
        best = new Range(start, end);
      } else {
        sum += Math.exp(score - bestScore);
      }
    }

    private double score(Part part) {
      double[] score = new double[1];
      part.name((feature, value) -> score[0] += value * weights.of(feature));
      return score[0];
    }
  }

  /** What names the features of one part of a stretch. */
  @FunctionalInterface
  private interface Part {
    void name(SpanFeatures.Sink sink);
  }
}
