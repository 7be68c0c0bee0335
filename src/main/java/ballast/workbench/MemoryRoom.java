package ballast.workbench;

import ballast.app.check.Approval;
import ballast.app.units.MemoryEdits.EditScope;
import ballast.app.units.MemoryEdits.UnitAction;
import ballast.app.units.MemoryQueries;
import ballast.bitext.InputException;
import ballast.bitext.Unit;
import ballast.memory.CommandInfo;
import ballast.memory.HistoryEntry;
import ballast.memory.Memory;
import ballast.memory.MemoryCare.Choice;
import ballast.memory.UnitEdit;
import ballast.memory.UnitFilter;
import ballast.server.Answer;
import ballast.server.Call;
import ballast.server.Parameters;
import ballast.server.RefusedException;
import ballast.server.Route;
import ballast.workbench.CommandNames.NextCommand;
import ballast.workbench.MemoryPage.Found;
import ballast.workbench.ShownUnit.EditPlace;
import ballast.workbench.ShownUnit.Marked;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The room of the memory: one search box, and the actions on the units found. */
public final class MemoryRoom {

  private static final int PAGE = 50;

  private static final int MAX_MATCHES = 10;
  private static final int MAX_PLACES = 80;

  /** Maximum units of a memory whose list is counted, so that the page is not late. */
  private static final int MAX_COUNTED = 10_000;

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
      return shell.empty(call, Room.MEMORY);
    }
    MemoryPage page = new MemoryPage(query, desk.ask(Memory::documents), find(query));
    return shell.page(
        call,
        Shell.Page.of(Room.MEMORY, Words.of(call).say("room.memory"))
            .withKeys("j", "k", "a", "r", "d", "Delete", "e", "c", "h", "x", "X", "z", "Z", "/"),
        (out, words) -> JteMemoryRoomPageGenerated.render(out, null, words, page));
  }

  private Found find(MemoryQuery query) {
    try {
      String text = query.text();
      if (text.isEmpty() || query.isDeleted()) {
        return desk.ask(memory -> list(memory, query, query.filter(text)));
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

  private static Found list(Memory memory, MemoryQuery query, UnitFilter units) {
    MemoryQueries queries = new MemoryQueries(memory);
    MemoryQueries.Page page = queries.units(units, query.after(), PAGE);
    boolean counted = !query.isDeleted() && memory.unitCount() <= MAX_COUNTED;
    return new Found.Page(
        page.units(),
        page.hasMore(),
        query.isDeleted(),
        counted ? queries.counts(units.withStatuses(Set.of())) : null);
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
      List<HistoryEntry> entries = desk.ask(memory -> memory.history(unit));
      return Shell.part(
          call, (out, words) -> JteUnitHistoryGenerated.render(out, null, words, entries, false));
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

    private static Shell.View now(MemoryDesk.Current now) {
      return (out, words) -> {
        JteUnitTextsGenerated.render(
            out, null, words, now.unit(), Marked.NOTHING, /* changed= */ false);
        JteUnitStateGenerated.render(
            out, null, words, now.unit(), now.deleted(), /* alone= */ true);
      };
    }

    /**
     * Approves, rejects, deletes or restores units if they are as the page shows them. Before it
     * approves several, some of them with errors, it asks.
     */
    private Answer act(Call call) throws IOException {
      Parameters form = call.form();
      String asked = form.required("action");
      UnitAction action = action(asked.replaceFirst("^approve-.*", "approve"));
      List<String> ids = form.all("unit");
      if (ids.isEmpty() && !form.has("all")) {
        throw RefusedException.badRequest("no units are selected");
      }
      Set<String> shown = new HashSet<>(form.all("shown"));
      Words words = Words.of(call);
      Set<String> known = new HashSet<>(shown);
      Consumer<UnitEdit> listener =
          edit -> {
            if (!form.has("all") && !shown.contains(ShownUnit.name(edit.before()))) {
              throw RefusedException.conflict("the page shows the unit otherwise"); // rolls back
            }
            known.add(ShownUnit.name(edit.after()));
          };
      try {
        UnitFilter units = form.has("all") ? all(form) : UnitFilter.CURRENT.named(Set.copyOf(ids));
        EditScope scope = desk.scope(units, "");
        if (action != UnitAction.APPROVE) {
          int changed = desk.edits().edit(scope, action, listener).changed();
          return answer(call, words.say("memory.done." + asked, changed), desk.current(ids), known);
        }
        Approval approval = desk.approval(scope);
        boolean withErrors = asked.equals("approve-with-errors");
        boolean leaves = approval.leavesOut(withErrors);
        if (leaves && asked.equals("approve")) {
          return Shell.part(
              call, (out, say) -> JteApprovalQuestionGenerated.render(out, null, say, approval));
        }
        int changed = approval.run(withErrors, (edit, errors) -> listener.accept(edit)).changed();
        int wrong = approval.errors().size();
        String done =
            words.say("memory.done.approve", changed, leaves ? wrong : 0, leaves ? 0 : wrong);
        return answer(call, done, desk.current(ids), known);
      } catch (RefusedException e) {
        return answer(call, words.say("memory.units.other"), desk.current(ids), shown).asConflict();
      }
    }

    /** Returns the units of a list, on all its pages, if there are as many as its page says. */
    private UnitFilter all(Parameters form) {
      MemoryQuery list = new MemoryQuery(Parameters.of(form.text("all")));
      UnitFilter listed = list.filter("");
      // Named statuses include the rejected units, as single units do.
      UnitFilter units =
          listed.statuses().isEmpty() ? listed.withStatuses(Set.of(Unit.Status.values())) : listed;
      long count = desk.ask(memory -> new MemoryQueries(memory).counts(units)).total();
      if (!list.text().isEmpty() || count != form.number("count", 1, Integer.MAX_VALUE, 0)) {
        throw RefusedException.conflict("the list has other units");
      }
      return units;
    }

    /**
     * Returns a message and the present units. A page that does not show single units loads its
     * list again.
     *
     * @param known the units whose texts the page shows
     */
    private Answer answer(
        Call call, String message, List<MemoryDesk.Current> units, Set<String> known)
        throws IOException {
      if (call.form().has("list")) {
        return desk.done(call, message, (out, words) -> {}).with("HX-Trigger", "memory-changed");
      }
      return desk.done(
          call,
          message,
          (out, words) -> {
            for (MemoryDesk.Current now : units) {
              if (!known.contains(ShownUnit.name(now.unit()))) {
                JteUnitTextsGenerated.render(
                    out, null, words, now.unit(), Marked.NOTHING, /* changed= */ true);
              }
              JteUnitStateGenerated.render(
                  out, null, words, now.unit(), now.deleted(), /* alone= */ true);
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
      return Shell.part(call, desk.buttons(call, /* alone= */ false));
    }

    private Answer list(Call call) throws IOException {
      List<CommandInfo> commands =
          desk.bench().hasMemory()
              ? desk.ask(memory -> memory.care().commands(MAX_LISTED))
              : List.of();
      return shell.page(
          call,
          Shell.Page.of(Room.MEMORY, Words.of(call).say("memory.commands")),
          (out, words) -> JteCommandsPageGenerated.render(out, null, words, commands));
    }

    /** Undoes or redoes only the command named on the page, because another may have run since. */
    private Answer reverse(Call call, boolean redo) throws IOException {
      String expected = call.form().required("command");
      Words words = Words.of(call);
      NextCommand now = desk.next(call, redo);
      if (!now.refused().isEmpty()) {
        throw RefusedException.conflict(now.refused());
      }
      CommandInfo next = now.command();
      if (next == null || !String.valueOf(next.number()).equals(expected)) {
        throw RefusedException.conflict(words.say("memory.undo.other"));
      }
      Optional<CommandInfo> done =
          desk.edits()
              .reverse(desk.scope(UnitFilter.CURRENT, ""), redo, Choice.numbered(next.number()));
      String key = redo ? "memory.redone" : "memory.undone";
      return desk.done(
              call,
              done.map(command -> words.say(key, CommandNames.name(words, command))).orElse(""),
              (out, say) -> {})
          .with("HX-Trigger", "memory-changed");
    }
  }
}
