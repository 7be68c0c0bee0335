package ballast.workbench;

import ballast.app.Notices;
import ballast.app.check.Approval;
import ballast.app.units.MemoryEdits;
import ballast.app.units.MemoryEdits.EditScope;
import ballast.bitext.InputException;
import ballast.bitext.Unit;
import ballast.memory.CommandInfo;
import ballast.memory.CommandInfo.Origin;
import ballast.memory.Memory;
import ballast.memory.MemoryCare.Choice;
import ballast.memory.UnitFilter;
import ballast.server.Answer;
import ballast.server.Call;
import ballast.server.Parameters;
import ballast.workbench.CommandNames.NextCommand;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Access to the memory for the rooms that change units. */
public final class MemoryDesk {

  private final Bench bench;

  public MemoryDesk(Bench bench) {
    this.bench = bench;
  }

  public Bench bench() {
    return bench;
  }

  public <T> T ask(Function<Memory, T> question) {
    try (Memory memory = bench.memory().openForReading()) {
      return question.apply(memory);
    }
  }

  public Origin origin(String note) {
    return new Origin(
        bench.workplace().author(), note.isEmpty() ? "workbench" : "workbench: " + note);
  }

  public EditScope scope(UnitFilter units, String note) {
    return EditScope.of(bench.memory()).of(units).by(origin(note));
  }

  public MemoryEdits edits() {
    return new MemoryEdits(bench.workplace());
  }

  public Approval approval(EditScope scope) {
    return new Approval(scope, bench.workplace(), Notices.NONE, bench.lexicon());
  }

  /** Returns the present units, including deleted ones, in the order of the ids. */
  public List<Current> current(List<String> ids) {
    return ask(
        memory -> {
          List<Current> units = new ArrayList<>();
          for (String id : ids) {
            UnitFilter one = UnitFilter.CURRENT.named(Set.of(id));
            memory.forEachUnit(one, unit -> units.add(new Current(unit, false)));
            memory.forEachUnit(one.onlyDeleted(), unit -> units.add(new Current(unit, true)));
          }
          return units;
        });
  }

  /**
   * Returns the unit with this id.
   *
   * @throws InputException if the memory has none
   */
  public Current current(String id) {
    List<Current> units = current(List.of(id));
    if (units.isEmpty()) {
      throw new InputException(
          "the memory no longer has unit " + id + ": it was aligned anew", "load the page again");
    }
    return units.get(0);
  }

  public record Current(Unit unit, boolean deleted) {}

  /**
   * Returns the present command for undo or redo: of the memory, or of the document to which the
   * list of the page is limited.
   */
  public NextCommand next(Call call, boolean redo) {
    if (!bench.hasMemory()) {
      return NextCommand.NONE;
    }
    Words words = Words.of(call);
    String document = document(call);
    EditScope tried = scope(UnitFilter.CURRENT, "").tried();
    try {
      CommandInfo command = edits().reverse(tried, redo, Choice.in(document)).orElse(null);
      String question =
          redo || command == null
              ? null
              : CommandNames.question(
                  words, bench, CommandNames.name(words, command), List.of(command), document);
      return new NextCommand(command, "", question);
    } catch (InputException e) {
      return new NextCommand(null, CommandNames.refusal(words, e), null);
    }
  }

  /** Returns the only document of the page that makes a call; "" if there is none, or several. */
  private static String document(Call call) {
    String address = call.header("HX-Current-URL").replaceFirst("#.*", "");
    List<String> documents =
        Parameters.of(address.substring(address.indexOf('?') + 1)).all("document").stream()
            .filter(one -> !one.isBlank())
            .toList();
    return documents.size() == 1 ? documents.get(0) : "";
  }

  /**
   * Writes the buttons for undo and redo.
   *
   * @param alone whether they replace the buttons on the page
   */
  public Shell.View buttons(Call call, boolean alone) {
    return (out, words) ->
        JteCommandButtonsGenerated.render(
            out, null, words, next(call, false), next(call, true), alone);
  }

  public Answer done(Call call, String message, Shell.View more) throws IOException {
    return Shell.part(
        call,
        (out, words) -> {
          more.render(out, words);
          buttons(call, /* alone= */ true).render(out, words);
          JteDoneMessageGenerated.render(out, null, message);
        });
  }
}
