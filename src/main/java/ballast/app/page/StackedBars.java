package ballast.app.page;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Writes horizontal bars of several parts as a table with a row for each bar. Numbers are next to
 * the bar and link to what they count. The page loads {@code overview.css}.
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
   * @param caption names the counted things
   * @param head of the column of the labels
   * @param whole whether each bar has the full width, to compare shares; otherwise the largest has
   *     it, to compare amounts
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
      return parts.stream().mapToLong(Part::value).sum();
    }
  }
}
