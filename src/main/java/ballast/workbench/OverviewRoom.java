package ballast.workbench;

import ballast.app.Notices;
import ballast.app.check.PairSource;
import ballast.app.documents.MatchAnalysis;
import ballast.app.documents.MemoryCoverage;
import ballast.app.glossary.GlossaryQueries;
import ballast.app.project.Glossaries;
import ballast.app.units.MemoryOverview;
import ballast.bitext.InputException;
import ballast.check.TermStatistics.TermCounts;
import ballast.glossary.Concept;
import ballast.memory.UnitFilter;
import ballast.server.Answer;
import ballast.server.Call;
import ballast.server.RefusedException;
import ballast.server.Route;
import ballast.workbench.OverviewPage.Counted;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/** The room of the overview: charts and figures about the memory. */
public final class OverviewRoom implements AutoCloseable {

  private final Bench bench;
  private final Shell shell;
  private final Counting counting;
  private final KeptCheck checking;

  /**
   * @param checking the findings, shared with other rooms; not closed here
   * @param failures receives internal errors of background work
   */
  public OverviewRoom(Bench bench, Shell shell, KeptCheck checking, Consumer<Throwable> failures) {
    this.bench = bench;
    this.shell = shell;
    this.counting = new Counting(bench, failures);
    this.checking = checking;
  }

  public List<Route> routes() {
    return List.of(
        shell.route(Room.OVERVIEW, this::page),
        Route.page("/overview/counts", this::counts),
        Route.page("/overview/findings", this::findings),
        Route.upload("/overview/file", this::coverage));
  }

  private Answer page(Call call) throws IOException {
    if (!bench.hasMemory()) {
      return shell.empty(call, Room.OVERVIEW);
    }
    OverviewPage page = content(/* starts= */ false);
    return shell.page(
        call,
        Shell.Page.of(Room.OVERVIEW, Words.of(call).say("room.overview")),
        (out, words) -> JteOverviewRoomPageGenerated.render(out, null, words, page));
  }

  /**
   * Returns the present counts and findings.
   *
   * @param starts whether to start a check if there was none
   */
  private OverviewPage content(boolean starts) {
    try {
      return new OverviewPage(
          counting.state(), starts ? checking.state() : checking.known(), /* problem= */ "");
    } catch (InputException e) {
      return new OverviewPage(counting.state(), null, String.valueOf(e.getMessage()));
    }
  }

  private Answer counts(Call call) throws IOException {
    OverviewPage page = content(/* starts= */ false);
    return Shell.part(
        call, (out, words) -> JteOverviewCountsGenerated.render(out, null, words, page));
  }

  /** Returns the number of findings. The memory is checked when the user asks for it. */
  private Answer findings(Call call) throws IOException {
    OverviewPage page = content(!call.query().text("check").isEmpty());
    return Shell.part(
        call, (out, words) -> JteOverviewCheckedGenerated.render(out, null, words, page));
  }

  /** Looks up the sentences of an uploaded file, which is not kept. */
  private Answer coverage(Call call) throws IOException {
    String name = call.query().required("name");
    if (!bench.hasMemory()) {
      throw RefusedException.notFound("there is no memory yet");
    }
    MatchAnalysis analysis =
        new MemoryCoverage(bench.workplace(), Notices.NONE)
            .count(MemoryCoverage.Request.of(List.of(call.file().toString()), bench.memory()));
    return Shell.part(
        call, (out, words) -> JteOverviewCoveredGenerated.render(out, null, words, name, analysis));
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
      MemoryOverview.Result memory =
          new MemoryOverview(progress).count(bench.memory(), UnitFilter.CURRENT);
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
}
