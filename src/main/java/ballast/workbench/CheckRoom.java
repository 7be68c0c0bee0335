package ballast.workbench;

import ballast.app.check.Acceptance;
import ballast.app.check.Acceptance.Accepted;
import ballast.app.check.Fixing;
import ballast.app.check.RuleExplanation;
import ballast.app.page.Html;
import ballast.app.units.TranslationCorrection;
import ballast.bitext.Correction.TextEdit;
import ballast.bitext.Sha256;
import ballast.check.FixPlanner.FixPlan;
import ballast.check.FixRun;
import ballast.check.LocatedFinding;
import ballast.check.Passage;
import ballast.check.Waivers.Waived;
import ballast.memory.CommandInfo.Origin;
import ballast.server.Answer;
import ballast.server.Call;
import ballast.server.Parameters;
import ballast.server.RefusedException;
import ballast.server.Route;
import ballast.workbench.KeptCheck.Checked;
import ballast.workbench.Room.Links;
import ballast.workbench.UnitEditor.EditPlace;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The room of the check: the findings about the memory and the actions on them. */
public final class CheckRoom implements AutoCloseable {

  private static final Pattern KEY = Pattern.compile("[0-9a-f]+(-[0-9]+)?");

  private final Bench bench;
  private final Shell shell;
  private final KeptCheck checking;
  private final UnitEditor editor;
  private final FixRoutes fixes;

  /**
   * @param checking the findings, shared with other rooms; not closed here
   * @param failures receives internal errors of background work
   */
  public CheckRoom(Bench bench, Shell shell, KeptCheck checking, Consumer<Throwable> failures) {
    this.bench = bench;
    this.shell = shell;
    this.checking = checking;
    this.editor = new UnitEditor(bench);
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

  /** Whether the check is still running. The page asks until it is not. */
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
    String page = RuleExplanation.explain(call.query().required("rule"));
    return Shell.part(call, (html, words) -> new RuleHtml(html).write(page));
  }

  /** Returns the texts of a finding. If it is gone, the page reloads its findings. */
  private Answer texts(Call call) throws IOException {
    Optional<KeptCheck.Row> row = checking.state().value().row(call.query().required("finding"));
    return row.isEmpty()
        ? Shell.part(call, (html, words) -> {}).with("HX-Trigger", "check-changed")
        : Shell.part(call, (html, words) -> new RowHtml(html, words, "").writeTexts(row.get()));
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
    TranslationCorrection.Result result =
        checking.change(
            row.unit(), () -> editor.correct(row.unit(), known, corrected.get(number), note));
    return result.outcome() == TranslationCorrection.Outcome.CHANGED_ELSEWHERE
        ? done(call, words.say("check.changed"))
        : done(call, words.say("check.fixed"));
  }

  private Answer reason(Call call) throws IOException {
    KeptCheck.Row row = row(call, call.query());
    String file = new Acceptance(bench.workplace()).file();
    String address = new CheckQuery(call.query()).address();
    return Shell.part(
        call, (html, words) -> new RowHtml(html, words, address).writeWaiver(row, file));
  }

