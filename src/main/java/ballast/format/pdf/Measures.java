package ballast.format.pdf;

import ballast.format.pdf.Line.PageLines;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The usual measures of a document: size and weight of its running text, and line spacing. */
final class Measures {

  /** Minimum share of a line distance; less common ones are exceptions. */
  private static final double MIN_SHARE = 0.15;

  private static final double MAX_PITCH = 3;
  private static final double STEP = 0.05;
  private static final double DEFAULT_PITCH = 1.3;
  private static final int FEW = 8;
  private static final double LARGER = 1.07;
  private static final double SMALLER = 0.93;

  private final double bodySize;
  private final boolean bodyBold;
  private final double pitch;
  private final Map<Long, Double> pitches = new HashMap<>();

  Measures(List<PageLines> pages) {
    Map<Double, Integer> sizes = new HashMap<>();
    lines(pages).forEach(line -> sizes.merge(rounded(line), line.text().length(), Integer::sum));
    this.bodySize =
        sizes.entrySet().stream()
            .max(Map.Entry.<Double, Integer>comparingByValue().thenComparing(Map.Entry::getKey))
            .map(Map.Entry::getKey)
            .orElse(10.0);
    int bold = lines(pages).filter(this::isBody).mapToInt(l -> l.face().bold() ? 1 : -1).sum();
    this.bodyBold = bold > 0;
    Map<Long, Map<Long, Integer>> found = distances(pages);
    Map<Long, Integer> all = new TreeMap<>();
    found.values().forEach(some -> some.forEach((step, n) -> all.merge(step, n, Integer::sum)));
    this.pitch = usual(all, DEFAULT_PITCH);
    found.forEach((size, steps) -> pitches.put(size, usual(steps, pitch)));
  }

  private static Stream<Line> lines(List<PageLines> pages) {
    return pages.stream().flatMap(page -> page.lines().stream());
  }

  private static double rounded(Line line) {
    return Math.round(line.size() * 2) / 2.0;
  }

  private static Map<Long, Map<Long, Integer>> distances(List<PageLines> pages) {
    Map<Long, Map<Long, Integer>> found = new HashMap<>();
    for (PageLines page : pages) {
      for (int i = 1; i < page.lines().size(); i++) {
        Line line = page.lines().get(i);
        Line previous = page.lines().get(i - 1);
        double distance = (line.y() - previous.y()) / line.size();
        if (line.face().sameSize(previous.face())
            && line.box().overlaps(previous.box())
            && distance > 0.7
            && distance < MAX_PITCH) {
          found
              .computeIfAbsent(Math.round(line.size()), size -> new TreeMap<>())
              .merge(Math.round(distance / STEP), 1, Integer::sum);
        }
      }
    }
    return found;
  }

  /** Lines of one paragraph are closest, so this is the smallest distance that is not rare. */
  private static double usual(Map<Long, Integer> steps, double otherwise) {
    int all = steps.values().stream().mapToInt(Integer::intValue).sum();
    if (all < FEW) {
      return otherwise;
    }
    return steps.entrySet().stream()
            .filter(step -> step.getValue() >= MIN_SHARE * all)
            .map(Map.Entry::getKey)
            .min(Comparator.naturalOrder())
            .orElseGet(() -> Math.round(otherwise / STEP))
        * STEP;
  }

  boolean isBody(Line line) {
    return !isLarger(line) && !isSmaller(line);
  }

  boolean isLarger(Line line) {
    return line.size() > bodySize * LARGER;
  }

  boolean isSmaller(Line line) {
    return line.size() < bodySize * SMALLER;
  }

  boolean isHeavier(Line line) {
    return line.face().bold() && !bodyBold;
  }

  /** Returns the usual distance of the baselines of lines like this one, in points. */
  double pitch(Line line) {
    return line.size() * pitches.getOrDefault(Math.round(line.size()), pitch);
  }
}
