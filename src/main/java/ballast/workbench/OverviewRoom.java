package ballast.workbench;

import ballast.app.Notices;
import ballast.app.documents.MatchAnalysis;
import ballast.app.documents.MemoryCoverage;
import ballast.bitext.InputException;
import ballast.memory.Memory;
import ballast.server.Answer;
import ballast.server.Call;
import ballast.server.RefusedException;
import ballast.server.Route;
import java.io.IOException;
import java.util.List;

/** The room of the overview: charts and figures about the memory. */
public final class OverviewRoom {

  private final Bench bench;
  private final Shell shell;
  private final KeptCounts counting;
  private final KeptCheck checking;

  /**
   * @param counting and {@code checking} are shared with other rooms; not closed here
   */
  public OverviewRoom(Bench bench, Shell shell, KeptCounts counting, KeptCheck checking) {
    this.bench = bench;
    this.shell = shell;
    this.counting = counting;
    this.checking = checking;
  }

  public List<Route> routes() {
    return List.of(
        shell.route(Room.OVERVIEW, this::page),
        Route.page("/overview/tasks", this::tasks),
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
    int comments = new MemoryDesk(bench).ask(Memory::comments).open().size();
    try {
      return new OverviewPage(
          counting.units(),
          counting.terms(),
          starts ? checking.state() : checking.known(),
          /* problem= */ "",
          comments);
    } catch (InputException e) {
      return new OverviewPage(
          counting.units(), counting.terms(), null, String.valueOf(e.getMessage()), comments);
    }
  }

  private Answer tasks(Call call) throws IOException {
    OverviewPage page = content(/* starts= */ false);
    return Shell.part(
        call, (out, words) -> JteOverviewTasksGenerated.render(out, null, words, page));
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
}
