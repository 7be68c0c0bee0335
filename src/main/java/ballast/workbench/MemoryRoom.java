package ballast.workbench;

import ballast.app.page.Html;
import ballast.app.units.MemoryEdits;
import ballast.app.units.MemoryEdits.EditScope;
import ballast.app.units.MemoryEdits.UnitAction;
import ballast.app.units.MemoryQueries;
import ballast.bitext.InputException;
import ballast.bitext.Side;
import ballast.bitext.Span;
import ballast.bitext.Unit;
import ballast.likeness.Warnings.Warning;
import ballast.memory.CommandInfo;
import ballast.memory.Concordance;
import ballast.memory.DocumentSummary;
import ballast.memory.HistoryEntry;
import ballast.memory.Match;
import ballast.memory.Match.Penalty;
import ballast.memory.Memory;
import ballast.memory.MemoryCare.EditSummary;
import ballast.memory.UnitFilter;
import ballast.server.Answer;
import ballast.server.Call;
import ballast.server.Parameters;
import ballast.server.RefusedException;
import ballast.server.Route;
import ballast.workbench.CommandHtml.NextCommand;
import ballast.workbench.UnitEditor.EditPlace;
import ballast.workbench.UnitHtml.Marked;
import ballast.workbench.UnitHtml.ShownUnit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The room of the memory: one search box, and the actions on the units found. */
public final class MemoryRoom {

  private static final int PAGE = 50;

  private static final int MAX_MATCHES = 10;
  private static final int MAX_PLACES = 80;

  private final MemoryDesk desk;
  private final Shell shell;

  public MemoryRoom(Bench bench, Shell shell) {
    this.desk = new MemoryDesk(bench);
    this.shell = shell;
  }

  public List<Route> routes() {
    List<Route> routes = new ArrayList<>();
    routes.add(Route.page(Room.MEMORY.path(), this::page));
    routes.addAll(new UnitRoutes(desk).routes());
    routes.addAll(new CommandRoutes(desk, shell).routes());
    routes.addAll(new ReplaceRoutes(desk, shell).routes());
    routes.addAll(new DuplicateRoutes(desk, shell).routes());
    return routes;
  }

  private Answer page(Call call) throws IOException {
    MemoryQuery query = new MemoryQuery(call.query());
    if (!desk.bench().hasMemory()) {
      return shell.page(
          call, Shell.Page.of(Room.MEMORY, Words.of(call).say("room.memory")), this::writeEmpty);
    }
    List<DocumentSummary> documents = desk.ask(Memory::documents);
    Found found = find(query);
    return shell.page(
        call,
        Shell.Page.of(Room.MEMORY, Words.of(call).say("room.memory")),
        (html, words) -> {
          html.add("<h1>{}</h1>\n", words.say("room.memory"));
          new SearchForm(html, words, query).write(documents);
          writeTools(html, words, query);
          new FoundHtml(html, words).write(query, found);
          writeKeys(html, words);
        });
  }

  private Found find(MemoryQuery query) {
    try {
      String text = query.text();
      if (text.isEmpty() || query.isDeleted()) {
        UnitFilter listed = query.filter(text);
        MemoryQueries.Page page =
            desk.ask(memory -> new MemoryQueries(memory).units(listed, query.after(), PAGE));
        return new Found.Page(page.units(), page.hasMore(), query.isDeleted());
      }
      UnitFilter units = query.filter("");
      return new Found.Search(
          text,
          desk.ask(
              memory ->
                  new MemoryQueries(memory)
                      .find(text, query.in(), units, MAX_MATCHES, MAX_PLACES)));
    } catch (InputException e) {
      return new Found.Impossible(e.getMessage() + (e.hint().isEmpty() ? "" : "\n" + e.hint()));
    }
  }

  private void writeEmpty(Html html, Words words) throws IOException {
    html.add("<h1>{}</h1>\n<p>{} ", words.say("room.memory"), words.say("memory.empty"));
    html.add("<a href=\"{}\">{}</a></p>\n", Room.ARTICLES.path(), words.say("room.articles"));
  }

