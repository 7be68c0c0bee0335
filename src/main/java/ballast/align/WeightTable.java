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
 * Fitted weights from a resource. Each line has the name of a model, the name of a feature and its
 * weight, separated by tabs. Immutable.
 */
final class WeightTable {

  private final Map<String, Map<String, Double>> models;

  private WeightTable(Map<String, Map<String, Double>> models) {
    this.models = models;
  }

  static WeightTable bundled(String name) {
    try (InputStream in = WeightTable.class.getResourceAsStream("/ballast/align/" + name)) {
      return parse(new String(Objects.requireNonNull(in, name).readAllBytes(), UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static WeightTable parse(String table) {
    Map<String, Map<String, Double>> models = new HashMap<>();
    for (String line : table.lines().filter(line -> !line.startsWith("#")).toList()) {
      String[] cells = line.split("\t", -1);
      models
          .computeIfAbsent(cells[0], model -> new HashMap<>())
          .put(cells[1], Double.valueOf(cells[2]));
    }
    return new WeightTable(models);
  }

  Map<String, Double> model(String name) {
    return models.getOrDefault(name, Map.of());
  }

  /** The weights of a model, one for each feature; a feature added since the last fit has 0. */
  double[] weights(String model, List<String> features) {
    Map<String, Double> named = model(model);
    return features.stream().mapToDouble(feature -> named.getOrDefault(feature, 0.0)).toArray();
  }
}
