package ballast.report.chart;

import java.util.List;

/**
 * A row of a chart of bars.
 *
 * @param label for the reader
 * @param language tag of the label's language; empty for that of the page
 * @param href where the label leads; empty for nowhere
 * @param parts a value for each series, in their order
 */
public record Bar(String label, String language, String href, List<Part> parts) {

  /**
   * A value.
   *
   * @param value at least 0
   * @param href where what it counts is shown; empty for nowhere
   */
  public record Part(long value, String href) {}

  public Bar {
    parts = List.copyOf(parts);
  }

  /** The sum of the values. */
  long total() {
    return parts.stream().mapToLong(Part::value).sum();
  }
}