  private void writeTools(Html html, Words words, MemoryQuery query) throws IOException {
    html.add("<div class=\"tools\">\n");
    CommandHtml.writePlace(html);
    html.add("<nav class=\"line\" aria-label=\"{}\">", words.say("memory.tools"));
    html.add("<a href=\"/memory/replace?{}\">", query.conditions());
    html.add("{}</a> ", words.say("memory.replace"));
    html.add("<a href=\"/memory/duplicates?{}\">", query.conditions());
    html.add("{}</a> ", words.say("memory.duplicates"));
    html.add(
        "<button type=\"button\" id=\"show-keys\">{}</button></nav>\n", words.say("memory.keys"));
    html.add("</div>\n<p id=\"done\" role=\"status\"></p>\n");
    html.add(
        "<form id=\"selected\" class=\"line\" hx-post=\"/memory/units\" hx-swap=\"none\""
            + " hidden>\n");
    html.add("<output id=\"count\" data-count=\"{}\"></output>\n", words.say("memory.selected"));
    for (String action : List.of("approve", "reject", "redraft", "delete", "restore")) {
      html.add("<button name=\"action\" value=\"{}\">", action);
      html.add("{}</button>\n", words.say("memory." + action));
    }
    html.add(
        "<button type=\"button\" id=\"none\">{}</button></form>\n",
        words.say("memory.select.none"));
  }

  private static void writeKeys(Html html, Words words) throws IOException {
    html.add("<dialog id=\"keys\" aria-labelledby=\"keys-title\">\n");
    html.add("<h2 id=\"keys-title\">{}</h2>\n<dl>\n", words.say("memory.keys"));
    for (String key : List.of("j", "k", "a", "r", "d", "x", "e", "h", "s", "z", "y", "/", "?")) {
      html.add("<div><dt><kbd>{}</kbd></dt>", key);
      html.add("<dd>{}</dd></div>\n", words.say("memory.key." + key));
    }
    html.add(
        "</dl>\n<form method=\"dialog\"><button>{}</button></form>\n", words.say("memory.close"));
    html.add("</dialog>\n");
  }

  /** The actions on single units and on selected ones. */
  private static final class UnitRoutes {

    private final MemoryDesk desk;
    private final UnitEditor editing;

    UnitRoutes(MemoryDesk desk) {
      this.desk = desk;
      this.editing = new UnitEditor(desk.bench());
    }

    List<Route> routes() {
      return List.of(
          Route.page("/memory/unit", this::texts),
          Route.page("/memory/history", this::history),
          Route.page("/memory/edit", this::form),
          Route.change("/memory/edit", this::edit),
          Route.change("/memory/units", this::act));
    }

    /** Returns the texts of a unit, which replace its edit form. */
    private Answer texts(Call call) throws IOException {
      return Shell.part(call, now(desk.current(call.query().required("unit"))));
    }

    private Answer history(Call call) throws IOException {
      String unit = call.query().required("unit");
      List<HistoryEntry> entries =
          desk.ask(
              memory -> new MemoryQueries(memory).history(unit, /* additions= */ true).entries());
      return Shell.part(call, (html, words) -> new HistoryHtml(html, words).write(entries));
    }

    private Answer form(Call call) throws IOException {
      String unit = call.query().required("unit");
      return editing.form(call, unit, place(unit));
    }

    private static EditPlace place(String unit) {
      return new EditPlace(unit, "/memory/edit", "/memory/unit?unit=" + unit, "#t-" + unit);
    }

    private Answer edit(Call call) throws IOException {
      String id = call.form().required("unit");
      Optional<Answer> conflict = editing.save(call, place(id));
      if (conflict.isPresent()) {
        return conflict.get();
      }
      MemoryDesk.Current now = desk.current(id);
      return desk.done(call, Words.of(call).say("memory.saved"), now(now));
    }

    private static Shell.Body now(MemoryDesk.Current now) {
      return (html, words) -> {
        UnitHtml units = new UnitHtml(html, words);
        units.writeTexts(now.unit(), Marked.NOTHING);
        units.writeState(now.unit(), now.deleted(), /* alone= */ true);
      };
    }

