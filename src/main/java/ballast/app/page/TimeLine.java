package ballast.app.page;

import ballast.app.page.StackedBars.Series;
import java.io.IOException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/**
 * Writes values over time as stacked areas, with the numbers in a table below. A value holds until
 * the next given day. The page loads {@code overview.css}.
 */
public final class TimeLine {

  private static final int WIDTH = 600;
  private static final int HEIGHT = 160;

  /**
   * The values at the end of a day.
   *
   * @param values one for each series, at least 0
   */
  public record Point(LocalDate day, List<Long> values) {
    public Point {
      values = List.copyOf(values);
    }

    private long upTo(int last) {
      return values.subList(0, last + 1).stream().mapToLong(Long::longValue).sum();
    }
  }

  private final Html html;
  private final List<Series> series;

  /**
   * @param series the areas, from the bottom up
   */
  public TimeLine(Html html, List<Series> series) {
    this.html = html;
    this.series = List.copyOf(series);
  }

  /**
   * Writes the areas and the table.
   *
   * @param table title of the table below
   * @param head of the column of the days
   * @param points by day; at least one
   */
  public void write(String title, String table, String head, List<Point> points)
      throws IOException {
    int top = series.size() - 1;
    long max = Math.max(1, points.stream().mapToLong(point -> point.upTo(top)).max().orElse(1));
    html.add("<figure class=\"timeline\">\n<p class=\"top\">{}</p>\n", Html.count(max));
    html.add("<svg viewBox=\"0 0 600 160\" preserveAspectRatio=\"none\" role=\"img\">");
    html.add("<title>{}</title>", title);
    for (int i = top; i >= 0; i--) {
      html.add("<polygon class=\"{}\" points=\"", series.get(i).look());
      html.add("{}\"/>", area(points, i, max));
    }
    html.add("</svg>\n<p class=\"days\"><span>{}</span>", points.get(0).day());
    html.add("<span>{}</span></p>\n<details><summary>", points.get(points.size() - 1).day());
    html.add("{}</summary>\n<table class=\"chart\">\n", table);
    html.add("<caption>{}</caption>\n<thead><tr><th scope=\"col\">{}</th>", title, head);
    for (Series one : series) {
      html.add("<th scope=\"col\" class=\"number\"><i class=\"key {}\"></i>", one.look());
      html.add("{}</th>", one.name());
    }
    html.add("</tr></thead>\n<tbody>\n");
    for (Point point : points) {
      html.add("<tr><th scope=\"row\">{}</th>", point.day());
      for (int i = 0; i < series.size(); i++) {
        html.add("<td class=\"number\" data-label=\"{}\">", series.get(i).name());
        html.add("{}</td>", Html.count(point.values().get(i)));
      }
      html.add("</tr>\n");
    }
    html.add("</tbody>\n</table></details>\n</figure>\n");
  }

  /**
   * Returns the corners of everything below the upper edge of a series. Higher series are drawn
   * first.
   */
  private static String area(List<Point> points, int upTo, long max) {
    LocalDate first = points.get(0).day();
    long days = ChronoUnit.DAYS.between(first, points.get(points.size() - 1).day());
    StringBuilder corners = new StringBuilder("0," + HEIGHT);
    String y = "";
    for (Point point : points) {
      double x =
          days == 0 ? 0 : (double) WIDTH * ChronoUnit.DAYS.between(first, point.day()) / days;
      if (!y.isEmpty()) {
        corners.append(' ').append(number(x)).append(',').append(y);
      }
      y = number(HEIGHT - (double) HEIGHT * point.upTo(upTo) / max);
      corners.append(' ').append(number(x)).append(',').append(y);
    }
    corners.append(' ').append(WIDTH).append(',').append(y);
    return corners.append(' ').append(WIDTH).append(',').append(HEIGHT).toString();
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
