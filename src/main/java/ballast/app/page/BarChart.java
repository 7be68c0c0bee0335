package ballast.app.page;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Horizontal bars of several parts, as a table with a row for each bar. Numbers are next to the bar
 * and link to what they count. The page loads {@code overview.css}.
 *
 * @param caption names the counted things
 * @param head of the column of the labels
 * @param series the parts of each bar, from left to right
 * @param whole whether each bar has the full width, to compare shares; otherwise the largest has
 *     it, to compare amounts
 */
public record BarChart(
    String caption, String head, List<Series> series, List<Bar> bars, boolean whole) {

  private static final double WIDTH = 100;

  /** A part of a bar, in percent of the width. */
  record Stretch(String look, String x, String width) {}

  List<Stretch> stretches(Bar bar) {
    long max = bars.stream().mapToLong(Bar::total).max().orElse(0);
    long full = whole ? bar.total() : max;
    return IntStream.range(0, full == 0 ? 0 : series.size())
        .filter(i -> bar.parts().get(i).value() > 0)
        .mapToObj(
            i ->
                new Stretch(
                    series.get(i).look(),
                    number(WIDTH * bar.upTo(i) / full),
                    number(WIDTH * bar.parts().get(i).value() / full)))
        .toList();
  }

  String inWords(Bar bar) {
    return IntStream.range(0, series.size())
        .mapToObj(i -> series.get(i).name() + " " + Numbers.count(bar.parts().get(i).value()))
        .collect(Collectors.joining(", ", bar.label() + ": ", ""));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }

  /**
   * One of the values shown for each row or time of a chart.
   *
   * @param name for the reader
   * @param look class of its colour: {@code good}, {@code fair}, {@code plain}, {@code doubtful} or
   *     {@code bad}
   */
  public record Series(String name, String look) {}

  /**
   * A row of a bar chart.
   *
   * @param label for the reader
   * @param language tag of the label's language; empty for the language of the page
   * @param href link of the label; may be empty
   * @param parts a value for each series, in their order
   */
  public record Bar(String label, String language, String href, List<Part> parts) {

    /**
     * @param value at least 0
     * @param href link to the counted things; may be empty
     */
    public record Part(long value, String href) {}

    public Bar {
      parts = List.copyOf(parts);
    }

    long total() {
      return upTo(parts.size());
    }

    long upTo(int end) {
      return parts.stream().limit(end).mapToLong(Part::value).sum();
    }
  }
}
