package ballast.app.units;

import ballast.app.documents.MatchAnalysis;
import ballast.app.documents.MatchAnalysis.MatchBand;
import ballast.app.page.BarChart;
import ballast.app.page.BarChart.Bar;
import ballast.app.page.BarChart.Series;
import ballast.app.page.TimeLine;
import ballast.app.units.MemoryOverview.ConfidenceBand;
import ballast.bitext.Severity;
import ballast.bitext.Unit;
import ballast.check.TermStatistics.TermCounts;
import ballast.memory.Statistics.StatusCounts;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The charts and figures of an overview of a memory, for its templates. */
public record OverviewCharts(OverviewWords words, OverviewLinks links) {

  /** Maximum bars in a chart; the others are counted. */
  static final int MAX_BARS = 200;

  /** Maximum terms, those with the most errors or findings first. */
  static final int MAX_TERMS = 30;

  private static final List<Severity> WORST_FIRST =
      List.of(Severity.ERROR, Severity.WARNING, Severity.INFO);

  /** From left to right, or from the bottom up. */
  private static final List<Unit.Status> STATUSES =
      List.of(Unit.Status.APPROVED, Unit.Status.DRAFT, Unit.Status.REJECTED);

  record Total(String name, long count, String href) {}

  List<Total> totals(MemoryOverview.Result memory) {
    StatusCounts units = memory.units().units();
    List<Total> totals = new ArrayList<>();
    totals.add(new Total(words.say("units"), units.total(), ""));
    for (Unit.Status status : Unit.Status.values()) {
      long count = units.count(status);
      String href = count == 0 ? "" : links.units("", status);
      totals.add(new Total(words.say(status.label()), count, href));
    }
    totals.add(new Total(words.say("repetitions"), memory.units().repetitions(), ""));
    totals.add(
        new Total(words.say("several.targets"), memory.units().sourcesWithSeveralTargets(), ""));
    totals.add(
        new Total(words.say("several.sources"), memory.units().targetsWithSeveralSources(), ""));
    return totals;
  }

  TimeLine days(List<MemoryOverview.Day> days) {
    List<TimeLine.Point> points =
        days.stream()
            .map(
                day ->
                    new TimeLine.Point(
                        day.day(),
                        STATUSES.stream().map(status -> day.units().count(status)).toList()))
            .toList();
    return new TimeLine(
        words.say("time"), words.say("time.table"), words.say("day"), statuses(), points);
  }

  private List<Series> statuses() {
    return List.of(series("approved", "good"), series("draft", "plain"), series("rejected", "bad"));
  }

  private Series series(String key, String look) {
    return new Series(words.say(key), look);
  }

  private BarChart chart(String key, String head, List<Series> series, List<Bar> bars) {
    return new BarChart(words.say(key), words.say(head), series, bars, /* whole= */ false);
  }

  BarChart statuses(MemoryOverview.Result memory) {
    return chart(
        "status",
        "article",
        statuses(),
        bars(
            memory.articles(),
            article ->
                STATUSES.stream()
                    .map(
                        status ->
                            new Bar.Part(
                                article.units().count(status),
                                links.units(article.document(), status)))
                    .toList()));
  }

