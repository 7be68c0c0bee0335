package ballast.workbench.check;

import ballast.bitext.Sha256;
import ballast.check.FixRun;
import ballast.memory.Origin;
import ballast.server.Answer;
import ballast.server.Call;
import ballast.server.RefusedException;
import ballast.server.Route;
import ballast.workbench.frame.Bench;
import ballast.workbench.frame.Room;
import ballast.workbench.frame.Shell;
import ballast.workbench.frame.Words;
import ballast.workflow.check.Fixing;
import ballast.workflow.check.MemoryCheck;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/** Shows all replacements that are safe, and makes them. */
final class FixRoutes {

  private final Bench bench;
  private final Shell shell;
  private final MemoryCheck check;

  FixRoutes(Bench bench, Shell shell, MemoryCheck check) {
    this.bench = bench;
    this.shell = shell;
    this.check = check;
  }

  List<Route> routes() {
    return List.of(
        shell.route(Room.CHECK, "/check/fixes", this::preview),
        Route.change("/check/fixes", this::apply));
  }

  private Answer preview(Call call) throws IOException {
    Fixing.Result planned = check.planFixes();
    return shell.page(
        call,
        Shell.Page.of(Room.CHECK, Words.of(call).say("check.fixes")),
        (html, words) -> new FixHtml(html, words).write(planned, digest(planned)));
  }

  /** Makes what the page has shown, and nothing else. */
  private Answer apply(Call call) throws IOException {
    Words words = Words.of(call);
    if (!digest(check.planFixes()).equals(call.form().required("shown"))) {
      throw RefusedException.conflict(words.say("check.fixes.other"));
    }
    Fixing.Result done =
        check.applyFixes(new Origin(bench.workplace().author(), "workbench: check --fix"));
    return Shell.part(
        call, (html, say) -> new FixHtml(html, say).writeDone(done.fixed(), done.left().size()));
  }

  /** Identifies exactly these replacements. */
  private static String digest(Fixing.Result planned) {
    return Sha256.hex(
        planned.corrected().stream().map(FixRoutes::line).collect(Collectors.joining("\n")));
  }

  private static String line(FixRun.Corrected one) {
    return one.place().value().id() + '\t' + one.place().value().target() + '\t' + one.fixes();
  }
}
