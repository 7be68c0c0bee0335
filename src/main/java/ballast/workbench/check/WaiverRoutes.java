package ballast.workbench.check;

import ballast.check.LocatedFinding;
import ballast.server.Answer;
import ballast.server.Call;
import ballast.server.RefusedException;
import ballast.server.Route;
import ballast.workbench.findings.Checked;
import ballast.workbench.findings.KeptCheck;
import ballast.workbench.findings.Row;
import ballast.workbench.frame.Bench;
import ballast.workbench.frame.KeptResult;
import ballast.workbench.frame.Room;
import ballast.workbench.frame.Shell;
import ballast.workbench.frame.Words;
import ballast.workflow.check.Acceptance;
import ballast.workflow.check.Accepted;
import java.io.IOException;
import java.util.List;

/** Shows which findings are waived, by whom and why, and takes a waiver back. */
final class WaiverRoutes {

  private final Bench bench;
  private final Shell shell;
  private final KeptCheck checking;

  WaiverRoutes(Bench bench, Shell shell, KeptCheck checking) {
    this.bench = bench;
    this.shell = shell;
    this.checking = checking;
  }

  List<Route> routes() {
    return List.of(
        shell.route(Room.CHECK, "/check/waivers", this::list),
        Route.change("/check/waivers", this::takeBack));
  }

  private Answer list(Call call) throws IOException {
    Shell.Page page = Shell.Page.of(Room.CHECK, Words.of(call).say("check.waivers"));
    if (!bench.hasMemory()) {
      return shell.page(call, page, CheckHtml::writeEmpty);
    }
    KeptResult.State<Checked> state = checking.state();
    List<Accepted> reasons = reasons(state.value());
    return shell.page(
        call,
        page,
        (html, words) -> {
          html.add("<p><a href=\"{}\">", Room.CHECK.path());
          html.add(
              "{}</a></p>\n<h1>{}</h1>\n", words.say("room.check"), words.say("check.waivers"));
          html.add("<p id=\"done\" role=\"status\"></p>\n");
          new WaiverHtml(html, words).write(state, reasons);
        });
  }

  private Answer takeBack(Call call) throws IOException {
    Words words = Words.of(call);
    Row row =
        checking
            .state()
            .value()
            .accepted(call.form().required("finding"))
            .orElseThrow(() -> RefusedException.conflict(words.say("check.gone")));
    checking.open(row);
    KeptResult.State<Checked> state = checking.state();
    List<Accepted> reasons = reasons(state.value());
    return Shell.part(
        call,
        (html, say) -> {
          new WaiverHtml(html, say).write(state, reasons);
          html.add("<p id=\"done\" hx-swap-oob=\"innerHTML\">{}</p>\n", say.say("check.unwaived"));
        });
  }

  private List<Accepted> reasons(Checked checked) {
    List<LocatedFinding> findings = checked.accepted().stream().map(Row::checked).toList();
    return new Acceptance(bench.workplace()).reasons(findings);
  }
}