  BarChart confidences(MemoryOverview.Result memory) {
    List<Series> series =
        List.of(
            series("confidence.sure", "good"),
            series("confidence.good", "fair"),
            series("confidence.fair", "doubtful"),
            series("confidence.doubtful", "bad"));
    return new BarChart(
        words.say("confidence"),
        words.say("article"),
        series,
        bars(memory.articles(), this::confidenceParts),
        /* whole= */ true);
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

  private List<Bar> bars(
      List<MemoryOverview.Article> articles,
      Function<MemoryOverview.Article, List<Bar.Part>> parts) {
    return articles.stream()
        .limit(MAX_BARS)
        .map(article -> new Bar(name(article), "", link(article), parts.apply(article)))
        .toList();
  }

  private String name(MemoryOverview.Article article) {
    return article.document().isEmpty() ? words.say("no.document") : article.document();
  }

  private String link(MemoryOverview.Article article) {
    return article.document().isEmpty() ? "" : links.article(article.document());
  }

  BarChart looks(MemoryOverview.Result memory) {
    List<MemoryOverview.Article> open =
        memory.articles().stream()
            .filter(article -> article.looks() > 0)
            .sorted(Comparator.comparing(one -> -one.doubtful() - one.unpaired()))
            .toList();
    return chart(
        "looks",
        "article",
        List.of(series("looks.doubtful", "bad"), series("looks.unpaired", "doubtful")),
        bars(
            open,
            article ->
                List.of(
                    new Bar.Part(article.doubtful(), link(article)),
                    new Bar.Part(article.unpaired(), link(article)))));
  }

  /** Returns the terms that are not always translated as in the glossary, the worst first. */
  static List<TermCounts> inconsistent(List<TermCounts> terms) {
    return terms.stream()
        .filter(term -> term.pairs().right() < term.pairs().all())
        .sorted(Comparator.comparing(term -> term.pairs().right() - term.pairs().all()))
        .toList();
  }

  BarChart terms(List<TermCounts> inconsistent) {
    return chart(
        "terms",
        "term",
        List.of(
            series("terms.right", "good"),
            series("terms.forbidden", "bad"),
            series("terms.missing", "doubtful")),
        inconsistent.stream().limit(MAX_TERMS).map(this::bar).toList());
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

  BarChart findingsByRule(FindingCounts counts) {
    return chart(
        "findings.rules",
        "rule",
        severities(),
        counts.rules().stream()
            .map(
                rule -> bar(rule, rule.id(), "en", severity -> links.findings(rule.id(), severity)))
            .toList());
  }

  BarChart findingsByTerm(FindingCounts counts) {
    return chart(
        "findings.terms",
        "term",
        severities(),
        counts.terms().stream().limit(MAX_TERMS).map(this::termBar).toList());
  }

  private List<Series> severities() {
    return List.of(
        series("errors", "bad"), series("warnings", "doubtful"), series("hints", "plain"));
  }

  private Bar termBar(FindingCounts.Group term) {
    String label = term.zh().isEmpty() ? term.id() : term.zh();
    String language = term.zh().isEmpty() ? "" : "zh";
    return bar(term, label, language, severity -> links.findingsAbout(term.id(), severity));
  }

  private static Bar bar(
      FindingCounts.Group group,
      String label,
      String language,
      Function<@Nullable Severity, String> link) {
    return new Bar(
        label,
        language,
        link.apply(null),
        WORST_FIRST.stream().map(one -> new Bar.Part(group.count(one), link.apply(one))).toList());
  }

  String known(MatchAnalysis analysis) {
    long all = analysis.segments();
    long known = all - analysis.segments(MatchBand.NONE);
    double share = all == 0 ? 0 : 100.0 * known / all;
    return words.say("coverage.known", known, all, String.format(Locale.ROOT, "%.0f", share));
  }

  BarChart coverage(MatchAnalysis analysis) {
    return chart(
        "coverage",
        "band",
        List.of(series("sentences", "plain")),
        Arrays.stream(MatchBand.values())
            .map(
                band ->
                    new Bar(
                        words.say("band." + band.label().replace(' ', '-')),
                        "",
                        "",
                        List.of(new Bar.Part(analysis.segments(band), ""))))
            .toList());
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

    OverviewLinks NONE = new OverviewLinks() {};

    /**
     * Units with a status.
     *
     * @param document name of their document; empty for any
     */
    default String units(String document, Unit.Status status) {
      return "";
    }

    default String units(String document, ConfidenceBand band) {
      return "";
    }

    default String article(String document) {
      return "";
    }

    default String term(String zh) {
      return "";
    }

    /**
     * @param severity null for any
     */
    default String findings(String rule, @Nullable Severity severity) {
      return "";
    }

    /**
     * @param severity null for any
     */
    default String findingsAbout(String term, @Nullable Severity severity) {
      return "";
    }
  }
}