    /** Approves, rejects, deletes or restores units if they are as the page shows them. */
    private Answer act(Call call) throws IOException {
      Parameters form = call.form();
      UnitAction action = action(form.required("action"));
      List<String> ids = form.all("unit");
      if (ids.isEmpty()) {
        throw RefusedException.badRequest("no units are selected");
      }
      Set<String> shown = new HashSet<>(form.all("shown"));
      EditScope scope = desk.scope(UnitFilter.CURRENT.named(Set.copyOf(ids)), "");
      Words words = Words.of(call);
      try {
        Set<String> known = new HashSet<>(shown);
        EditSummary summary =
            new MemoryEdits(desk.bench().workplace())
                .edit(
                    scope,
                    action,
                    edit -> {
                      requireShown(edit.before(), shown);
                      known.add(ShownUnit.name(edit.after()));
                    });
        String done = words.say("memory.done." + form.text("action"), summary.changed());
        return answer(call, done, desk.current(ids), known);
      } catch (NotShownException e) {
        return answer(call, words.say("memory.units.other"), desk.current(ids), shown).asConflict();
      }
    }

    private static final class NotShownException extends RuntimeException {
      private static final long serialVersionUID = 1L;

      NotShownException() {
        super("the page shows the unit otherwise", null, false, false);
      }
    }

    /** Throws, which rolls back the transaction, if a unit differs from the page. */
    private static void requireShown(Unit unit, Set<String> shown) {
      if (!shown.contains(ShownUnit.name(unit))) {
        throw new NotShownException();
      }
    }

    /**
     * Returns a message and the present units.
     *
     * @param known the units whose texts the page shows
     */
    private Answer answer(
        Call call, String message, List<MemoryDesk.Current> units, Set<String> known)
        throws IOException {
      return desk.done(
          call,
          message,
          (html, words) -> {
            UnitHtml parts = new UnitHtml(html, words);
            for (MemoryDesk.Current now : units) {
              if (!known.contains(ShownUnit.name(now.unit()))) {
                parts.writeOtherTexts(now.unit());
              }
              parts.writeState(now.unit(), now.deleted(), /* alone= */ true);
            }
          });
    }

    private static UnitAction action(String name) {
      try {
        return UnitAction.valueOf(name.toUpperCase(Locale.ROOT));
      } catch (IllegalArgumentException e) {
        throw RefusedException.badRequest("unknown action \"" + name + "\"");
      }
    }
  }

  private static final class CommandRoutes {

    private static final int MAX_LISTED = 100;

    private final MemoryDesk desk;
    private final Shell shell;

    CommandRoutes(MemoryDesk desk, Shell shell) {
      this.desk = desk;
      this.shell = shell;
    }

    List<Route> routes() {
      return List.of(
          Route.page("/memory/commands", this::list),
          Route.page("/memory/undo", this::buttons),
          Route.change("/memory/undo", call -> reverse(call, /* redo= */ false)),
          Route.change("/memory/redo", call -> reverse(call, /* redo= */ true)));
    }

    private Answer buttons(Call call) throws IOException {
      return Shell.part(call, (html, words) -> desk.writeUndo(html, words, /* alone= */ false));
    }

    private Answer list(Call call) throws IOException {
      List<CommandInfo> commands =
          desk.bench().hasMemory()
              ? desk.ask(memory -> memory.care().commands(MAX_LISTED))
              : List.of();
      return shell.page(
          call,
          Shell.Page.of(Room.MEMORY, Words.of(call).say("memory.commands")),
          (html, words) -> {
            html.add(
                "<p><a href=\"{}\">{}</a></p>\n", Room.MEMORY.path(), words.say("room.memory"));
            html.add("<h1>{}</h1>\n", words.say("memory.commands"));
            CommandHtml.writePlace(html);
            html.add("<p id=\"done\" role=\"status\"></p>\n");
            html.add("<div id=\"commands\" hx-get=\"/memory/commands\" hx-select=\"#commands\"");
            html.add(
                " hx-trigger=\"memory-changed from:body\" hx-swap=\"outerHTML\""
                    + " hx-disinherit=\"*\">\n");
            new CommandHtml(html, words).writeList(commands);
            html.add("</div>\n");
          });
    }

    /** Undoes or redoes only the command named on the page, because another may have run since. */
    private Answer reverse(Call call, boolean redo) throws IOException {
      String expected = call.form().required("command");
      Words words = Words.of(call);
      NextCommand now = desk.next(redo);
      if (!now.refused().isEmpty()) {
        throw RefusedException.conflict(now.refused());
      }
      Optional<CommandInfo> next = now.command();
      if (next.isEmpty() || !String.valueOf(next.get().number()).equals(expected)) {
        throw RefusedException.conflict(words.say("memory.undo.other"));
      }
      Optional<CommandInfo> done =
          new MemoryEdits(desk.bench().workplace())
              .reverse(desk.scope(UnitFilter.CURRENT, ""), redo, /* of= */ null);
      String key = redo ? "memory.redone" : "memory.undone";
      return desk.done(
              call,
              done.map(command -> words.say(key, CommandHtml.name(words, command))).orElse(""),
              (html, say) -> {})
          .with("HX-Trigger", "memory-changed");
    }
  }

