package ballast.workbench.align;

import ballast.bitext.Range;
import ballast.memory.Memory;
import ballast.memory.UnitFilter;
import ballast.report.alignment.BeadRows;
import ballast.report.page.Html;
import ballast.report.page.Json;
import ballast.server.Answer;
import ballast.server.Call;
import ballast.server.Parameters;
import ballast.server.Route;
import ballast.workbench.frame.Bench;
import ballast.workbench.frame.Job;
import ballast.workbench.frame.Links;
import ballast.workbench.frame.Room;
import ballast.workbench.frame.Shell;
import ballast.workbench.frame.Words;
import ballast.workflow.edit.OpenArticle;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Shows the beads of an article, and moves them. */
public final class AlignRoom implements AutoCloseable {

  private final Bench bench;
  private final Shell shell;
  private final Desk desk;
  private final Job<String> opening;

  /**
   * @param failures gets internal errors of work in the background
   */
  public AlignRoom(Bench bench, Shell shell, Consumer<Throwable> failures) {
    this.bench = bench;
    this.shell = shell;
    this.desk = new Desk(bench);
    this.opening = new Job<>("opening", "", failures);
  }

  /** Opens the article that was changed last in the background, so that its page comes at once. */
  public void openLatest() {
    opening.start(
        "",
        show -> {
          desk.openLatest();
          return "";
        });
  }

  @Override
  public void close() {
    opening.close();
  }

  /** Its pages and what they send. */
  public List<Route> routes() {
    return List.of(
        shell.route(Room.ALIGN, this::page),
        Route.page("/align/rows", call -> part(call, this::rows)),
        Route.page("/align/bead", call -> part(call, this::bead)),
        Route.page("/align/looks", call -> part(call, this::looks)),
        Route.change("/align/move", this::move),
        Route.change("/align/undo", this::undo),
        Route.change("/align/redo", this::redo));
  }

  private Answer page(Call call) throws IOException {
    String document = call.query().text("document");
    if (document.isEmpty() || !bench.hasMemory()) {
      return Answer.seeOther(
          desk.lastChanged().map(one -> Links.to(Room.ALIGN, one)).orElse(Room.ARTICLES.path()));
    }
    String unit = call.query().text("unit");
    if (!unit.isEmpty()) {
      return Answer.seeOther(Links.to(Room.ALIGN, document) + place(document, unit));
    }
    Desk.Shown shown = desk.open(document);
    Shell.Page page = Shell.Page.of(Room.ALIGN, document);
    return shell.page(call, page, (html, words) -> new AlignHtml(html, words, shown).write());
  }

  /** The row with a unit, as the end of an address; empty if it is in no bead any more. */
  private String place(String document, String unit) {
    UnitFilter wanted = UnitFilter.CURRENT.inDocuments(Set.of(document)).named(Set.of(unit));
    List<Integer> places = new ArrayList<>();
    try (Memory memory = bench.memory().openForReading()) {
      memory.forEachUnit(wanted, one -> places.add(one.provenance().position()));
    }
    return places.isEmpty() || places.get(0) == 0 ? "" : "#" + BeadRows.PREFIX + places.get(0);
  }

  /** Answers with a part of a page. */
  @FunctionalInterface
  private interface Part {
    Answer of(Call call, Desk.Shown shown) throws IOException;
  }

  /** A part of the state that a page shows; nothing if a move is just leading to another one. */
  private Answer part(Call call, Part part) throws IOException {
    Parameters query = call.query();
    Optional<Desk.Shown> shown = desk.find(query.required("document"), query.required("state"));
    return shown.isPresent() ? part.of(call, shown.get()) : Answer.nothing();
  }

  private Answer rows(Call call, Desk.Shown shown) throws IOException {
    int beads = shown.article().beads().size();
    int from = call.query().number("from", 0, beads, 0);
    int to = call.query().number("to", from, beads, from);
    return Shell.part(
        call, (html, words) -> new AlignHtml(html, words, shown).writeRows(new Range(from, to)));
  }

  private Answer bead(Call call, Desk.Shown shown) throws IOException {
    int bead = call.query().number("bead", 0, shown.article().beads().size() - 1, 0);
    return Shell.part(call, (html, words) -> new AsideHtml(html, words, shown).write(bead, bench));
  }

  private Answer looks(Call call, Desk.Shown shown) throws IOException {
    return Shell.part(
        call,
        (html, words) ->
            new BeadRows(shown.article().text(), new ArticleNotes(shown, words)).writeLooks(html));
  }

  private Answer move(Call call) throws IOException {
    Parameters form = call.form();
    Desk.Shown before = shown(form);
    MoveForm move = new MoveForm(form, before.article().beads().size());
    Desk.Shown after = desk.move(before, move.move());
    return changed(call, before, new Desk.Reversed(after, ""), "said." + form.required("move"));
  }

  private Answer undo(Call call) throws IOException {
    Desk.Shown before = shown(call.form());
    chosen(call, before);
    return changed(call, before, desk.undo(before), "said.undo");
  }

  private Answer redo(Call call) throws IOException {
    Desk.Shown before = shown(call.form());
    chosen(call, before);
    return changed(call, before, desk.redo(before), "said.redo");
  }

  private Desk.Shown shown(Parameters parameters) {
    return desk.shown(parameters.required("document"), parameters.required("state"));
  }

  /** The bead that is chosen; asked before anything is done, because it may be none. */
  private static int chosen(Call call, Desk.Shown before) {
    return call.form().number("bead", 0, before.article().beads().size() - 1, 0);
  }

  /** Tells a page which of its rows have changed. */
  private static Answer changed(Call call, Desk.Shown before, Desk.Reversed result, String said)
      throws IOException {
    Words words = Words.of(call);
    Desk.Shown after = result.shown();
    OpenArticle article = after.article();
    RowChange change = RowChange.between(before.article(), article);
    int bead = chosen(call, before);
    StringWriter rows = new StringWriter();
    new AlignHtml(new Html(rows), words, after).writeRows(change.after());
    return Answer.of(
        Answer.JSON,
        out -> {
          try (Json json = Json.foreign(out)) {
            json.put("state", after.state());
            json.put("refused", result.refused());
            json.put("map", new BeadRows(article.text(), new ArticleNotes(after, words)).map());
            json.put("first", change.before().start());
            json.put("removed", change.before().size());
            json.put("added", change.after().size());
            json.put("rows", rows.toString());
            json.put("select", RowChange.follow(before.article(), bead, article));
            json.put(
                "said", words.say(before.state().equals(after.state()) ? "said.nothing" : said));
          }
        });
  }
}
