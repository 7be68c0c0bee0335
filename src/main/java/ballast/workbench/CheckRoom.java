package ballast.workbench;

import ballast.app.check.Acceptance;
import ballast.app.check.Fixing;
import ballast.app.check.RuleExplanation;
import ballast.app.units.MemoryEdits;
import ballast.check.LocatedFinding;
import ballast.memory.CommandInfo.Origin;
import ballast.server.Answer;
import ballast.server.Call;
import ballast.server.Parameters;
import ballast.server.RefusedException;
import ballast.server.Route;
import ballast.workbench.CheckPage.PlannedFixes;
import ballast.workbench.KeptCheck.Checked;
import ballast.workbench.ShownUnit.EditPlace;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** The room of the check: the findings about the memory and the actions on them. */
public final class CheckRoom implements AutoCloseable {

  private static final Pattern KEY = Pattern.compile("[0-9a-f]+(-[0-9]+)?");

  private static final String[] BY_DECISION = {
    "j", "k", "J", "y", "h", "n", "f", "o", "Enter", "e", "z", "Z"
  };
  private static final String[] BY_PLACE = {
    "j", "k", "J", "f", "e", "a", "c", "h", "o", "Enter", "z", "Z"
  };

  private final Bench bench;
  private final Shell shell;
  private final KeptCheck checking;
  private final UnitEditor editor;
  private final FileChanges changes;
  private final DecisionRoutes decisions;
  private final FixRoutes fixes;

  /**
   * @param checking the findings, shared with other rooms; not closed here
   * @param changes made in this sitting, shared with other rooms
   * @param failures receives internal errors of background work
   */
  public CheckRoom(
      Bench bench,
      Shell shell,
      KeptCheck checking,
      FileChanges changes,
      Consumer<Throwable> failures) {
    this.bench = bench;
    this.shell = shell;
    this.checking = checking;
    this.changes = changes;
    this.editor = new UnitEditor(bench);
    this.decisions = new DecisionRoutes(bench, checking, changes);
    this.fixes = new FixRoutes(bench, shell, checking, failures);
  }

  public List<Route> routes() {
    List<Route> routes =
        new ArrayList<>(
            List.of(
                shell.route(Room.CHECK, this::page),
                Route.page("/check/running", this::running),
                Route.page("/check/rule", this::rule),
                Route.page("/check/texts", this::texts),
                Route.page("/check/edit", this::form),
                Route.page("/check/waive", this::reason),
                Route.change("/check/edit", this::edit),
                Route.change("/check/fix", this::fix),
                Route.change("/check/approve", this::approve),
                Route.change("/check/waive", this::waive)));
    routes.addAll(decisions.routes());
    routes.addAll(fixes.routes());
    routes.addAll(new WaiverRoutes(bench, shell, checking, changes).routes());
    return routes;
  }

  private Answer page(Call call) throws IOException {
    if (!bench.hasMemory()) {
      return shell.empty(call, Room.CHECK);
    }
    CheckPage page = CheckPage.of(new CheckQuery(call.query()), checking.state());
    return shell.page(
        call,
        Shell.Page.of(Room.CHECK, Words.of(call).say("room.check"))
            .withKeys(page.query().isByPlace() ? BY_PLACE : BY_DECISION),
        (out, words) -> JteCheckRoomPageGenerated.render(out, null, words, page));
  }

  /** Whether the check is still running. The page asks until it is not. */
  private Answer running(Call call) throws IOException {
    KeptResult.State<Checked> state = checking.state();
    Answer answer =
        Shell.part(call, (out, words) -> JteCheckRunningGenerated.render(out, null, words, state));
    return state.running() ? answer : answer.with("HX-Trigger", "check-changed");
  }

  private Answer rule(Call call) throws IOException {
    String page = RuleExplanation.explain(call.query().required("rule"));
    return Shell.part(
        call, (out, words) -> JteRulePageGenerated.render(out, null, CheckPage.blocks(page)));
  }

  /** Returns the texts of a finding. If it is gone, the page reloads its findings. */
  private Answer texts(Call call) throws IOException {
    Optional<KeptCheck.Row> row = checking.state().value().row(call.query().required("finding"));
    return row.isEmpty()
        ? Shell.part(call, (out, words) -> {}).with("HX-Trigger", "check-changed")
        : Shell.part(call, (out, words) -> JteCheckTextsGenerated.render(out, null, row.get()));
  }

  private Answer form(Call call) throws IOException {
    KeptCheck.Row row = row(call, call.query());
    return editor.form(call, row.unit(), place(row.key(), call));
  }

  /** Saves a translation, even if its finding has disappeared in the meantime. */
  private Answer edit(Call call) throws IOException {
    String key = call.query().required("finding");
    if (!KEY.matcher(key).matches()) {
      throw RefusedException.badRequest("\"" + key + "\" is not the key of a finding");
    }
    Optional<Answer> conflict =
        checking.change(call.form().required("unit"), () -> editor.save(call, place(key, call)));
    return conflict.isPresent() ? conflict.get() : done(call, Words.of(call).say("memory.saved"));
  }