  private Answer waive(Call call) throws IOException {
    checking.accept(row(call, call.form()), call.form().text("reason"));
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
        return shell.page(call, page, CheckHtml::writeEmpty);
      }
      KeptResult.State<PlannedFixes> state = plan.state();
      return shell.page(call, page, (html, words) -> new FixHtml(html, words).write(state));
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
          (html, say) -> new FixHtml(html, say).writeDone(planned.fixed(), planned.left().size()));
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
      KeptCheck.Row row =
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
            html.add(
                "<p id=\"done\" hx-swap-oob=\"innerHTML\">{}</p>\n", say.say("check.unwaived"));
          });
    }

    private List<Accepted> reasons(Checked checked) {
      List<LocatedFinding> findings =
          checked.accepted().stream().map(KeptCheck.Row::checked).toList();
      return new Acceptance(bench.workplace()).reasons(findings);
    }
  }

  /** Writes the manual's page about a rule as plain paragraphs and tables. */
  private static final class RuleHtml {

    private final Html html;

    RuleHtml(Html html) {
      this.html = html;
    }

    /**
     * @param page Markdown with a title, paragraphs and tables of two columns
     */
    void write(String page) throws IOException {
      html.add("<div class=\"rule-page\" lang=\"en\">\n");
      for (String block : page.strip().split("\\n\\s*\\n")) {
        if (block.startsWith("|")) {
          writeTable(block);
        } else if (!block.startsWith("# ")) {
          html.add("<p>{}</p>\n", plain(block.replace('\n', ' ')));
        }
      }
      html.add("</div>\n");
    }

    private void writeTable(String block) throws IOException {
      html.add("<dl>\n");
      for (String line : block.split("\\n")) {
        String[] cells = line.split("\\|", -1);
        if (cells.length > 2 && !cells[1].isBlank() && !cells[1].strip().startsWith("-")) {
          html.add("<div><dt>{}</dt>", plain(cells[1].strip()));
          html.add("<dd>{}</dd></div>\n", plain(cells[2].strip()));
        }
      }
      html.add("</dl>\n");
    }

    private static String plain(String text) {
      return text.replace("**", "").replace("`", "");
    }
  }

  /**
   * Safe replacements.
   *
   * @param digest identifies exactly these; "" if they have not been planned yet
   */
  private record PlannedFixes(Fixing.Result result, String digest) {

    static final PlannedFixes NONE =
        new PlannedFixes(
            new Fixing.Result(
                /* applied= */ false,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of()),
            "");

    static PlannedFixes of(Fixing.Result result) {
      return new PlannedFixes(
          result,
          Sha256.hex(
              result.corrected().stream()
                  .map(PlannedFixes::line)
                  .collect(Collectors.joining("\n"))));
    }

    private static String line(FixRun.Corrected one) {
      return one.place().value().id() + '\t' + one.place().value().target() + '\t' + one.fixes();
    }

    boolean isDone() {
      return !digest.isEmpty();
    }
  }

  private static final class FixHtml {

    private static final int MAX_SHOWN = 100;

    private final Html html;
    private final Words words;

    FixHtml(Html html, Words words) {
      this.html = html;
      this.words = words;
    }

    void write(KeptResult.State<PlannedFixes> state) throws IOException {
      html.add("<p><a href=\"{}\">{}</a></p>\n", Room.CHECK.path(), words.say("room.check"));
      html.add("<h1>{}</h1>\n<p>{}</p>\n", words.say("check.fixes"), words.say("check.fixes.what"));
      html.add("<section id=\"fixes\" aria-live=\"polite\">\n");
      if (!state.error().isEmpty()) {
        html.add("<p class=\"alert\">{}</p>\n", state.error());
      }
      if (state.running()) {
        html.add("<p id=\"planning\" class=\"soft\" hx-get=\"/check/fixes\"");
        html.add(" hx-select=\"#fixes\" hx-target=\"#fixes\" hx-swap=\"outerHTML\"");
        html.add(" hx-trigger=\"load delay:500ms\">");
        html.add("{}</p>\n", words.say("check.fixes.planning", state.share()));
      } else if (state.value().isDone()) {
        writePlanned(state.value());
      }
      html.add("</section>\n");
    }

    private void writePlanned(PlannedFixes plan) throws IOException {
      Fixing.Result planned = plan.result();
      List<FixRun.Corrected> corrected = planned.corrected();
      html.add("<h2>{}</h2>\n", words.say("check.fixes.count", planned.fixed(), corrected.size()));
      if (!corrected.isEmpty()) {
        html.add("<p><button class=\"go\" id=\"apply\" hx-post=\"/check/fixes\"");
        html.add(" hx-target=\"#fixes\" hx-swap=\"outerHTML\" ");
        html.add(" hx-vals='{\"shown\":\"{}\"}'>", plan.digest());
        html.add("{}</button></p>\n", words.say("check.fixes.apply"));
      }
      html.add("<ol class=\"units\">\n");
      for (FixRun.Corrected one : corrected.subList(0, Math.min(MAX_SHOWN, corrected.size()))) {
        writeCorrected(one);
      }
      html.add("</ol>\n");
      if (corrected.size() > MAX_SHOWN) {
        html.add(
            "<p class=\"soft\">{}</p>\n", words.say("memory.more", corrected.size() - MAX_SHOWN));
      }
      writeLeft(planned.left());
    }

    private void writeCorrected(FixRun.Corrected one) throws IOException {
      Passage passage = one.place().value();
      html.add("<li class=\"unit plain\"><div class=\"texts\">");
      html.add("<p lang=\"{}\">{}</p>", passage.sourceLang().tag(), passage.source());
      html.add("<p lang=\"{}\">", passage.targetLang().tag());
      String target = passage.target();
      int at = 0;
      for (TextEdit fix : one.fixes()) {
        html.add(
            "{}<del>{}</del>", target.substring(at, fix.span().start()), fix.span().of(target));
        html.add("<ins>{}</ins>", fix.text());
        at = fix.span().end();
      }
      html.add("{}</p></div>\n", target.substring(at));
      html.add("<p class=\"facts\"><span>{}</span></p></li>\n", passage.document());
    }

    private void writeLeft(List<FixPlan> left) throws IOException {
      if (left.isEmpty()) {
        return;
      }
      html.add("<h2>{}</h2>\n<ol class=\"units\">\n", words.say("check.fixes.left", left.size()));
      for (FixPlan plan : left.subList(0, Math.min(MAX_SHOWN, left.size()))) {
        Passage passage = plan.checked().place().value();
        html.add(
            "<li class=\"unit plain\"><p lang=\"en\">{}: ", plan.checked().finding().message());
        html.add("<strong>{}</strong></p><div class=\"texts\">", plan.reason());
        html.add("<p lang=\"{}\">{}</p>", passage.sourceLang().tag(), passage.source());
        html.add(
            "<p lang=\"{}\">{}</p></div></li>\n", passage.targetLang().tag(), passage.target());
      }
      html.add("</ol>\n");
    }

    void writeDone(int fixed, int left) throws IOException {
      html.add("<section id=\"fixes\" aria-live=\"polite\">\n<p id=\"done\">");
      html.add("{}</p>\n", words.say("check.fixes.done", fixed, left));
      html.add("<p><a href=\"{}\">{}</a></p>\n", Room.CHECK.path(), words.say("room.check"));
      html.add("</section>\n");
    }
  }

  private static final class WaiverHtml {

    private static final int MAX_SHOWN = 200;

    private final Html html;
    private final Words words;

    WaiverHtml(Html html, Words words) {
      this.html = html;
      this.words = words;
    }

    /**
     * Writes the waived findings. During a check the page asks again.
     *
     * @param reasons the findings of the baseline, in its order
     */
    void write(KeptResult.State<Checked> state, List<Accepted> reasons) throws IOException {
      Checked checked = state.value();
      html.add(
          "<section id=\"waivers\" tabindex=\"-1\" aria-label=\"{}\">\n",
          words.say("check.waivers"));
      if (!state.error().isEmpty()) {
        html.add("<p class=\"alert\">{}</p>\n", state.error());
      }
      if (state.running()) {
        html.add("<p id=\"running\" class=\"soft\" hx-get=\"/check/waivers\"");
        html.add(" hx-select=\"#waivers\" hx-target=\"#waivers\" hx-swap=\"outerHTML\"");
        html.add(" hx-trigger=\"load delay:500ms\">");
        html.add("{}</p>\n", words.say("check.running", state.share()));
      } else {
        html.add("<p id=\"running\" hidden></p>\n");
      }
      if (checked.isDone() && checked.leftOut() == 0) {
        html.add("<p>{}</p>\n", words.say("check.waivers.none"));
      }
      writeAccepted(checked.accepted(), reasons);
      writeNoted(checked.waived());
      html.add("</section>\n");
    }

    private void writeAccepted(List<KeptCheck.Row> rows, List<Accepted> reasons)
        throws IOException {
      int shown = Math.min(Math.min(rows.size(), reasons.size()), MAX_SHOWN);
      html.add("<ol class=\"units findings\">\n");
      for (int i = 0; i < shown; i++) {
        String key = rows.get(i).key();
        begin(rows.get(i).checked());
        writeReason(reasons.get(i).reason(), reasons.get(i).author());
        html.add("<div class=\"acts\"><button id=\"back-{}\"", key);
        html.add(" hx-post=\"/check/waivers\" hx-target=\"#waivers\" hx-swap=\"outerHTML\"");
        html.add(" hx-vals='{\"finding\":\"{}\"}'>", key);
        html.add("{}</button></div></div>\n</li>\n", words.say("check.unwaive"));
      }
      html.add("</ol>\n");
      if (rows.size() > shown) {
        html.add("<p class=\"soft\">{}</p>\n", words.say("memory.more", rows.size() - shown));
      }
    }

    /** Writes the findings waived in a note. The user edits the note itself. */
    private void writeNoted(List<Waived> waived) throws IOException {
      if (waived.isEmpty()) {
        return;
      }
      html.add("<h2>{}</h2>\n<ol class=\"units findings\">\n", words.say("check.waivers.noted"));
      for (Waived one : waived.subList(0, Math.min(MAX_SHOWN, waived.size()))) {
        begin(one.checked());
        writeReason(one.waiver().reason(), "");
        html.add("</div>\n</li>\n");
      }
      html.add("</ol>\n");
      if (waived.size() > MAX_SHOWN) {
        html.add("<p class=\"soft\">{}</p>\n", words.say("memory.more", waived.size() - MAX_SHOWN));
      }
    }

    private void begin(LocatedFinding one) throws IOException {
      Passage passage = one.place().value();
      html.add("<li class=\"unit plain\">\n<p class=\"what\"><span class=\"badge\">");
      html.add("{}</span> ", one.finding().rule());
      html.add("<span lang=\"en\" class=\"message\">{}</span></p>\n", one.finding().message());
      html.add("<div class=\"texts\"><p lang=\"{}\">", passage.sourceLang().tag());
      html.add("{}</p><p lang=\"{}\">", passage.source(), passage.targetLang().tag());
      html.add("{}</p></div>\n<div class=\"state\"><p class=\"facts\">", passage.target());
      if (passage.document().isEmpty()) {
        html.add("<a href=\"{}?q={}\">", Room.MEMORY.path(), Links.encoded(passage.source()));
        html.add("{}</a> ", words.say("room.memory"));
      } else {
        html.add("<a href=\"{}&amp;unit=", Links.to(Room.ALIGN, passage.document()));
        html.add("{}\">{}</a> ", passage.id(), passage.document());
      }
    }

    private void writeReason(String reason, String author) throws IOException {
      html.add(
          "<span class=\"reason\">{}</span> ",
          reason.isEmpty() ? words.say("check.no.reason") : reason);
      if (!author.isEmpty()) {
        html.add("<span class=\"author\">{}</span>", author);
      }
      html.add("</p>\n");
    }
  }
}
