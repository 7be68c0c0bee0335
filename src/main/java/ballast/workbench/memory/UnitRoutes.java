package ballast.workbench.memory;

import ballast.bitext.Unit;
import ballast.memory.EditSummary;
import ballast.memory.HistoryEntry;
import ballast.memory.UnitFilter;
import ballast.server.Answer;
import ballast.server.Call;
import ballast.server.Parameters;
import ballast.server.RefusedException;
import ballast.server.Route;
import ballast.workbench.edit.EditPlace;
import ballast.workbench.edit.MemoryDesk;
import ballast.workbench.edit.UnitEditor;
import ballast.workbench.frame.Shell;
import ballast.workbench.frame.Words;
import ballast.workbench.memory.UnitHtml.Marked;
import ballast.workflow.memory.EditScope;
import ballast.workflow.memory.UnitAction;
import ballast.workflow.memory.UnitEditing;
import ballast.workflow.memory.UnitHistory;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a person does with single units, and with those that are selected. */
final class UnitRoutes {

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

  /** The texts of a unit, in place of the form that changes them. */
  private Answer texts(Call call) throws IOException {
    return Shell.part(call, now(desk.current(call.query().required("unit"))));
  }

  private Answer history(Call call) throws IOException {
    String unit = call.query().required("unit");
    List<HistoryEntry> entries =
        desk.ask(
            memory ->
                new UnitHistory(memory)
                    .read(new UnitHistory.Request(unit, /* additions= */ true))
                    .entries());
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

  /** The texts of a unit, and its state, which names what is shown. */
  private static Shell.Body now(MemoryDesk.Current now) {
    return (html, words) -> {
      UnitHtml units = new UnitHtml(html, words);
      units.writeTexts(now.unit(), Marked.NOTHING);
      units.writeState(now.unit(), now.deleted(), /* alone= */ true);
    };
  }

  /** Judges, deletes or restores units as the page shows them, and shows what they are now. */
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
          new UnitEditing(desk.bench().workplace())
              .run(
                  new UnitEditing.Request(scope, action),
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

  /** A unit is not as the page shows it. */
  private static final class NotShownException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotShownException() {
      super("the page shows the unit otherwise", null, false, false);
    }
  }

  /** Breaks the command off, within its transaction, if a unit is not as the page shows it. */
  private static void requireShown(Unit unit, Set<String> shown) {
    if (!shown.contains(ShownUnit.name(unit))) {
      throw new NotShownException();
    }
  }

  /**
   * Says what was done, and shows what the units are now.
   *
   * @param known those whose texts the page shows
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