  sealed interface Found {

    /**
     * Units of a list.
     *
     * @param deleted whether the units are deleted
     */
    record Page(List<Unit> units, boolean hasMore, boolean deleted) implements Found {
      public Page {
        units = List.copyOf(units);
      }
    }

    /** Units that are similar to a text or contain it. */
    record Search(String text, MemoryQueries.Found result) implements Found {}

    /**
     * No result, because the query is invalid.
     *
     * @param message reason and hint
     */
    record Impossible(String message) implements Found {}
  }

  private static final class SearchForm {

    /** Maximum documents to choose from. A longer list would be slow and useless. */
    private static final int MAX_LISTED = 300;

    private final Html html;
    private final Words words;
    private final MemoryQuery query;

    SearchForm(Html html, Words words, MemoryQuery query) {
      this.html = html;
      this.words = words;
      this.query = query;
    }

    /** Writes the form. Its results replace the list of units. */
    void write(List<DocumentSummary> documents) throws IOException {
      html.add("<form id=\"search\" role=\"search\" action=\"/memory\" hx-get=\"/memory\"");
      html.add(" hx-target=\"#units\" hx-select=\"#units\" hx-swap=\"outerHTML\"");
      html.add(" hx-replace-url=\"true\" hx-sync=\"this:replace\"");
      html.add(
          " hx-trigger=\"submit, input delay:300ms from:find #q, change from:find details\">\n");
      html.add("<p class=\"ask\"><label for=\"q\">{}</label>", words.say("memory.search"));
      html.add("<input type=\"search\" id=\"q\" name=\"q\" value=\"{}\"", query.text());
      html.add(" autocomplete=\"off\" spellcheck=\"false\"");
      html.add(" placeholder=\"{}\">", words.say("memory.search.example"));
      html.add("<button class=\"go\">{}</button></p>\n", words.say("memory.find"));
      html.add("<details class=\"conditions\"");
      html.add(query.hasConditions() ? " open>" : ">");
      html.add("<summary>{}</summary>\n<div class=\"fields\">\n", words.say("memory.conditions"));
      writeDocument(documents);
      writeStatus();
      writeSide();
      writeField(MemoryQuery.AUTHOR, "text");
      writeField(MemoryQuery.SINCE, "date");
      writeConfidence(MemoryQuery.MIN);
      writeConfidence(MemoryQuery.MAX);
      html.add("<label><input type=\"checkbox\" name=\"deleted\" value=\"1\"");
      html.add(query.isDeleted() ? " checked>" : ">");
      html.add(" {}</label>\n", words.say("memory.only.deleted"));
      html.add("</div>\n</details>\n</form>\n");
    }

    private void writeDocument(List<DocumentSummary> documents) throws IOException {
      if (documents.size() > MAX_LISTED) {
        writeField(MemoryQuery.DOCUMENT, "text");
        return;
      }
      html.add("<label>{} <select name=\"document\">\n", words.say("memory.document"));
      html.add("<option value=\"\">{}</option>\n", words.say("memory.all"));
      for (DocumentSummary document : documents) {
        String name = document.name();
        html.add("<option value=\"{}\"", name);
        html.add(query.has(MemoryQuery.DOCUMENT, name) ? " selected>" : ">");
        html.add("{}</option>\n", name);
      }
      html.add("</select></label>\n");
    }

    private void writeStatus() throws IOException {
      html.add("<fieldset><legend>{}</legend>", words.say("memory.status"));
      for (Unit.Status status : Unit.Status.values()) {
        html.add("<label><input type=\"checkbox\" name=\"status\" value=\"{}\"", status.label());
        html.add(query.has(MemoryQuery.STATUS, status.label()) ? " checked>" : ">");
        html.add(" {}</label> ", words.say("status." + status.label()));
      }
      html.add("</fieldset>\n");
    }

    private void writeSide() throws IOException {
      html.add("<label>{} <select name=\"in\">", words.say("memory.in"));
      for (String side : List.of("both", "source", "target")) {
        html.add("<option value=\"{}\"", side.equals("both") ? "" : side);
        html.add(query.has(MemoryQuery.IN, side) ? " selected>" : ">");
        html.add("{}</option>", words.say("memory.in." + side));
      }
      html.add("</select></label>\n");
    }

