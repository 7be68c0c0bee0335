package ballast.links;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.bitext.Range;
import ballast.links.SpanFeatures.FeatureSink;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/** Scores all ranges of target words as the translation of marked source words. */
final class SpanSearch {

  private static final int MAX_BEST = 6;

  private final SpanFeatures features;
  private final SpanWeights weights;
  private final Range within;
  private final Edges edges;

  /** The scores of the tokens before each offset, and of the end of a range before it. */
  private final double[] tokens;

  private final double[] ends;

  private final List<Candidate> best = new ArrayList<>();

  /** The summed weights of all ranges, relative to the best one. */
  private double sum;

  enum Edges {
    NONE,
    START,
    END
  }

  /**
   * @param score in nats; the logarithm of the probability up to a constant
   */
  record Candidate(Range tokens, double score) {}

  /**
   * @param within target tokens; not empty
   */
  SpanSearch(SpanFeatures features, SpanWeights weights, Range within, Edges edges) {
    this.features = features;
    this.weights = weights;
    this.within = within;
    this.edges = edges;
    this.tokens = new double[within.end() + 1];
    this.ends = new double[within.end() + 1];
    for (int j = within.start(); j < within.end(); j++) {
      int token = j;
      tokens[j + 1] = tokens[j] + sum(sink -> features.token(token, sink));
      ends[j + 1] = sum(sink -> features.end(token + 1, sink));
    }
    for (int start = within.start(); start < within.end(); start++) {
      if (mayBegin(start)) {
        begin(start);
      }
    }
  }

  /** The most probable ranges, by falling score; empty if there are only marks. */
  List<Candidate> best() {
    return List.copyOf(best);
  }

  double probability() {
    return best.isEmpty() ? 0 : 1 / sum;
  }

  /** The log probability of a range; minus infinity if it is not possible. */
  double logProbability(Range stretch) {
    int start = stretch.start();
    int end = stretch.end();
    boolean possible = mayBegin(start) && features.canEnd(end) && !features.isTooLong(start, end);
    return possible
        ? begins(start) + rest(start, end) - best.get(0).score() - Math.log(sum)
        : Double.NEGATIVE_INFINITY;
  }

  private boolean mayBegin(int start) {
    return edges == Edges.START ? start == within.start() : features.canBegin(start);
  }

  private void begin(int start) {
    double begins = begins(start);
    for (int end = edges == Edges.END ? within.end() : start + 1; end <= within.end(); end++) {
      if (edges == Edges.NONE && features.isTooLong(start, end)) {
        return;
      }
      if (edges == Edges.END || features.canEnd(end)) {
        add(new Candidate(new Range(start, end), begins + rest(start, end)));
      }
    }
  }

  private double begins(int start) {
    return sum(sink -> features.begin(start, sink)) - tokens[start];
  }

  private double rest(int start, int end) {
    return tokens[end] + ends[end] + sum(sink -> features.stretch(start, end, sink));
  }

  private void add(Candidate candidate) {
    double top = best.isEmpty() ? candidate.score() : best.get(0).score();
    if (candidate.score() > top) {
      sum = sum * Math.exp(top - candidate.score()) + 1;
    } else {
      sum += Math.exp(candidate.score() - top);
    }
    int at = best.size();
    while (at > 0 && best.get(at - 1).score() < candidate.score()) {
      at--;
    }
    if (at < MAX_BEST) {
      best.add(at, candidate);
    }
    if (best.size() > MAX_BEST) {
      best.remove(MAX_BEST);
    }
  }

  private double sum(Consumer<FeatureSink> part) {
    double[] score = new double[1];
    part.accept((feature, value) -> score[0] += value * weights.of(feature));
    return score[0];
  }

  /** The weights of {@link SpanFeatures}, in nats. Immutable. */
  static final class SpanWeights {

    static final SpanWeights BUNDLED = bundled();

    private final Map<String, Double> weights;

    /** A feature without a weight has 0. */
    SpanWeights(Map<String, Double> weights) {
      this.weights = Map.copyOf(weights);
    }

    private static SpanWeights bundled() {
      String name = "/ballast/links/spans.tsv";
      try (InputStream in = SpanWeights.class.getResourceAsStream(name)) {
        String table = new String(Objects.requireNonNull(in, name).readAllBytes(), UTF_8);
        Map<String, Double> weights = new HashMap<>();
        for (String line : table.lines().filter(line -> !line.startsWith("#")).toList()) {
          String[] cells = line.split("\t", -1);
          weights.put(cells[0], Double.valueOf(cells[1]));
        }
        return new SpanWeights(weights);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    double of(String feature) {
      return weights.getOrDefault(feature, 0.0);
    }
  }
}
