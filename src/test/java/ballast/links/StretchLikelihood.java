package ballast.links;

import ballast.align.Ascent;
import ballast.bitext.Range;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The probability that {@link SpanFeatures} give to the stretches that are marked, and the weights
 * that make it as high as possible, less a ridge.
 */
final class StretchLikelihood {

  private static final double RIDGE = 1;
  private static final int STEPS = 200;
  private static final double MIN_GAIN = 0.01;

  private final Map<String, Integer> ids = new HashMap<>();
  private final List<Choice> choices = new ArrayList<>();

  /** The features of one candidate. */
  private static final class Candidate {

    private final int[] ids;
    private final double[] values;

    Candidate(int[] ids, double[] values) {
      this.ids = ids;
      this.values = values;
    }
  }

  /** All candidates for one stretch and which of them is right. */
  private record Choice(List<Candidate> candidates, int right) {}

  private StretchLikelihood() {}

  /** The weight of each feature. */
  static Map<String, Double> fit(List<MarkedStretch> stretches) {
    StretchLikelihood likelihood = new StretchLikelihood();
    stretches.forEach(likelihood::add);
    double[] start = new double[likelihood.ids.size()];
    double[] weights = Ascent.climb(likelihood::at, start, STEPS, MIN_GAIN);
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
        if (features.canBegin(start) && features.canEnd(end) && !features.isTooLong(start, end)) {
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

  /** The log likelihood less the ridge. */
  private double at(double[] weights, double[] gradient) {
    double value = 0;
    for (int k = 0; k < weights.length; k++) {
      gradient[k] = -RIDGE * weights[k];
      value -= RIDGE / 2 * weights[k] * weights[k];
    }
    for (Choice choice : choices) {
      double[] probabilities = probabilities(choice, weights);
      value += Math.log(probabilities[choice.right()]);
      for (int c = 0; c < probabilities.length; c++) {
        double missing = (c == choice.right() ? 1 : 0) - probabilities[c];
        add(choice.candidates().get(c), missing, gradient);
      }
    }
    return value;
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
    for (int k = 0; k < candidate.ids.length; k++) {
      sum += candidate.values[k] * weights[candidate.ids[k]];
    }
    return sum;
  }

  private static void add(Candidate candidate, double times, double[] gradient) {
    for (int k = 0; k < candidate.ids.length; k++) {
      gradient[candidate.ids[k]] += times * candidate.values[k];
    }
  }
}