    private void writeField(String name, String type) throws IOException {
      html.add("<label>{} <input type=\"{}\"", words.say("memory." + name), type);
      html.add(" name=\"{}\" value=\"{}\"></label>\n", name, query.field(name));
    }

    private void writeConfidence(String name) throws IOException {
      html.add("<label>{} <input type=\"number\" min=\"0\" max=\"1\"", words.say("memory." + name));
      html.add(" step=\"0.01\" name=\"{}\" value=\"{}\"></label>\n", name, query.field(name));
    }
  }

  private static final class FoundHtml {

    private final Html html;
    private final Words words;
    private final UnitHtml units;

    FoundHtml(Html html, Words words) {
      this.html = html;
      this.words = words;
      this.units = new UnitHtml(html, words);
    }

    /** Writes the list, which reloads itself when the memory has changed elsewhere. */
    void write(MemoryQuery query, Found found) throws IOException {
      String address = query.address();
      String after = query.after().isEmpty() ? "" : "&after=" + query.after();
      html.add("<section id=\"units\" aria-label=\"{}\"", words.say("memory.units"));
      html.add(" hx-get=\"/memory?{}\" hx-select=\"#units\"", address + after);
      html.add(" hx-trigger=\"memory-changed from:body\" hx-swap=\"outerHTML\"");
      // A running search brings the same news, and would find its target gone.
      html.add(" hx-sync=\"#search:abort\" hx-disinherit=\"*\">\n");
      if (found instanceof Found.Page page) {
        writePage(query, page);
      } else if (found instanceof Found.Search search) {
        writeSearch(search.text(), search.result());
      } else if (found instanceof Found.Impossible impossible) {
        html.add("<p class=\"alert\">{}</p>\n", impossible.message());
      }
      html.add("</section>\n");
    }

    private void writePage(MemoryQuery query, Found.Page page) throws IOException {
      if (page.units().isEmpty()) {
        html.add("<p class=\"soft\">{}</p>\n", words.say("memory.none"));
      }
      String document = "";
      boolean open = false;
      for (Unit unit : page.units()) {
        String here = unit.provenance().document();
        if (!open || !here.equals(document)) {
          html.add(open ? "</ol>\n" : "");
          html.add("<h2>{}</h2>\n", here.isEmpty() ? words.say("memory.no.document") : here);
          html.add("<ol class=\"units by-article\">\n");
          document = here;
          open = true;
        }
        units.writeBeginning(unit, Marked.NOTHING);
        units.writeEnd(unit, page.deleted());
      }
      html.add(open ? "</ol>\n" : "");
      writePages(query, page);
    }

    private void writePages(MemoryQuery query, Found.Page page) throws IOException {
      if (query.after().isEmpty() && !page.hasMore()) {
        return;
      }
      html.add("<nav class=\"line\" aria-label=\"{}\">", words.say("memory.pages"));
      if (!query.after().isEmpty()) {
        html.add("<a class=\"button\" href=\"/memory?{}\">", query.address());
        html.add("{}</a> ", words.say("memory.first"));
      }
      if (page.hasMore()) {
        String last = page.units().get(page.units().size() - 1).id();
        html.add(
            "<a class=\"button\" id=\"next\" href=\"/memory?{}&amp;after={}\">",
            query.address(),
            last);
        html.add("{}</a>", words.say("memory.next"));
      }
      html.add("</nav>\n");
    }

    private void writeSearch(String text, MemoryQueries.Found found) throws IOException {
      if (found.matches().isEmpty() && found.hits().isEmpty()) {
        html.add("<p class=\"soft\">{}</p>\n", words.say("memory.nothing"));
      }
      if (!found.matches().isEmpty()) {
        html.add("<h2>{}</h2>\n", words.say("memory.similar", found.matches().size()));
        html.add("<ol class=\"units\">\n");
        for (Match match : found.matches()) {
          writeMatch(text, found.side(), match);
        }
        html.add("</ol>\n");
      }
      if (!found.hits().isEmpty()) {
        html.add("<h2>{}</h2>\n", words.say("memory.places", found.total()));
        html.add("<ol class=\"units\">\n");
        // A unit with the text on both sides is two hits. It is written once, with both marked.
        Map<String, List<Concordance.Hit>> byUnit = new LinkedHashMap<>();
        for (Concordance.Hit hit : found.hits()) {
          byUnit.computeIfAbsent(hit.unit().id(), id -> new ArrayList<>()).add(hit);
        }
        for (List<Concordance.Hit> hits : byUnit.values()) {
          writeHits(hits);
        }
        html.add("</ol>\n");
      }
    }

