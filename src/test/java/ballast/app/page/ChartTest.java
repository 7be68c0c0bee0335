package ballast.app.page;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.app.page.BarChart.Bar;
import ballast.app.page.BarChart.Series;
import java.io.IOException;
import java.io.StringWriter;
import java.time.LocalDate;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

final class ChartTest {

  private static final List<Series> SERIES =
      List.of(new Series("right", "good"), new Series("wrong", "bad"));

  private static Bar bar(String label, long right, long wrong) {
    return new Bar(
        label, "", "", List.of(new Bar.Part(right, "/right"), new Bar.Part(wrong, "/wrong")));
  }

  @SuppressWarnings("NullAway") // templates take a null interceptor
  private static Document bars(boolean whole, Bar... bars) throws IOException {
    StringWriter out = new StringWriter();
    BarChart chart = new BarChart("Answers", "Name", SERIES, List.of(bars), whole);
    PageOutput.write(out, page -> JteBarChartGenerated.render(page, null, chart));
    return Jsoup.parse(out.toString());
  }

  @Test
  void theLargestBarHasTheWholeWidth() throws IOException {
    Document table = bars(false, bar("a", 30, 10), bar("b", 20, 0));
    assertThat(table.select("tr:contains(a) rect").eachAttr("width"))
        .containsExactly("75.00", "25.00");
    assertThat(table.select("tbody tr").get(1).select("rect").eachAttr("width"))
        .containsExactly("50.00");
  }

  @Test
  void everyBarHasTheWholeWidthWhereSharesAreCompared() throws IOException {
    Document table = bars(true, bar("a", 30, 10), bar("b", 1, 1));
    assertThat(table.select("tbody tr").get(1).select("rect").eachAttr("width"))
        .containsExactly("50.00", "50.00");
    assertThat(table.select("tbody tr").get(1).select("rect").eachAttr("x"))
        .containsExactly("0.00", "50.00");
  }

  @Test
  void numbersStandBesideTheBarAndLeadToWhatTheyCount() throws IOException {
    Element row = bars(false, bar("<a>", 1234, 0)).expectFirst("tbody tr");
    assertThat(row.expectFirst("th").text()).isEqualTo("<a>");
    assertThat(row.select("td.number").eachText()).containsExactly("1,234", "0");
    assertThat(row.select("a").eachAttr("href")).containsExactly("/right");
    assertThat(row.expectFirst("svg").attr("role")).isEqualTo("img");
    assertThat(row.expectFirst("svg title").text()).isEqualTo("<a>: right 1,234, wrong 0");
  }

  @Test
  void nothingIsDrawnOfNothing() throws IOException {
    assertThat(bars(false, bar("a", 0, 0)).select("rect")).isEmpty();
    assertThat(bars(true).select("tbody tr")).isEmpty();
  }

  @SuppressWarnings("NullAway") // templates take a null interceptor
  private static Document timeLine(TimeLine.Point... points) throws IOException {
    StringWriter out = new StringWriter();
    TimeLine line = new TimeLine("Answers", "Table", "Day", SERIES, List.of(points));
    PageOutput.write(out, page -> JteTimeLineGenerated.render(page, null, line));
    return Jsoup.parse(out.toString());
  }

  @Test
  void aValueHoldsUntilTheNextDay() throws IOException {
    LocalDate first = LocalDate.of(2026, 3, 1);
    Document figure =
        timeLine(
            new TimeLine.Point(first, List.of(1L, 1L)),
            new TimeLine.Point(first.plusDays(10), List.of(4L, 0L)));
    assertThat(figure.expectFirst("polygon.good").attr("points"))
        .isEqualTo("0,160 0.0,120.0 600.0,120.0 600.0,0.0 600,0.0 600,160");
    assertThat(figure.expectFirst("polygon.bad").attr("points"))
        .isEqualTo("0,160 0.0,80.0 600.0,80.0 600.0,0.0 600,0.0 600,160");
    assertThat(figure.select("tbody td").eachText()).containsExactly("1", "1", "4", "0");
  }

  @Test
  void oneDayFillsTheWholeWidth() throws IOException {
    Document figure = timeLine(new TimeLine.Point(LocalDate.of(2026, 3, 1), List.of(2L, 0L)));
    assertThat(figure.expectFirst("polygon.good").attr("points"))
        .isEqualTo("0,160 0.0,0.0 600,0.0 600,160");
  }
}
