package ballast.app.units;

import ballast.app.documents.MatchAnalysis;
import ballast.app.documents.MatchAnalysis.MatchBand;
import ballast.app.page.Html;
import ballast.app.page.HtmlPage;
import ballast.app.page.StackedBars;
import ballast.app.page.StackedBars.Bar;
import ballast.app.page.StackedBars.Series;
import ballast.app.page.TimeLine;
import ballast.app.units.MemoryOverview.ConfidenceBand;
import ballast.bitext.Severity;
import ballast.bitext.Unit;
import ballast.check.TermStatistics.TermCounts;
import ballast.memory.Statistics.StatusCounts;
import java.io.IOException;
import java.io.Writer;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/**
 * Writes an overview of a memory in charts, as a page of its own or as parts of a page that loads
 * {@code overview.css}.
 */
public final class OverviewHtml {

  /** Maximum bars in a chart; the others are counted. */
  private static final int MAX_BARS = 200;

  /** Maximum terms, those with the most errors first. */
  private static final int MAX_TERMS = 30;

  /**
   * The content of a page of its own.
   *
   * @param name of the memory
   * @param terms translations of the glossary's terms; may be empty
   * @param findings findings of a check, if there was one
   * @param coverage share of new texts already in the memory, if requested
   */
  public record Content(
      String name,
      MemoryOverview.Result memory,
      List<TermCounts> terms,
      Optional<FindingCounts> findings,
      Optional<MatchAnalysis> coverage) {
    public Content {
      terms = List.copyOf(terms);
    }
  }

  private final Html html;
  private final OverviewWords words;
  private final OverviewLinks links;

  public OverviewHtml(Html html, OverviewWords words, OverviewLinks links) {
    this.html = html;
    this.words = words;
    this.links = links;
  }

  /** Writes a self-contained page in English. */
  public static void writePage(Writer out, Content content) throws IOException {
    Html html = new Html(out);
    OverviewHtml page = new OverviewHtml(html, OverviewWords.ENGLISH, OverviewLinks.NONE);
    HtmlPage.writeHead(out, "Overview of " + content.name(), "overview.css", "");
    html.add("<header>\n<h1>{}</h1>\n</header>\n<main>\n", content.name());
    page.writeMemory(content.memory());
    if (!content.terms().isEmpty()) {
      page.writeTerms(content.terms());
    }
    if (content.findings().isPresent()) {
      FindingCountsHtml findings =
          new FindingCountsHtml(html, OverviewWords.ENGLISH, OverviewLinks.NONE);
      findings.writeHeading();
      findings.write(content.findings().get());
    }
    if (content.coverage().isPresent()) {
      new CoverageHtml(html, OverviewWords.ENGLISH).write(content.coverage().get());
    }
    html.add("</main>\n");
    HtmlPage.writeFoot(out);
  }

  /** Writes the units, their past, and the articles. */
  public void writeMemory(MemoryOverview.Result memory) throws IOException {
    writeTotals(memory);
    if (!memory.days().isEmpty()) {
      heading("time");
      writeDays(memory.days());
    }
    heading("status");
    new StackedBars(html, statuses())
        .write(
            words.say("status"),
            words.say("article"),
            bars(memory.articles(), this::statusParts),
            /* whole= */ false);
    heading("confidence");
    html.add("<p class=\"soft\">{}</p>\n", words.say("confidence.what"));
    new StackedBars(html, confidences())
        .write(
            words.say("confidence"),
            words.say("article"),
            bars(memory.articles(), this::confidenceParts),
            /* whole= */ true);
    writeLeftOut(memory.articles().size(), MAX_BARS);
    writeLooks(memory.articles());
  }

  private void heading(String key) throws IOException {
    html.add("<h2 id=\"{}\">{}</h2>\n", "overview-" + key, words.say(key));
  }

  private void writeLeftOut(int count, int shown) throws IOException {
    if (count > shown) {
      html.add("<p class=\"soft\">{}</p>\n", words.say("more", count - shown));
    }
  }

