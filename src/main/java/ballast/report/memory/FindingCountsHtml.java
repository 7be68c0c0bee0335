package ballast.report.memory;

import ballast.bitext.Severity;
import ballast.report.chart.Bar;
import ballast.report.chart.Series;
import ballast.report.chart.StackedBars;
import ballast.report.page.Html;
import ballast.workflow.check.FindingCounts;
import java.io.IOException;
import java.util.List;

/** Writes how many findings a memory has, by rule and by term, as a part of an overview. */
public final class FindingCountsHtml {

  /** Of the terms, those with the most findings. */
  private static final int MAX_TERMS = 30;

  private static final List<Severity> WORST_FIRST =
      List.of(Severity.ERROR, Severity.WARNING, Severity.INFO);

  private final Html html;
  private final OverviewWords words;
  private final OverviewLinks links;

  public FindingCountsHtml(Html html, OverviewWords words, OverviewLinks links) {
    this.html = html;
    this.words = words;
    this.links = links;
  }

  /** Writes the heading; what is known of the findings follows. */
  public void writeHeading() throws IOException {
    html.add("<h2 id=\"overview-findings\">{}</h2>\n", words.say("findings"));
  }

  /** Writes the counts. */
  public void write(FindingCounts counts) throws IOException {
    html.add("<p>{}</p>\n", words.say("findings.count", counts.findings()));
    if (!counts.rules().isEmpty()) {
      List<Bar> bars = counts.rules().stream().map(this::ruleBar).toList();
      write(words.say("findings.rules"), words.say("rule"), bars);
    }
    if (!counts.terms().isEmpty()) {
      List<Bar> bars = counts.terms().stream().limit(MAX_TERMS).map(this::termBar).toList();
      write(words.say("findings.terms"), words.say("term"), bars);
    }
    if (counts.terms().size() > MAX_TERMS) {
      html.add("<p class=\"soft\">{}</p>\n", words.say("more", counts.terms().size() - MAX_TERMS));
    }
  }

  private void write(String caption, String head, List<Bar> bars) throws IOException {
    html.add("<h3>{}</h3>\n", caption);
    List<Series> series =
        List.of(
            new Series(words.say("errors"), "bad"),
            new Series(words.say("warnings"), "doubtful"),
            new Series(words.say("hints"), "plain"));
    new StackedBars(html, series).write(caption, head, bars, /* whole= */ false);
  }

  private Bar ruleBar(FindingCounts.Group rule) {
    return new Bar(
        rule.id(),
        "en",
        links.findings(rule.id(), null),
        WORST_FIRST.stream()
            .map(one -> new Bar.Part(rule.count(one), links.findings(rule.id(), one)))
            .toList());
  }

  private Bar termBar(FindingCounts.Group term) {
    return new Bar(
        term.zh().isEmpty() ? term.id() : term.zh(),
        term.zh().isEmpty() ? "" : "zh",
        links.findingsAbout(term.id(), null),
        WORST_FIRST.stream()
            .map(one -> new Bar.Part(term.count(one), links.findingsAbout(term.id(), one)))
            .toList());
  }
}
