package ballast.app.page;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Writes horizontal bars of several parts: a table with a row for each bar, in which the numbers
 * stand beside the bar and lead to what they count. The page loads {@code overview.css}.
 */
public final class StackedBars {

  private static final double WIDTH = 100;

  private final Html html;
  private final List<Series> series;

  /**
   * @param series the parts of each bar, from left to right
   */
  public StackedBars(Html html, List<Series> series) {
    this.html = html;
    this.series = List.copyOf(series);
  }

  /**
   * Writes the table.
   *
   * @param caption says what is counted
   * @param head of the column of the labels
   * @param whole whether each bar has the whole width, so that shares are compared; else the
   *     largest has it, so that amounts are compared
   */
  public void write(String caption, String head, List<Bar> bars, boolean whole) throws IOException {
    long max = bars.stream().mapToLong(Bar::total).max().orElse(0);
    html.add("<table class=\"chart\">\n<caption>{}</caption>\n<thead><tr>", caption);
    html.add("<th scope=\"col\">{}</th><td class=\"drawn\"></td>", head);
    for (Series one : series) {
      html.add("<th scope=\"col\" class=\"number\"><i class=\"key {}\"></i>", one.look());
      html.add("{}</th>", one.name());
    }
    html.add("</tr></thead>\n<tbody>\n");
    for (Bar bar : bars) {
      write(bar, whole ? bar.total() : max);
    }
    html.add("</tbody>\n</table>\n");
  }

  private void write(Bar bar, long full) throws IOException {
    html.add("<tr><th scope=\"row\"");
    html.add(bar.language().isEmpty() ? "{}>" : " lang=\"{}\">", bar.language());
    writeLinked(bar.label(), bar.href());
    html.add("</th><td class=\"drawn\">");
    html.add("<svg viewBox=\"0 0 100 8\" preserveAspectRatio=\"none\" role=\"img\">");
    html.add("<title>{}</title>", bar.label() + ": " + inWords(bar));
    double x = 0;
    for (int i = 0; i < series.size(); i++) {
      double width = full == 0 ? 0 : WIDTH * bar.parts().get(i).value() / full;
      if (width > 0) {
        html.add("<rect class=\"{}\" x=\"{}\"", series.get(i).look(), number(x));
        html.add(" width=\"{}\" height=\"8\"/>", number(width));
      }
      x += width;
    }
    html.add("</svg></td>");
    for (int i = 0; i < series.size(); i++) {
      Bar.Part part = bar.parts().get(i);
      html.add("<td class=\"number\" data-label=\"{}\">", series.get(i).name());
      writeLinked(Html.count(part.value()), part.value() == 0 ? "" : part.href());
      html.add("</td>");
    }
    html.add("</tr>\n");
  }

  private void writeLinked(String text, String href) throws IOException {
    if (href.isEmpty()) {
      html.add("{}", text);
    } else {
      html.add("<a href=\"{}\">{}</a>", href, text);
    }
  }

  private String inWords(Bar bar) {
    return IntStream.range(0, series.size())
        .mapToObj(i -> series.get(i).name() + " " + Html.count(bar.parts().get(i).value()))
        .collect(Collectors.joining(", "));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }

  /**
   * One of the values that a chart shows for each of its rows or times.
   *
   * @param name for the reader
   * @param look class of its colour: {@code good}, {@code fair}, {@code plain}, {@code doubtful} or
   *     {@code bad}
   */
  public record Series(String name, String look) {}

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
}
