package ballast.workbench;

import ballast.app.units.MemoryEdits;
import ballast.app.units.MemoryEdits.UnitAction;
import ballast.bitext.Unit;
import ballast.memory.UnitFilter;
import ballast.server.Answer;
import ballast.server.Call;
import ballast.server.Parameters;
import ballast.server.RefusedException;
import ballast.workbench.ShownUnit.EditPlace;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/** Shows and saves the form that edits the translation of a unit, in any room. */
public final class UnitEditor {

  private final MemoryDesk desk;

  public UnitEditor(Bench bench) {
    this.desk = new MemoryDesk(bench);
  }

  /**
   * Returns the form, which replaces the texts.
   *
   * @throws ballast.bitext.InputException if the memory has no such unit
   */
  public Answer form(Call call, String unit, EditPlace place) throws IOException {
    Unit shown = desk.current(unit).unit();
    return Shell.part(
        call,
        (out, words) ->
            JteUnitEditGenerated.render(
                out, null, words, place, shown, shown.target(), /* conflict= */ false));
  }

  /**
   * Saves the translation in the form.
   *
   * @return empty if it is saved; if another user has changed the unit, the form with both
   *     translations, and nothing is saved
   * @throws ballast.bitext.InputException if it cannot be saved
   */
  public Optional<Answer> save(Call call, EditPlace place) throws IOException {
    Parameters form = call.form();
    String target = form.text("target").strip();
    MemoryEdits.Corrected result =
        correct(form.required("unit"), form.text("known"), lines(target), "");
    if (result.outcome() != MemoryEdits.Outcome.CHANGED_ELSEWHERE) {
      return Optional.empty();
    }
    Answer conflict =
        Shell.part(
            call,
            (out, words) ->
                JteUnitEditGenerated.render(
                    out, null, words, place, result.unit(), target, /* conflict= */ true));
    return Optional.of(conflict.asConflict().with("HX-Retarget", "#t-" + place.key()));
  }

  /**
   * Changes the translation of a unit, unless another user has changed it.
   *
   * @param known the translation shown on the page
   * @param note a note for the history; may be ""
   */
  public MemoryEdits.Corrected correct(String unit, String known, String target, String note) {
    String stored = desk.current(unit).unit().target();
    // Browsers differ in their line ends.
    String seen = lines(stored).equals(lines(known)) ? stored : known;
    return desk.edits()
        .correct(desk.scope(UnitFilter.CURRENT, note), unit, seen, target, desk.bench().lexicon());
  }

  /**
   * Approves a unit and returns the number of changed units.
   *
   * @param known the translation shown on the page
   * @throws RefusedException with the message if another user has changed it
   */
  public int approve(String unit, String known, String conflict) {
    return desk.edits()
        .edit(
            desk.scope(UnitFilter.CURRENT.named(Set.of(unit)), ""),
            UnitAction.APPROVE,
            edit -> {
              if (!edit.before().target().equals(known)) {
                throw RefusedException.conflict(conflict);
              }
            })
        .changed();
  }

  private static String lines(String text) {
    return text.replace("\r\n", "\n").replace('\r', '\n');
  }
}
