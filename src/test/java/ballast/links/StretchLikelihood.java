package ballast.links;

import ballast.align.Ascent;
import ballast.bitext.Range;
import ballast.links.SpanFeatures.FeatureSink;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The probability that {@link SpanFeatures} give to the stretches that are marked, and the weights
 * that make it as high as possible, less a ridge.
 */
final class StretchLikelihood {

  private static final double RIDGE = 0.5;

  /** How much a stretch of a corpus counts beside one that was marked for this. */
  private static final double CORPUS_WEIGHT = 0.2;

  /** What the weights that only a corpus has are named. */
  private static final String OWN = "corpus ";

  private static final int STEPS = 200;
  private static final double MIN_GAIN = 0.01;

  private final Map<String, Integer> ids = new HashMap<>();
  private final List<Choice> choices = new ArrayList<>();

  /** Some features of a candidate. */
  private static final class Part {

    private final int[] ids;
    private final double[] values;

    Part(Map<Integer, Double> features) {
      this.ids = features.keySet().stream().mapToInt(Integer::intValue).toArray();
      this.values = Arrays.stream(ids).mapToDouble(features::get).toArray();
    }

    double score(double[] weights) {
      double sum = 0;
      for (int k = 0; k < ids.length; k++) {
        sum += values[k] * weights[ids[k]];
      }
      return sum;
    }

    void add(double times, double[] gradient) {
      for (int k = 0; k < ids.length; k++) {
        gradient[ids[k]] += times * values[k];
      }
    }
  }

  /** One candidate: target tokens, counted from the first that may be marked. */
  private record Candidate(int start, int end, Part part) {}

  /**
   * All candidates for one stretch and which of them is right. Candidates share the features of
   * their edges and tokens.
   */
  private record Choice(
      List<Part> begins,
      List<Part> ends,
      List<Part> tokens,
      List<Candidate> candidates,
      int right,
      double weight) {

    /** The probability of each candidate. */
    double[] probabilities(double[] weights) {
      int size = tokens.size();
      double[] starting = new double[size];
      double[] ending = new double[size + 1];
      double before = 0;
      for (int j = 0; j < size; j++) {
        starting[j] = begins.get(j).score(weights) - before;
        before += tokens.get(j).score(weights);
        ending[j + 1] = ends.get(j).score(weights) + before;
      }
      double[] scores =
          candidates.stream()
              .mapToDouble(one -> starting[one.start] + ending[one.end] + one.part.score(weights))
              .toArray();
      double best = Arrays.stream(scores).max().orElseThrow();
      double[] shares = Arrays.stream(scores).map(score -> Math.exp(score - best)).toArray();
      double sum = Arrays.stream(shares).sum();
      return Arrays.stream(shares).map(share -> share / sum).toArray();
    }

    /** Adds what each feature has in the right candidate more than it is expected to have. */
    void add(double[] probabilities, double[] gradient) {
      double[] starting = new double[tokens.size()];
      double[] ending = new double[tokens.size()];
      for (int c = 0; c < probabilities.length; c++) {
        Candidate one = candidates.get(c);
        double missing = weight * ((c == right ? 1 : 0) - probabilities[c]);
        starting[one.start] += missing;
        ending[one.end - 1] += missing;
        one.part.add(missing, gradient);
      }
      double inside = 0;
      for (int j = 0; j < tokens.size(); j++) {
        inside += starting[j];
        begins.get(j).add(starting[j], gradient);
        tokens.get(j).add(inside, gradient);
        ends.get(j).add(ending[j], gradient);
        inside -= ending[j];
      }
    }
  }

  private StretchLikelihood() {}

  /**
   * The weight of each feature. The stretches of a corpus may differ from those marked by hand:
   * what stands in quotation marks, say, hardly ever begins with an article. So there each feature
   * has a second weight which is added to the first, and only the first is returned (H. Daumé III,
   * "Frustratingly easy domain adaptation", 2007).
   *
   * @param stretches those marked by hand
   */
  static Map<String, Double> fit(List<MarkedStretch> stretches, List<MarkedStretch> corpus) {
    StretchLikelihood likelihood = new StretchLikelihood();
    stretches.forEach(one -> likelihood.add(one, 1, false));
    corpus.forEach(one -> likelihood.add(one, CORPUS_WEIGHT, true));
    double[] start = new double[likelihood.ids.size()];
    double[] weights = Ascent.climb(likelihood::at, start, STEPS, MIN_GAIN);
    Map<String, Double> named = new HashMap<>();
    likelihood.ids.forEach((name, id) -> named.put(name, weights[id]));
    named.keySet().removeIf(name -> name.startsWith(OWN));
    return named;
  }

  /** The mean log probability of stretches that are marked, in nats. */
  static double mean(List<MarkedStretch> stretches, Map<String, Double> weights) {
    StretchLikelihood likelihood = new StretchLikelihood();
    stretches.forEach(one -> likelihood.add(one, 1, false));
    double[] values = new double[likelihood.ids.size()];
    likelihood.ids.forEach((name, id) -> values[id] = weights.getOrDefault(name, 0.0));
    return likelihood.choices.stream()
        .mapToDouble(choice -> Math.log(choice.probabilities(values)[choice.right()]))
        .average()
        .orElseThrow();
  }

  /**
   * @param own whether it has weights of its own beside the common ones
   */
  private void add(MarkedStretch stretch, double weight, boolean own) {
    SpanFeatures features = new SpanFeatures(stretch.links(), stretch.marked());
    Range within = stretch.within();
    int size = within.size();
    List<Part> begins = new ArrayList<>();
    List<Part> ends = new ArrayList<>();
    List<Part> tokens = new ArrayList<>();
    List<Candidate> candidates = new ArrayList<>();
    int right = -1;
    for (int k = 0; k < size; k++) {
      int start = within.start() + k;
      begins.add(part(own, sink -> features.begin(start, sink)));
      ends.add(part(own, sink -> features.end(start + 1, sink)));
      tokens.add(part(own, sink -> features.token(start, sink)));
      for (int end = start + 1; end <= within.end(); end++) {
        if (features.canBegin(start) && features.canEnd(end) && !features.isTooLong(start, end)) {
          right = stretch.wanted().equals(new Range(start, end)) ? candidates.size() : right;
          int to = end;
          Part part = part(own, sink -> features.stretch(start, to, sink));
          candidates.add(new Candidate(k, to - within.start(), part));
        }
      }
    }
    if (right >= 0) {
      choices.add(new Choice(begins, ends, tokens, candidates, right, weight));
    }
  }

  private Part part(boolean own, Consumer<FeatureSink> named) {
    Map<Integer, Double> values = new HashMap<>();
    named.accept(
        (name, value) -> {
          if (value != 0) {
            values.merge(ids.computeIfAbsent(name, key -> ids.size()), value, Double::sum);
          }
          if (value != 0 && own) {
            values.merge(ids.computeIfAbsent(OWN + name, key -> ids.size()), value, Double::sum);
          }
        });
    return new Part(values);
  }

  /** The log likelihood less the ridge. */
  private double at(double[] weights, double[] gradient) {
    double value = 0;
    for (int k = 0; k < weights.length; k++) {
      gradient[k] = -RIDGE * weights[k];
      value -= RIDGE / 2 * weights[k] * weights[k];
    }
    for (Choice choice : choices) {
      double[] probabilities = choice.probabilities(weights);
      value += choice.weight * Math.log(probabilities[choice.right()]);
      choice.add(probabilities, gradient);
    }
    return value;
  }
}