  private void writeTotals(MemoryOverview.Result memory) throws IOException {
    html.add("<dl class=\"figures\">\n");
    StatusCounts units = memory.units().units();
    writeTotal(words.say("units"), units.total(), "");
    for (Unit.Status status : Unit.Status.values()) {
      writeTotal(words.say(status.label()), units.count(status), links.units("", status));
    }
    writeTotal(words.say("repetitions"), memory.units().repetitions(), "");
    writeTotal(words.say("several.targets"), memory.units().sourcesWithSeveralTargets(), "");
    writeTotal(words.say("several.sources"), memory.units().targetsWithSeveralSources(), "");
    html.add("</dl>\n");
  }

  private void writeTotal(String name, long count, String href) throws IOException {
    html.add("<div><dt>{}</dt><dd>", name);
    if (href.isEmpty() || count == 0) {
      html.add("{}", Html.count(count));
    } else {
      html.add("<a href=\"{}\">{}</a>", href, Html.count(count));
    }
    html.add("</dd></div>\n");
  }

  private void writeDays(List<MemoryOverview.Day> days) throws IOException {
    List<TimeLine.Point> points =
        days.stream()
            .map(
                day ->
                    new TimeLine.Point(
                        day.day(),
                        STATUSES.stream().map(status -> day.units().count(status)).toList()))
            .toList();
    new TimeLine(html, statuses())
        .write(words.say("time"), words.say("time.table"), words.say("day"), points);
  }

  /** From left to right, or from the bottom up. */
  private static final List<Unit.Status> STATUSES =
      List.of(Unit.Status.APPROVED, Unit.Status.DRAFT, Unit.Status.REJECTED);

  private List<Series> statuses() {
    return List.of(
        new Series(words.say("approved"), "good"),
        new Series(words.say("draft"), "plain"),
        new Series(words.say("rejected"), "bad"));
  }

  private List<Bar.Part> statusParts(MemoryOverview.Article article) {
    return STATUSES.stream()
        .map(
            status ->
                new Bar.Part(
                    article.units().count(status), links.units(article.document(), status)))
        .toList();
  }

  private List<Series> confidences() {
    return List.of(
        new Series(words.say("confidence.sure"), "good"),
        new Series(words.say("confidence.good"), "fair"),
        new Series(words.say("confidence.fair"), "doubtful"),
        new Series(words.say("confidence.doubtful"), "bad"));
  }

  private List<Bar.Part> confidenceParts(MemoryOverview.Article article) {
    List<Bar.Part> parts = new ArrayList<>();
    List<ConfidenceBand> bands = Arrays.asList(ConfidenceBand.values());
    for (int i = bands.size() - 1; i >= 0; i--) {
      ConfidenceBand band = bands.get(i);
      int count = article.confidence().getOrDefault(band, 0);
      parts.add(new Bar.Part(count, links.units(article.document(), band)));
    }
    return parts;
  }

  @FunctionalInterface
  private interface Parts {
    List<Bar.Part> of(MemoryOverview.Article article);
  }

  private List<Bar> bars(List<MemoryOverview.Article> articles, Parts parts) {
    return articles.stream()
        .limit(MAX_BARS)
        .map(article -> new Bar(name(article), "", link(article), parts.of(article)))
        .toList();
  }

  private String name(MemoryOverview.Article article) {
    return article.document().isEmpty() ? words.say("no.document") : article.document();
  }

  private String link(MemoryOverview.Article article) {
    return article.document().isEmpty() ? "" : links.article(article.document());
  }

  private void writeLooks(List<MemoryOverview.Article> articles) throws IOException {
    List<MemoryOverview.Article> open =
        articles.stream()
            .filter(article -> article.doubtful() + article.unpaired() > 0)
            .sorted(Comparator.comparing(one -> -one.doubtful() - one.unpaired()))
            .toList();
    heading("looks");
    if (open.isEmpty()) {
      html.add("<p>{}</p>\n", words.say("looks.none"));
      return;
    }
    List<Series> series =
        List.of(
            new Series(words.say("looks.doubtful"), "bad"),
            new Series(words.say("looks.unpaired"), "doubtful"));
    new StackedBars(html, series)
        .write(
            words.say("looks"),
            words.say("article"),
            bars(
                open,
                article ->
                    List.of(
                        new Bar.Part(article.doubtful(), link(article)),
                        new Bar.Part(article.unpaired(), link(article)))),
            /* whole= */ false);
  }

