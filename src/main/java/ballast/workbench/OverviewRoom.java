package ballast.workbench;

import ballast.app.Notices;
import ballast.app.check.PairSource;
import ballast.app.documents.MatchAnalysis;
import ballast.app.documents.MemoryCoverage;
import ballast.app.glossary.GlossaryQueries;
import ballast.app.page.Html;
import ballast.app.project.Glossaries;
import ballast.app.units.FindingCounts;
import ballast.app.units.MemoryOverview;
import ballast.app.units.MemoryOverview.ConfidenceBand;
import ballast.app.units.OverviewHtml;
import ballast.app.units.OverviewHtml.CoverageHtml;
import ballast.app.units.OverviewHtml.FindingCountsHtml;
import ballast.app.units.OverviewHtml.OverviewLinks;
import ballast.app.units.OverviewHtml.OverviewWords;
import ballast.bitext.InputException;
import ballast.bitext.Severity;
import ballast.bitext.Unit;
import ballast.check.TermStatistics.TermCounts;
import ballast.glossary.Concept;
import ballast.server.Answer;
import ballast.server.Call;
import ballast.server.RefusedException;
import ballast.server.Route;
import ballast.workbench.KeptCheck.Checked;
import ballast.workbench.Room.Links;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The room of the overview: charts and figures about the memory. */
public final class OverviewRoom implements AutoCloseable {

  private final Bench bench;
  private final Shell shell;
  private final Counting counting;
  private final FindingRoutes findings;

  /**
   * @param checking the findings, shared with other rooms; not closed here
   * @param failures receives internal errors of background work
   */
  public OverviewRoom(Bench bench, Shell shell, KeptCheck checking, Consumer<Throwable> failures) {
    this.bench = bench;
    this.shell = shell;
    this.counting = new Counting(bench, failures);
    this.findings = new FindingRoutes(checking);
  }

  public List<Route> routes() {
    List<Route> routes = new ArrayList<>(findings.routes());
    routes.add(shell.route(Room.OVERVIEW, this::page));
    routes.add(Route.page("/overview/counts", this::counts));
    routes.add(Route.upload("/overview/file", this::coverage));
    return routes;
  }

  private Answer page(Call call) throws IOException {
    Shell.Page page = Shell.Page.of(Room.OVERVIEW, Words.of(call).say("room.overview"));
    return shell.page(
        call,
        page,
        (html, words) -> {
          html.add("<h1>{}</h1>\n", words.say("room.overview"));
          if (!bench.hasMemory()) {
            html.add("<p>{} ", words.say("memory.empty"));
            html.add("<a href=\"{}\">", Room.ARTICLES.path());
            html.add("{}</a></p>\n", words.say("room.articles"));
            return;
          }
          writeCounts(html, words);
          findings.write(html, words, /* starts= */ false);
          writeDrop(html, words);
        });
  }

  private Answer counts(Call call) throws IOException {
    return Shell.part(call, this::writeCounts);
  }

  /** Writes the counts; while counting goes on, the page asks again. */
  private void writeCounts(Html html, Words words) throws IOException {
    KeptResult.State<Counted> state = counting.state();
    html.add("<div id=\"counts\"");
    if (state.running()) {
      html.add(" hx-get=\"/overview/counts\" hx-trigger=\"load delay:500ms\"");
      html.add(" hx-swap=\"outerHTML\"");
    }
    html.add(">\n");
    if (!state.error().isEmpty()) {
      html.add("<p class=\"alert\">{}</p>\n", state.error());
    }
    if (state.running()) {
      html.add(
          "<p class=\"soft\" id=\"counting\">{}</p>\n",
          words.say("overview.counting", state.share()));
    }
    OverviewHtml charts = charts(html, words);
    if (state.value().memory().isPresent()) {
      charts.writeMemory(state.value().memory().get());
    }
    if (!state.value().terms().isEmpty()) {
      charts.writeTerms(state.value().terms());
    }
    html.add("</div>\n");
  }

