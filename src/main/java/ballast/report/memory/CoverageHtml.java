package ballast.report.memory;

import ballast.report.chart.Bar;
import ballast.report.chart.Series;
import ballast.report.chart.StackedBars;
import ballast.report.page.Html;
import ballast.workflow.translate.MatchAnalysis;
import ballast.workflow.translate.MatchBand;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Writes how much of new texts a memory knows, as a part of an overview. */
public final class CoverageHtml {

  private final Html html;
  private final OverviewWords words;

  public CoverageHtml(Html html, OverviewWords words) {
    this.html = html;
    this.words = words;
  }

  /** Writes the heading, the share that is known, and the bands of similarity. */
  public void write(MatchAnalysis analysis) throws IOException {
    html.add("<h2 id=\"overview-coverage\">{}</h2>\n", words.say("coverage"));
    long all = analysis.segments();
    long known = all - analysis.segments(MatchBand.NONE);
    double share = all == 0 ? 0 : 100.0 * known / all;
    html.add(
        "<p>{}</p>\n",
        words.say("coverage.known", known, all, String.format(Locale.ROOT, "%.0f", share)));
    List<Bar> bars =
        Arrays.stream(MatchBand.values())
            .map(
                band ->
                    new Bar(
                        words.say("band." + band.label().replace(' ', '-')),
                        "",
                        "",
                        List.of(new Bar.Part(analysis.segments(band), ""))))
            .toList();
    new StackedBars(html, List.of(new Series(words.say("sentences"), "plain")))
        .write(words.say("coverage"), words.say("band"), bars, /* whole= */ false);
  }
}
