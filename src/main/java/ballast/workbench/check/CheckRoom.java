package ballast.workbench.check;

import ballast.report.page.Html;
import ballast.server.Answer;
import ballast.server.Call;
import ballast.server.Parameters;
import ballast.server.RefusedException;
import ballast.server.Route;
import ballast.workbench.edit.CommandHtml;
import ballast.workbench.edit.EditPlace;
import ballast.workbench.edit.UnitEditor;
import ballast.workbench.findings.Checked;
import ballast.workbench.findings.KeptCheck;
import ballast.workbench.findings.Row;
import ballast.workbench.frame.Bench;
import ballast.workbench.frame.KeptResult;
import ballast.workbench.frame.Room;
import ballast.workbench.frame.Shell;
import ballast.workbench.frame.Words;
import ballast.workflow.check.Acceptance;
import ballast.workflow.check.RuleExplanation;
import ballast.workflow.memory.TranslationCorrection;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** The room of the check: the findings about the memory, each with what can be done about it. */
public final class CheckRoom implements AutoCloseable {

  private static final Pattern KEY = Pattern.compile("[0-9a-f]+(-[0-9]+)?");

  private final Bench bench;
  private final Shell shell;
  private final KeptCheck checking;
  private final UnitEditor editor;
  private final FixRoutes fixes;

  /**
   * @param checking the findings, which other rooms show too; it is not closed here
   * @param failures gets internal errors of work in the background
   */
  public CheckRoom(Bench bench, Shell shell, KeptCheck checking, Consumer<Throwable> failures) {
    this.bench = bench;
    this.shell = shell;
    this.checking = checking;
    this.editor = new UnitEditor(bench);
    this.fixes = new FixRoutes(bench, shell, checking, failures);
  }

  /** Its pages and what they send. */
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
                Route.change("/check/waive", this::waive)));
    routes.addAll(fixes.routes());
    routes.addAll(new WaiverRoutes(bench, shell, checking).routes());
    return routes;
  }

  private Answer page(Call call) throws IOException {
    if (!bench.hasMemory()) {
      return shell.page(
          call, Shell.Page.of(Room.CHECK, Words.of(call).say("room.check")), CheckHtml::writeEmpty);
    }
    KeptResult.State<Checked> state = checking.state();
    CheckQuery query = new CheckQuery(call.query());
    return shell.page(
        call,
        Shell.Page.of(Room.CHECK, Words.of(call).say("room.check")),
        (html, words) -> {
          html.add("<h1>{}</h1>\n", words.say("room.check"));
          writeTools(html, words);
          new CheckHtml(html, words).write(query, state);
          writeKeys(html, words);
        });
  }

  private static void writeTools(Html html, Words words) throws IOException {
    html.add("<div class=\"tools\">\n");
    CommandHtml.writePlace(html);
    html.add("<nav class=\"line\" aria-label=\"{}\">", words.say("memory.tools"));
    html.add("<a href=\"/check/fixes\">{}</a> ", words.say("check.fixes"));
    html.add("<a href=\"/check/waivers\">{}</a> ", words.say("check.waivers"));
    html.add("<button type=\"button\" id=\"show-keys\">{}</button>", words.say("memory.keys"));
    html.add("</nav>\n</div>\n<p id=\"done\" role=\"status\"></p>\n");
  }

  private static void writeKeys(Html html, Words words) throws IOException {
    html.add("<dialog id=\"keys\" aria-labelledby=\"keys-title\">\n");
    html.add("<h2 id=\"keys-title\">{}</h2>\n<dl>\n", words.say("memory.keys"));
    for (String key : List.of("j", "k", "n", "f", "e", "w", "Enter", "h", "z", "y", "?")) {
      html.add("<div><dt><kbd>{}</kbd></dt>", key);
      html.add("<dd>{}</dd></div>\n", words.say("check.key." + key));
    }
    html.add(
        "</dl>\n<form method=\"dialog\"><button>{}</button></form>\n", words.say("memory.close"));
    html.add("</dialog>\n");
  }

  /** Whether the memory is still being checked; the page asks until it is not. */
  private Answer running(Call call) throws IOException {
    KeptResult.State<Checked> state = checking.state();
    Answer answer =
        Shell.part(
            call,
            (html, words) ->
                new CheckHtml(html, words).writeRunning(state.running(), state.share()));
    return state.running() ? answer : answer.with("HX-Trigger", "check-changed");
  }

  private Answer rule(Call call) throws IOException {
    String page =
        new RuleExplanation().explain(new RuleExplanation.Request(call.query().required("rule")));
    return Shell.part(call, (html, words) -> new RuleHtml(html).write(page));
  }

  /** The texts of a finding; if it is gone, the page loads its findings again. */
  private Answer texts(Call call) throws IOException {
    Optional<Row> row = checking.state().value().row(call.query().required("finding"));
    return row.isEmpty()
        ? Shell.part(call, (html, words) -> {}).with("HX-Trigger", "check-changed")
        : Shell.part(call, (html, words) -> new RowHtml(html, words, "").writeTexts(row.get()));
  }

  private Answer form(Call call) throws IOException {
    Row row = row(call, call.query());
    return editor.form(call, row.unit(), place(row.key(), call));
  }

  /** Saves a translation, even if the finding beside it is gone in the meantime. */
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
    Row row = row(call, call.form());
    List<String> corrected = row.corrected();
    int number = call.form().number("suggestion", 0, Math.max(0, corrected.size() - 1), 0);
    if (corrected.isEmpty()) {
      throw RefusedException.badRequest(words.say("check.no.fix"));
    }
    String note = "fix " + row.finding().rule();
    String known = row.checked().place().value().target();
    TranslationCorrection.Result result =
        checking.change(
            row.unit(), () -> editor.correct(row.unit(), known, corrected.get(number), note));
    return result.outcome() == TranslationCorrection.Outcome.CHANGED_ELSEWHERE
        ? done(call, words.say("check.changed"))
        : done(call, words.say("check.fixed"));
  }

  private Answer reason(Call call) throws IOException {
    Row row = row(call, call.query());
    String file = new Acceptance(bench.workplace()).file();
    String address = new CheckQuery(call.query()).address();
    return Shell.part(
        call, (html, words) -> new RowHtml(html, words, address).writeWaiver(row, file));
  }

  private Answer waive(Call call) throws IOException {
    checking.accept(row(call, call.form()), call.form().text("reason"));
    return done(call, Words.of(call).say("check.waived.one"));
  }

  private Row row(Call call, Parameters given) {
    return checking
        .state()
        .value()
        .row(given.required("finding"))
        .orElseThrow(() -> RefusedException.conflict(Words.of(call).say("check.gone")));
  }

  /** The findings as they are now, and what was done. */
  private Answer done(Call call, String message) throws IOException {
    KeptResult.State<Checked> state = checking.state();
    return Shell.part(
        call,
        (html, words) -> {
          new CheckHtml(html, words).write(new CheckQuery(call.query()), state);
          html.add("<p id=\"done\" hx-swap-oob=\"innerHTML\">{}</p>\n", message);
          html.add("<div id=\"undo\" class=\"line\" hx-swap-oob=\"true\" hx-get=\"/memory/undo\"");
          html.add(" hx-trigger=\"load\" hx-swap=\"outerHTML\"></div>\n");
        });
  }

  @Override
  public void close() {
    fixes.close();
  }
}