  private static OverviewHtml charts(Html html, Words words) {
    return new OverviewHtml(html, said(words), new RoomLinks());
  }

  private static OverviewWords said(Words words) {
    return words == Words.CHINESE ? OverviewWords.CHINESE : OverviewWords.ENGLISH;
  }

  private static void writeDrop(Html html, Words words) throws IOException {
    html.add("<section class=\"drop\" id=\"drop\" aria-labelledby=\"drop-title\">\n");
    html.add("<h2 id=\"drop-title\">{}</h2>\n", words.say("overview.drop"));
    html.add("<p>{}</p>\n<p>", words.say("overview.drop.more"));
    html.add("<label class=\"button\">{}", words.say("overview.file"));
    html.add("<input type=\"file\" id=\"file\"></label></p>\n</section>\n");
    html.add("<section id=\"covered\" aria-live=\"polite\" tabindex=\"-1\"></section>\n");
    html.add("<p class=\"soft\">{}</p>\n", words.say("overview.save"));
  }

  /** Looks up the sentences of an uploaded file, which is not kept. */
  private Answer coverage(Call call) throws IOException {
    String name = call.query().required("name");
    if (!bench.hasMemory()) {
      throw RefusedException.notFound("there is no memory yet");
    }
    MatchAnalysis analysis =
        new MemoryCoverage(bench.workplace())
            .count(MemoryCoverage.Request.of(List.of(call.file().toString()), bench.memory()));
    return Shell.part(
        call,
        (html, words) -> {
          html.add("<section id=\"covered\" aria-live=\"polite\" tabindex=\"-1\">\n");
          html.add("<h2>{}</h2>\n", name);
          new CoverageHtml(html, said(words)).write(analysis);
          html.add("</section>\n");
        });
  }

  @Override
  public void close() {
    counting.close();
  }

  private static final class Counting implements AutoCloseable {

    private final Bench bench;
    private final KeptResult<Counted> kept;

    Counting(Bench bench, Consumer<Throwable> failures) {
      this.bench = bench;
      this.kept =
          new KeptResult<>(
              KeptResult.job("overview", failures),
              Counted.NOTHING,
              () -> bench.stamp(Glossaries.OF_PROJECT.paths(bench.workplace())),
              this::count);
    }

    /** Returns the present counts, and starts an update if something has changed. */
    KeptResult.State<Counted> state() {
      return kept.state();
    }

    private Counted count(Consumer<Counted> show, Notices progress) {
      if (!bench.hasMemory()) {
        return Counted.NOTHING;
      }
      Optional<MemoryOverview.Result> memory =
          Optional.of(
              new MemoryOverview(progress).count(MemoryOverview.Request.of(bench.memory())));
      show.accept(new Counted(memory, kept.known().value().terms()));
      List<Concept> concepts = Glossaries.OF_PROJECT.read(bench.workplace(), Notices.NONE);
      List<TermCounts> terms =
          concepts.isEmpty()
              ? List.of()
              : new GlossaryQueries(bench.workplace(), progress, bench.lexicon())
                  .count(PairSource.ofMemory(bench.memory()), concepts)
                  .terms();
      return new Counted(memory, terms);
    }

    @Override
    public void close() {
      kept.close();
    }
  }

  /** Shows the number of findings. The memory is checked when the user asks for it. */
  private static final class FindingRoutes {

    private static final String PATH = "/overview/findings";

    private final KeptCheck checking;

    FindingRoutes(KeptCheck checking) {
      this.checking = checking;
    }

    List<Route> routes() {
      return List.of(Route.page(PATH, this::part));
    }

    private Answer part(Call call) throws IOException {
      boolean starts = !call.query().text("check").isEmpty();
      return Shell.part(call, (html, words) -> write(html, words, starts));
    }