    private void writeMatch(String text, Side side, Match match) throws IOException {
      Unit unit = match.unit();
      List<Span> differences = match.likeness().differences().right();
      units.writeBeginning(unit, Marked.on(side, differences, "other"));
      html.add("<div class=\"match\"><p><strong class=\"score\">{} %</strong>", match.score());
      html.add(" <span class=\"soft\">{}</span></p>", reasons(match));
      List<Span> asked = match.likeness().differences().left();
      if (!asked.isEmpty()) {
        html.add("<p class=\"asked\"><span class=\"soft\">{}</span> ", words.say("memory.asked"));
        html.add("<span lang=\"{}\">", unit.lang(side).tag());
        Html.Marks.write(html, text, asked, "other");
        html.add("</span></p>");
      }
      for (Warning warning : match.likeness().warnings()) {
        html.add("<p class=\"alert\">{}</p>", words(warning));
      }
      html.add("</div>\n");
      units.writeEnd(unit, /* deleted= */ false);
    }

    private String reasons(Match match) {
      List<String> reasons = new ArrayList<>();
      if (match.context() > 0) {
        reasons.add(words.say("match.neighbours", match.context()));
      }
      for (Penalty penalty : match.penalties()) {
        reasons.add(words.say("penalty." + key(penalty.kind()), penalty.points()));
      }
      return String.join(", ", reasons);
    }

    private String words(Warning warning) {
      String yours = String.join(", ", warning.onlyInQuery());
      String units = String.join(", ", warning.onlyInUnit());
      String kind = words.say("warning." + key(warning.kind()));
      return kind
          + (yours.isEmpty() ? "" : words.say("warning.yours", yours))
          + (units.isEmpty() ? "" : words.say("warning.unit", units));
    }

    private void writeHits(List<Concordance.Hit> hits) throws IOException {
      Unit unit = hits.get(0).unit();
      units.writeBeginning(
          unit, new Marked(spans(hits, Side.SOURCE), spans(hits, Side.TARGET), "hit"));
      units.writeEnd(unit, /* deleted= */ false);
    }

    private static List<Span> spans(List<Concordance.Hit> hits, Side side) {
      return hits.stream()
          .filter(hit -> hit.side() == side)
          .flatMap(hit -> hit.spans().stream())
          .toList();
    }

    private static String key(Enum<?> kind) {
      return kind.name().toLowerCase(Locale.ROOT);
    }
  }

  private static final class HistoryHtml {

    private final Html html;
    private final Words words;

    HistoryHtml(Html html, Words words) {
      this.html = html;
      this.words = words;
    }

    void write(List<HistoryEntry> entries) throws IOException {
      html.add("<ol class=\"history\">\n");
      for (HistoryEntry entry : entries) {
        html.add("<li><p class=\"facts\"><strong>{}</strong> ", what(entry));
        HistoryEntry.Occasion occasion = entry.occasion();
        if (!occasion.author().isEmpty()) {
          html.add("<span>{}</span> ", occasion.author());
        }
        html.add("<time datetime=\"{}\">{}</time></p>\n", occasion.at(), occasion.at());
        writeText(entry.before().source(), entry.after().source());
        writeText(entry.before().target(), entry.after().target());
        if (!entry.note().isEmpty()) {
          html.add("<p class=\"soft\">{}</p>\n", entry.note());
        }
        html.add("</li>\n");
      }
      html.add("</ol>\n");
    }

    private String what(HistoryEntry entry) {
      String label = entry.what().label();
      return entry.what() == HistoryEntry.What.JUDGED
          ? words.say("status." + entry.after().status().label())
          : words.say("history." + label);
    }

    private void writeText(String before, String after) throws IOException {
      if (before.isEmpty()) {
        html.add("<p>{}</p>", after);
      } else if (!before.equals(after)) {
        html.add("<p><del>{}</del></p><p><ins>{}</ins></p>", before, after);
      }
    }
  }
}