  /** Writes how the glossary's terms are translated, those with the most errors first. */
  public void writeTerms(List<TermCounts> terms) throws IOException {
    heading("terms");
    List<Series> series =
        List.of(
            new Series(words.say("terms.right"), "good"),
            new Series(words.say("terms.forbidden"), "bad"),
            new Series(words.say("terms.missing"), "doubtful"));
    List<TermCounts> wrong =
        terms.stream()
            .filter(term -> term.pairs().right() < term.pairs().all())
            .sorted(Comparator.comparing(term -> term.pairs().right() - term.pairs().all()))
            .toList();
    html.add(
        "<p>{}</p>\n", words.say("terms.consistent", terms.size() - wrong.size(), terms.size()));
    if (wrong.isEmpty()) {
      return;
    }
    List<Bar> bars = wrong.stream().limit(MAX_TERMS).map(this::bar).toList();
    new StackedBars(html, series)
        .write(words.say("terms"), words.say("term"), bars, /* whole= */ false);
    writeLeftOut(wrong.size(), MAX_TERMS);
  }

  private Bar bar(TermCounts term) {
    String places = links.term(term.zh());
    return new Bar(
        term.zh(),
        "zh",
        places,
        List.of(
            new Bar.Part(term.pairs().right(), places),
            new Bar.Part(term.pairs().forbidden(), places),
            new Bar.Part(term.pairs().missing(), places)));
  }

  /**
   * The words of an overview in one language, from {@code overview.properties} and {@code
   * overview_zh.properties}, as patterns of {@link MessageFormat}. Immutable.
   */
  public static final class OverviewWords {

    public static final OverviewWords ENGLISH = new OverviewWords(Locale.ROOT);

    public static final OverviewWords CHINESE = new OverviewWords(Locale.CHINESE);

    private static final String BUNDLE = "ballast.report.overview";

    private final Locale locale;
    private final ResourceBundle bundle;

    private OverviewWords(Locale locale) {
      this.locale = locale;
      this.bundle =
          ResourceBundle.getBundle(
              BUNDLE,
              locale,
              ResourceBundle.Control.getNoFallbackControl(
                  ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /**
     * Returns a text.
     *
     * @param values arguments of the pattern
     * @throws java.util.MissingResourceException if there is no such text
     */
    public String say(String key, Object... values) {
      return new MessageFormat(bundle.getString(key), locale).format(values);
    }
  }

  /**
   * Links from an overview to the pages that show what it counts. An address is empty if there is
   * no such page.
   */
  public interface OverviewLinks {

    OverviewLinks NONE =
        new OverviewLinks() {
          @Override
          public String units(String document, Unit.Status status) {
            return "";
          }

          @Override
          public String units(String document, ConfidenceBand band) {
            return "";
          }

          @Override
          public String article(String document) {
            return "";
          }

          @Override
          public String term(String zh) {
            return "";
          }

          @Override
          public String findings(String rule, @Nullable Severity severity) {
            return "";
          }

          @Override
          public String findingsAbout(String term, @Nullable Severity severity) {
            return "";
          }
        };

    /**
     * Units with a status.
     *
     * @param document name of their document; empty for any
     */
    String units(String document, Unit.Status status);

    /** Units of a document with a confidence in this range. */
    String units(String document, ConfidenceBand band);

    /** Alignment of a document. */
    String article(String document);

    /** Occurrences of a term. */
    String term(String zh);

    /**
     * Findings of a rule.
     *
     * @param severity null for any
     */
    String findings(String rule, @Nullable Severity severity);

    /**
     * Findings about a term.
     *
     * @param term id of the concept
     * @param severity null for any
     */
    String findingsAbout(String term, @Nullable Severity severity);
  }

  /** Writes the counts of a memory's findings, by rule and by term, as a part of an overview. */
  public static final class FindingCountsHtml {

    /** Maximum terms, those with the most findings. */
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

    public void writeHeading() throws IOException {
      html.add("<h2 id=\"overview-findings\">{}</h2>\n", words.say("findings"));
    }

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
        html.add(
            "<p class=\"soft\">{}</p>\n", words.say("more", counts.terms().size() - MAX_TERMS));
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

  /** Writes the share of new texts already in a memory, as a part of an overview. */
  public static final class CoverageHtml {

    private final Html html;
    private final OverviewWords words;

    public CoverageHtml(Html html, OverviewWords words) {
      this.html = html;
      this.words = words;
    }

    /** Writes the heading, the share in the memory, and the bands of similarity. */
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
}