    /**
     * Writes the present findings.
     *
     * @param starts whether to start a check if there was none
     */
    void write(Html html, Words words, boolean starts) throws IOException {
      OverviewWords said = words == Words.CHINESE ? OverviewWords.CHINESE : OverviewWords.ENGLISH;
      FindingCountsHtml counts = new FindingCountsHtml(html, said, new RoomLinks());
      html.add("<section id=\"findings\" aria-labelledby=\"overview-findings\" tabindex=\"-1\">\n");
      counts.writeHeading();
      try {
        KeptResult.State<Checked> state = starts ? checking.state() : checking.known();
        writeState(html, words, state);
        if (state.value().isDone()) {
          counts.write(counts(state.value()));
        }
      } catch (InputException e) {
        html.add("<p class=\"alert\">{}</p>\n", String.valueOf(e.getMessage()));
      }
      html.add("</section>\n");
    }

    private static FindingCounts counts(Checked checked) {
      return FindingCounts.of(
          checked.rows().stream().map(KeptCheck.Row::finding).toList(), checked.terms());
    }

    private static void writeState(Html html, Words words, KeptResult.State<Checked> state)
        throws IOException {
      if (!state.error().isEmpty()) {
        html.add("<p class=\"alert\">{}</p>\n", state.error());
      }
      if (state.running()) {
        html.add("<p class=\"soft\" id=\"checking\" hx-get=\"{}\"", PATH);
        html.add(" hx-trigger=\"load delay:500ms\" hx-target=\"#findings\" hx-swap=\"outerHTML\">");
        html.add("{}</p>\n", words.say("check.running", state.share()));
      } else if (!state.value().isDone()) {
        writeOffer(html, words, "overview.unchecked", "overview.check");
      } else if (state.outdated()) {
        writeOffer(html, words, "overview.outdated", "overview.check.again");
      }
    }

    private static void writeOffer(Html html, Words words, String why, String what)
        throws IOException {
      html.add("<p><span class=\"soft\">{}</span> ", words.say(why));
      html.add("<a class=\"button\" id=\"check-memory\" href=\"{}\"", Room.CHECK.path());
      html.add(" hx-get=\"{}?check=yes\" hx-target=\"#findings\" hx-swap=\"outerHTML\">", PATH);
      html.add("{}</a></p>\n", words.say(what));
    }
  }

  /**
   * The present counts.
   *
   * @param memory empty until it is counted, or if there is none
   * @param terms translations of the glossary terms; empty until they are known
   */
  private record Counted(Optional<MemoryOverview.Result> memory, List<TermCounts> terms) {

    static final Counted NOTHING = new Counted(Optional.empty(), List.of());

    Counted {
      terms = List.copyOf(terms);
    }
  }

  private static final class RoomLinks implements OverviewLinks {

    /** Confidences are stored in ten-thousandths. */
    private static final double STEP = 0.0001;

    @Override
    public String units(String document, Unit.Status status) {
      return memory(document) + "status=" + status.label();
    }

    @Override
    public String units(String document, ConfidenceBand band) {
      double max = band.end() == 1 ? 1 : band.end() - STEP;
      return String.format(Locale.ROOT, "%smin=%.2f&max=%.4f", memory(document), band.min(), max);
    }

    private static String memory(String document) {
      return document.isEmpty() ? Room.MEMORY.path() + "?" : Links.to(Room.MEMORY, document) + "&";
    }

    @Override
    public String article(String document) {
      return Links.to(Room.ALIGN, document);
    }

    @Override
    public String term(String zh) {
      return Room.MEMORY.path() + "?in=source&q=" + Links.encoded(zh);
    }

    @Override
    public String findings(String rule, @Nullable Severity severity) {
      return check("rule", rule, severity);
    }

    @Override
    public String findingsAbout(String term, @Nullable Severity severity) {
      return check("term", term, severity);
    }

    private static String check(String field, String value, @Nullable Severity severity) {
      String address = Room.CHECK.path() + "?" + field + "=" + Links.encoded(value);
      return severity == null ? address : address + "&severity=" + severity.label();
    }
  }
}
