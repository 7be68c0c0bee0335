package ballast.links;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** The weights of {@link SpanFeatures}, in nats. Immutable. */
final class SpanWeights {

  /** The fitted weights, from a resource. */
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