  private static EditPlace place(String key, Call call) {
    String address = new CheckQuery(call.query()).address();
    return new EditPlace(
        key, "/check/edit?finding=" + key + "&" + address, "/check/texts?finding=" + key, "#check");
  }

  private Answer fix(Call call) throws IOException {
    Words words = Words.of(call);
    KeptCheck.Row row = row(call, call.form());
    List<String> corrected = row.corrected();
    int number = call.form().number("suggestion", 0, Math.max(0, corrected.size() - 1), 0);
    if (corrected.isEmpty()) {
      throw RefusedException.badRequest(words.say("check.no.fix"));
    }
    String note = "fix " + row.finding().rule();
    String known = row.checked().place().value().target();
    MemoryEdits.Corrected result =
        checking.change(
            row.unit(), () -> editor.correct(row.unit(), known, corrected.get(number), note));
    return result.outcome() == MemoryEdits.Outcome.CHANGED_ELSEWHERE
        ? done(call, words.say("check.changed"))
        : done(call, words.say("check.fixed"));
  }

  /** Approves the translation in spite of its finding. */
  private Answer approve(Call call) throws IOException {
    Words words = Words.of(call);
    KeptCheck.Row row = row(call, call.form());
    String known = row.checked().place().value().target();
    int changed =
        checking.change(
            row.unit(), () -> editor.approve(row.unit(), known, words.say("check.changed")));
    return done(call, words.say("memory.done.approve", changed, 0, 0));
  }

  private Answer reason(Call call) throws IOException {
    KeptCheck.Row row = row(call, call.query());
    String file = new Acceptance(bench.workplace()).file();
    String address = new CheckQuery(call.query()).address();
    return Shell.part(
        call,
        (out, words) -> JteCheckWaiverGenerated.render(out, null, words, row.key(), file, address));
  }

  private Answer waive(Call call) throws IOException {
    KeptCheck.Row row = row(call, call.form());
    String reason = call.form().text("reason");
    changes.ofWaiver(call, row, "check.done.waived", () -> checking.accept(row, reason));
    return done(call, Words.of(call).say("check.waived.one"));
  }

  private KeptCheck.Row row(Call call, Parameters given) {
    return checking
        .state()
        .value()
        .row(given.required("finding"))
        .orElseThrow(() -> RefusedException.conflict(Words.of(call).say("check.gone")));
  }

  private Answer done(Call call, String message) throws IOException {
    CheckPage page = CheckPage.of(new CheckQuery(call.query()), checking.state());
    return Shell.part(
            call, (out, words) -> JteCheckDoneGenerated.render(out, null, words, page, message))
        .with("HX-Trigger", "reviewed");
  }

  @Override
  public void close() {
    fixes.close();
  }

  /** Shows and applies all safe replacements. They are planned in the background. */
  private static final class FixRoutes implements AutoCloseable {

    private final Bench bench;
    private final Shell shell;
    private final KeptCheck checking;
    private final KeptResult<PlannedFixes> plan;

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
        return shell.empty(call, Room.CHECK);
      }
      KeptResult.State<PlannedFixes> state = plan.state();
      return shell.page(
          call, page, (out, words) -> JteCheckFixesGenerated.render(out, null, words, state));
    }

    /** Applies exactly the replacements shown on the page. */
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
          (out, say) ->
              JteCheckFixedGenerated.render(
                  out, null, say, planned.fixed(), planned.left().size()));
    }

    @Override
    public void close() {
      plan.close();
    }
  }

  /** Lists the waived findings with author and reason, and removes waivers. */
  private static final class WaiverRoutes {

    private final Bench bench;
    private final Shell shell;
    private final KeptCheck checking;
    private final FileChanges changes;

    WaiverRoutes(Bench bench, Shell shell, KeptCheck checking, FileChanges changes) {
      this.changes = changes;
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
        return shell.empty(call, Room.CHECK);
      }
      CheckPage.Waivers waivers = waivers();
      return shell.page(
          call,
          page,
          (out, words) -> JteCheckWaiversPageGenerated.render(out, null, words, waivers));
    }

    private Answer takeBack(Call call) throws IOException {
      Words words = Words.of(call);
      KeptCheck.Row row =
          checking
              .state()
              .value()
              .accepted(call.form().required("finding"))
              .orElseThrow(() -> RefusedException.conflict(words.say("check.gone")));
      changes.ofWaiver(call, row, "check.done.unwaived", () -> checking.open(row));
      CheckPage.Waivers waivers = waivers();
      return Shell.part(
          call,
          (out, say) -> {
            JteCheckWaiversGenerated.render(out, null, say, waivers);
            JteDoneMessageGenerated.render(out, null, say.say("check.unwaived"));
          });
    }

    private CheckPage.Waivers waivers() {
      KeptResult.State<Checked> state = checking.state();
      List<LocatedFinding> findings =
          state.value().accepted().stream().map(KeptCheck.Row::checked).toList();
      return new CheckPage.Waivers(state, new Acceptance(bench.workplace()).reasons(findings));
    }
  }
}
