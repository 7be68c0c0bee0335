package ballast.links;

import ballast.bitext.Range;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Fits weights so that the stretches that are marked become as probable as possible, with a ridge.
 * The maximum of the concave likelihood is approached in steps scaled by past gradients (J. Duchi,
 * E. Hazan, Y. Singer, "Adaptive subgradient methods", 2011).
 */
final class StretchLikelihood {

  private static final double RIDGE = 1;
  private static final int STEPS = 300;
  private static final double PACE = 0.3;

  private final Map<String, Integer> ids = new HashMap<>();
  private final List<Choice> choices = new ArrayList<>();

  /** The features of one candidate. */
  private record Candidate(int[] ids, double[] values) {}

  /** All candidates for one stretch and which of them is right. */
  private record Choice(List<Candidate> candidates, int right) {}

  private StretchLikelihood() {}

  /** The weight of each feature. */
  static Map<String, Double> fit(List<MarkedStretch> stretches) {
    StretchLikelihood likelihood = new StretchLikelihood();
    stretches.forEach(likelihood::add);
    double[] weights = likelihood.climb();
    Map<String, Double> named = new HashMap<>();
    likelihood.ids.forEach((name, id) -> named.put(name, weights[id]));
    return named;
  }

  /** The mean log probability of stretches that are marked, in nats. */
  static double mean(List<MarkedStretch> stretches, Map<String, Double> weights) {
    StretchLikelihood likelihood = new StretchLikelihood();
    stretches.forEach(likelihood::add);
    double[] values = new double[likelihood.ids.size()];
    likelihood.ids.forEach((name, id) -> values[id] = weights.getOrDefault(name, 0.0));
    return likelihood.choices.stream()
        .mapToDouble(choice -> Math.log(probabilities(choice, values)[choice.right()]))
        .average()
        .orElseThrow();
  }

  private void add(MarkedStretch stretch) {
    SpanFeatures features = new SpanFeatures(stretch.links(), stretch.marked());
    Range within = stretch.within();
    List<Candidate> candidates = new ArrayList<>();
    int right = -1;
    for (int start = within.start(); start < within.end(); start++) {
      for (int end = start + 1; end <= within.end(); end++) {
        if (features.canBegin(start)
            && features.canEnd(end)
            && !features.isTooLong(start, end)) {
          right = stretch.wanted().equals(new Range(start, end)) ? candidates.size() : right;
          candidates.add(candidate(features, start, end));
        }
      }
    }
    if (right >= 0) {
      choices.add(new Choice(candidates, right));
    }
  }

  private Candidate candidate(SpanFeatures features, int start, int end) {
    Map<Integer, Double> values = new HashMap<>();
    SpanFeatures.Sink sink =
        (name, value) -> {
          if (value != 0) {
            values.merge(ids.computeIfAbsent(name, key -> ids.size()), value, Double::sum);
          }
        };
    features.begin(start, sink);
    features.end(end, sink);
    features.stretch(start, end, sink);
    for (int j = start; j < end; j++) {
      features.token(j, sink);
    }
    int[] named = values.keySet().stream().mapToInt(Integer::intValue).toArray();
    return new Candidate(named, Arrays.stream(named).mapToDouble(values::get).toArray());
  }

  private double[] climb() {
    double[] weights = new double[ids.size()];
    double[] squares = new double[weights.length];
    for (int step = 0; step < STEPS; step++) {
      double[] gradient = gradient(weights);
      for (int k = 0; k < weights.length; k++) {
        squares[k] += gradient[k] * gradient[k];
        weights[k] += squares[k] == 0 ? 0 : PACE * gradient[k] / Math.sqrt(squares[k]);
      }
    }
    return weights;
  }

  private double[] gradient(double[] weights) {
    double[] gradient = new double[weights.length];
    for (int k = 0; k < weights.length; k++) {
      gradient[k] = -RIDGE * weights[k];
    }
    for (Choice choice : choices) {
      double[] probabilities = probabilities(choice, weights);
      for (int c = 0; c < probabilities.length; c++) {
        double missing = (c == choice.right() ? 1 : 0) - probabilities[c];
        add(choice.candidates().get(c), missing, gradient);
      }
    }
    return gradient;
  }

  private static double[] probabilities(Choice choice, double[] weights) {
    double[] scores = choice.candidates().stream().mapToDouble(one -> dot(one, weights)).toArray();
    double best = Arrays.stream(scores).max().orElseThrow();
    double[] shares = Arrays.stream(scores).map(score -> Math.exp(score - best)).toArray();
    double sum = Arrays.stream(shares).sum();
    return Arrays.stream(shares).map(share -> share / sum).toArray();
  }

  private static double dot(Candidate candidate, double[] weights) {
    double sum = 0;
    for (int k = 0; k < candidate.ids().length; k++) {
      sum += candidate.values()[k] * weights[candidate.ids()[k]];
    }
    return sum;
  }

  private static void add(Candidate candidate, double times, double[] gradient) {
    for (int k = 0; k < candidate.ids().length; k++) {
      gradient[candidate.ids()[k]] += times * candidate.values()[k];
    }
  }
}
