package ballast.accuracy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.assertj.core.api.Assertions;

/**
 * Metrics measured in one run: compared with the floors recorded in the repository, and rendered
 * for the pages that show them.
 */
final class AccuracyTable {

  private static final String FLOORS = "/accuracy/floors.tsv";

  private final Map<String, Double> floors = readFloors();
  private final List<String> failures = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private final String title;
  private final Map<String, Map<String, String>> cells = new LinkedHashMap<>();

  AccuracyTable(String title) {
    this.title = title;
    text.append(
        String.format(Locale.ROOT, "%n%-32s %-18s %9s %9s%n", title, "metric", "here", "floor"));
  }

  /** The folder of one kind of development sets. If it is missing, the test fails with a hint. */
  static Path evalDirectory(String kind) {
    Path directory = Path.of(System.getProperty("eval.dir", "../shared/eval"), kind);
    if (!Files.isDirectory(directory)) {
      throw new IllegalStateException(
          "no development sets at " + directory.toAbsolutePath() + "; give -Deval.dir=FOLDER");
    }
    return directory;
  }

  /** Records a metric. A metric without a floor fails: record one. */
  void row(String set, String metric, double value) {
    cell(set, metric, String.format(Locale.ROOT, "%.1f", value));
    Double floor = floors.get(set + "\t" + metric);
    text.append(
        String.format(
            Locale.ROOT,
            "%-32s %-18s %9.2f %9s%n",
            set,
            metric,
            value,
            floor == null ? "none" : String.format(Locale.ROOT, "%.2f", floor)));
    if (floor == null) {
      failures.add(set + " " + metric + " has no floor in " + FLOORS);
    } else if (value < floor) {
      failures.add(
          String.format(Locale.ROOT, "%s %s is %.2f, below %.2f", set, metric, value, floor));
    }
  }

  /** Records a metric that is only shown, for example one that depends on the machine. */
  void note(String set, String metric, double value) {
    cell(set, metric, String.format(Locale.ROOT, "%.1f", value));
    text.append(String.format(Locale.ROOT, "%-32s %-18s %9.2f%n", set, metric, value));
  }

  void count(String set, String metric, long value) {
    cell(set, metric, String.format(Locale.ROOT, "%,d", value));
    text.append(String.format(Locale.ROOT, "%-32s %-18s %9d%n", set, metric, value));
  }

  void printAndCheck() {
    System.out.println(text);
    Assertions.assertThat(failures).isEmpty();
  }

  /**
   * One line for each set and one column for each metric, in the order in which they were recorded.
   */
  List<String> markdown() {
    Set<String> metrics = new LinkedHashSet<>();
    cells.values().forEach(row -> metrics.addAll(row.keySet()));
    List<String> lines = new ArrayList<>();
    lines.add("| " + title + " | " + String.join(" | ", metrics) + " |");
    lines.add("|---|" + "--:|".repeat(metrics.size()));
    cells.forEach(
        (set, row) -> {
          List<String> values =
              metrics.stream().map(metric -> row.getOrDefault(metric, "")).toList();
          lines.add("| " + set + " | " + String.join(" | ", values) + " |");
        });
    return lines;
  }

  private void cell(String set, String metric, String value) {
    cells.computeIfAbsent(set, name -> new LinkedHashMap<>()).put(metric, value);
  }

  private static Map<String, Double> readFloors() {
    try (InputStream in = AccuracyTable.class.getResourceAsStream(FLOORS)) {
      Map<String, Double> floors = new HashMap<>();
      String table = new String(Objects.requireNonNull(in, FLOORS).readAllBytes(), UTF_8);
      table
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.split("\t", -1))
          .forEach(cells -> floors.put(cells[0] + "\t" + cells[1], Double.valueOf(cells[2])));
      return floors;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
