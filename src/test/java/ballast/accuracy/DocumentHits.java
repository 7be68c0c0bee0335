package ballast.accuracy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * How many beads of each document are right, by weights that were not fitted to it, and whether
 * that is better than another time: the difference of F1 with its 95 % interval, by drawing
 * documents with replacement (bootstrap). The copies of one text with different noise are drawn
 * together; documents that are not in both are left out.
 */
public final class DocumentHits {

  private static final int DRAWS = 2_000;
  private static final long SEED = 20_261_128;

  /**
   * One document.
   *
   * @param set the set, and after a colon the noise
   * @param source number of its text
   * @param name of the document, unique
   * @param right beads as in the gold
   * @param all beads found and beads of the gold, in sum
   */
  public record Hits(String set, int source, String name, int right, int all) {

    static Hits of(String line) {
      String[] cells = line.split("\t", -1);
      return new Hits(
          cells[0],
          Integer.parseInt(cells[1]),
          cells[2],
          Integer.parseInt(cells[3]),
          Integer.parseInt(cells[4]));
    }

    String line() {
      return String.join("\t", set, "" + source, name, "" + right, "" + all);
    }
  }

  private final Map<String, Hits> hits = new LinkedHashMap<>();

  public void add(Hits one) {
    hits.put(one.name(), one);
  }

  public static DocumentHits read(Path file) throws IOException {
    DocumentHits read = new DocumentHits();
    Files.readAllLines(file, UTF_8).forEach(line -> read.add(Hits.of(line)));
    return read;
  }

  public void write(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.write(file, hits.values().stream().map(Hits::line).toList(), UTF_8);
  }

  /** F1 of all documents, percent. */
  public double f1() {
    return f1(List.copyOf(hits.values()));
  }

  /** A line for each set, and one for the noisy copies of each. */
  public String table() {
    StringBuilder table = new StringBuilder();
    bySet()
        .forEach(
            (set, some) ->
                table.append(String.format(Locale.ROOT, "  %-40s %6.2f%n", set, f1(some))));
    return table.toString();
  }

  /**
   * F1 of a set, percent, and how much it differs from another time.
   *
   * @param before F1 of that time
   * @param now F1
   * @param low the lower end of the interval of the difference, percent points
   * @param high the upper end
   */
  public record Difference(double before, double now, double low, double high) {}

  /** A line for each set with the difference to the same documents another time. */
  public String against(DocumentHits before) {
    StringBuilder table = new StringBuilder();
    differences(before)
        .forEach(
            (set, one) ->
                table.append(
                    String.format(
                        Locale.ROOT,
                        "  %-40s %6.2f -> %6.2f  %+.2f [%+.2f, %+.2f]%n",
                        set,
                        one.before(),
                        one.now(),
                        one.now() - one.before(),
                        one.low(),
                        one.high())));
    return table.toString();
  }

  /** For each set the difference to the same documents another time. */
  public Map<String, Difference> differences(DocumentHits before) {
    DocumentHits both = new DocumentHits();
    hits.values().stream().filter(one -> before.hits.containsKey(one.name())).forEach(both::add);
    Map<String, Difference> differences = new TreeMap<>();
    both.bySet().forEach((set, some) -> differences.put(set, before.difference(some)));
    return differences;
  }

  private Difference difference(List<Hits> now) {
    List<Hits> old = now.stream().map(one -> Objects.requireNonNull(hits.get(one.name()))).toList();
    double[] drawn = differences(now, old);
    return new Difference(f1(old), f1(now), drawn[DRAWS / 40], drawn[DRAWS - 1 - DRAWS / 40]);
  }

  /** Sorted differences of F1 between random draws of the same documents. */
  private static double[] differences(List<Hits> now, List<Hits> before) {
    Map<Integer, List<Integer>> sources = new TreeMap<>();
    boolean noisy = now.get(0).set().contains(":");
    for (int k = 0; k < now.size(); k++) {
      sources.computeIfAbsent(noisy ? now.get(k).source() : k, key -> new ArrayList<>()).add(k);
    }
    List<List<Integer>> groups = List.copyOf(sources.values());
    SplittableRandom random = new SplittableRandom(SEED);
    double[] differences = new double[DRAWS];
    for (int draw = 0; draw < DRAWS; draw++) {
      List<Hits> one = new ArrayList<>();
      List<Hits> other = new ArrayList<>();
      for (int g = 0; g < groups.size(); g++) {
        for (int k : groups.get(random.nextInt(groups.size()))) {
          one.add(now.get(k));
          other.add(before.get(k));
        }
      }
      differences[draw] = f1(one) - f1(other);
    }
    Arrays.sort(differences);
    return differences;
  }

  private Map<String, List<Hits>> bySet() {
    Map<String, List<Hits>> sets = new TreeMap<>();
    for (Hits one : hits.values()) {
      String set = one.set().contains(":") ? one.set().split(":", 2)[0] + ", noisy" : one.set();
      sets.computeIfAbsent(set, name -> new ArrayList<>()).add(one);
    }
    return sets;
  }

  private static double f1(List<Hits> some) {
    double right = some.stream().mapToInt(Hits::right).sum();
    return 200 * right / Math.max(1, some.stream().mapToInt(Hits::all).sum());
  }
}
