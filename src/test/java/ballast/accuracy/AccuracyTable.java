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
 * Figures measured in one run: held against the floors recorded in the repository, and rendered for
 * the pages that show them.
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
        String.format(Locale.ROOT, "%n%-32s %-18s %9s %9s%n", title, "figure", "here", "floor"));
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

  /** Records a figure. A figure without a floor fails: record one. */
  void row(String set, String figure, double value) {
    cell(set, figure, String.format(Locale.ROOT, "%.1f", value));
    Double floor = floors.get(set + "\t" + figure);
    text.append(
        String.format(
            Locale.ROOT,
            "%-32s %-18s %9.2f %9s%n",
            set,
            figure,
            value,
            floor == null ? "none" : String.format(Locale.ROOT, "%.2f", floor)));
    if (floor == null) {
      failures.add(set + " " + figure + " has no floor in " + FLOORS);
    } else if (value < floor) {
      failures.add(
          String.format(Locale.ROOT, "%s %s is %.2f, below %.2f", set, figure, value, floor));
    }
  }

  /** Records a figure that is only shown, for example one that depends on the machine. */
  void note(String set, String figure, double value) {
    cell(set, figure, String.format(Locale.ROOT, "%.1f", value));
    text.append(String.format(Locale.ROOT, "%-32s %-18s %9.2f%n", set, figure, value));
  }

  /** Records how many of something there are. */
  void count(String set, String figure, long value) {
    cell(set, figure, String.format(Locale.ROOT, "%,d", value));
    text.append(String.format(Locale.ROOT, "%-32s %-18s %9d%n", set, figure, value));
  }

  void printAndCheck() {
    System.out.println(text);
    Assertions.assertThat(failures).isEmpty();
  }

  /** A line a set, a column a figure, both in the order in which they were recorded. */
  List<String> markdown() {
    Set<String> figures = new LinkedHashSet<>();
    cells.values().forEach(row -> figures.addAll(row.keySet()));
    List<String> lines = new ArrayList<>();
    lines.add("| " + title + " | " + String.join(" | ", figures) + " |");
    lines.add("|---|" + "--:|".repeat(figures.size()));
    cells.forEach(
        (set, row) -> {
          List<String> values = figures.stream().map(f -> row.getOrDefault(f, "")).toList();
          lines.add("| " + set + " | " + String.join(" | ", values) + " |");
        });
    return lines;
  }

  private void cell(String set, String figure, String value) {
    cells.computeIfAbsent(set, name -> new LinkedHashMap<>()).put(figure, value);
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
