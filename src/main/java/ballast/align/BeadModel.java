package ballast.align;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A probability from the figures of a bead: logistic regression. Immutable.
 *
 * <p>Fitted to the development sets, clean and with noise, by {@code src/dev/fit-confidence}, which
 * also says how well it is calibrated on documents it was not fitted to.
 */
final class BeadModel {

  /** For each model the weights of its figures, by name. */
  private static final Map<String, Map<String, Double>> BUNDLED = read();

  /** Whether a two-sided bead is right. */
  static final BeadModel RIGHT = bundled("right", BeadFeatures.PAIRED);

  /** Whether all sentences of a two-sided bead have no partner. */
  static final BeadModel UNRELATED = bundled("unrelated", BeadFeatures.PAIRED);

  /** Whether a sentence without partner has none. */
  static final BeadModel ALONE = bundled("alone", BeadFeatures.ALONE);

  private final double[] weights;

  /**
   * @param weights one for each figure of {@link BeadFeatures}
   */
  BeadModel(double... weights) {
    this.weights = weights.clone();
  }

  double probability(double[] figures) {
    double sum = 0;
    for (int k = 0; k < weights.length; k++) {
      sum += weights[k] * figures[k];
    }
    return 1 / (1 + Math.exp(-sum));
  }

  /** The names and weights that come with the program. */
  static Map<String, Map<String, Double>> bundled() {
    return BUNDLED;
  }

  /** A figure that is new since the last fit has no weight yet. */
  private static BeadModel bundled(String model, List<String> figures) {
    Map<String, Double> named = BUNDLED.getOrDefault(model, Map.of());
    return new BeadModel(
        figures.stream().mapToDouble(figure -> named.getOrDefault(figure, 0.0)).toArray());
  }

  private static Map<String, Map<String, Double>> read() {
    try (InputStream in = BeadModel.class.getResourceAsStream("/ballast/align/confidence.tsv")) {
      String table = new String(Objects.requireNonNull(in, "confidence.tsv").readAllBytes(), UTF_8);
      Map<String, Map<String, Double>> models = new HashMap<>();
      for (String line : table.lines().filter(line -> !line.startsWith("#")).toList()) {
        String[] cells = line.split("\t", -1);
        models
            .computeIfAbsent(cells[0], model -> new HashMap<>())
            .put(cells[1], Double.valueOf(cells[2]));
      }
      return models;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
