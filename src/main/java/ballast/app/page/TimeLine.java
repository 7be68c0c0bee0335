package ballast.app.page;

import ballast.app.page.BarChart.Series;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/**
 * Values over time as stacked areas, with the numbers in a table below. A value holds until the
 * next given day. The page loads {@code overview.css}.
 *
 * @param table title of the table below
 * @param head of the column of the days
 * @param series the areas, from the bottom up
 * @param points by day; at least one
 */
public record TimeLine(
    String title, String table, String head, List<Series> series, List<Point> points) {

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

  long max() {
    int top = series.size() - 1;
    return Math.max(1, points.stream().mapToLong(point -> point.upTo(top)).max().orElse(1));
  }

  String firstDay() {
    return points.get(0).day().toString();
  }

  String lastDay() {
    return points.get(points.size() - 1).day().toString();
  }

  /**
   * Returns the corners of everything below the upper edge of a series. Higher series are drawn
   * first.
   */
  String area(int upTo) {
    long max = max();
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
