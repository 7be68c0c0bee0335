package ballast.workbench.overview;

import ballast.report.memory.CoverageHtml;
import ballast.report.memory.OverviewHtml;
import ballast.report.memory.OverviewWords;
import ballast.report.page.Html;
import ballast.server.Answer;
import ballast.server.Call;
import ballast.server.RefusedException;
import ballast.server.Route;
import ballast.workbench.findings.KeptCheck;
import ballast.workbench.frame.Bench;
import ballast.workbench.frame.KeptResult;
import ballast.workbench.frame.Room;
import ballast.workbench.frame.Shell;
import ballast.workbench.frame.Words;
import ballast.workflow.translate.MatchAnalysis;
import ballast.workflow.translate.MemoryCoverage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The room of the overview: what an editor looks at instead of reading. */
public final class OverviewRoom implements AutoCloseable {

  private final Bench bench;
  private final Shell shell;
  private final Counting counting;
  private final FindingRoutes findings;

  /**
   * @param checking the findings, which other rooms show too; it is not closed here
   * @param failures gets internal errors of work in the background
   */
  public OverviewRoom(Bench bench, Shell shell, KeptCheck checking, Consumer<Throwable> failures) {
    this.bench = bench;
    this.shell = shell;
    this.counting = new Counting(bench, failures);
    this.findings = new FindingRoutes(checking);
  }

  /** Its pages and what they send. */
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

  /** Writes what is counted; while that goes on, the page asks again. */
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

  /** Looks up the sentences of a file, which is not kept. */
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
}
