package ballast.workbench.check;

import ballast.memory.Origin;
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
import ballast.workflow.check.Fixing;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/** Shows all replacements that are safe, and makes them. They are planned in the background. */
final class FixRoutes implements AutoCloseable {

  private final Bench bench;
  private final Shell shell;
  private final KeptCheck checking;
  private final KeptResult<PlannedFixes> plan;

  /**
   * @param failures gets internal errors
   */
  FixRoutes(Bench bench, Shell shell, KeptCheck checking, Consumer<Throwable> failures) {
    this.bench = bench;
    this.shell = shell;
    this.checking = checking;
    this.plan =
        new KeptResult<>(
            KeptResult.job("fixes", failures),
            PlannedFixes.NONE,
            checking::stamp,
            (show, progress) -> PlannedFixes.of(checking.check().telling(progress).planFixes()));
  }

  List<Route> routes() {
    return List.of(
        shell.route(Room.CHECK, "/check/fixes", this::preview),
        Route.change("/check/fixes", this::apply));
  }

  private Answer preview(Call call) throws IOException {
    Shell.Page page = Shell.Page.of(Room.CHECK, Words.of(call).say("check.fixes"));
    if (!bench.hasMemory()) {
      return shell.page(call, page, CheckHtml::writeEmpty);
    }
    KeptResult.State<PlannedFixes> state = plan.state();
    return shell.page(call, page, (html, words) -> new FixHtml(html, words).write(state));
  }

  /** Makes what the page has shown, and nothing else. */
  private Answer apply(Call call) throws IOException {
    Words words = Words.of(call);
    String shown = call.form().required("shown");
    KeptResult.State<PlannedFixes> state = plan.known();
    if (state.running() || state.outdated() || !state.value().digest().equals(shown)) {
      throw RefusedException.conflict(words.say("check.fixes.other"));
    }
    Fixing.Result planned = state.value().result();
    checking
        .check()
        .applyFixes(planned, new Origin(bench.workplace().author(), "workbench: check --fix"));
    return Shell.part(
        call,
        (html, say) -> new FixHtml(html, say).writeDone(planned.fixed(), planned.left().size()));
  }

  @Override
  public void close() {
    plan.close();
  }
}
