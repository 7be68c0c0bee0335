package ballast.workbench.edit;

import ballast.bitext.Unit;
import ballast.server.Answer;
import ballast.server.Call;
import ballast.server.Parameters;
import ballast.workbench.frame.Bench;
import ballast.workbench.frame.Shell;
import ballast.workflow.memory.TranslationCorrection;
import java.io.IOException;
import java.util.Optional;

/** Shows and saves the form in which the translation of a unit is changed, in any room. */
public final class UnitEditor {

  private final MemoryDesk desk;

  public UnitEditor(Bench bench) {
    this.desk = new MemoryDesk(bench);
  }

  /**
   * The form, in place of the texts.
   *
   * @throws ballast.bitext.InputException if the memory has no such unit
   */
  public Answer form(Call call, String unit, EditPlace place) throws IOException {
    Unit shown = desk.current(unit).unit();
    return Shell.part(
        call, (html, words) -> new EditHtml(html, words, place).write(shown, shown.target()));
  }

  /**
   * Saves what the form has.
   *
   * @return the form with both translations if somebody else has changed the unit, and then nothing
   *     is saved; empty if it is saved
   * @throws ballast.bitext.InputException if it cannot be saved
   */
  public Optional<Answer> save(Call call, EditPlace place) throws IOException {
    Parameters form = call.form();
    String target = form.text("target").strip();
    TranslationCorrection.Result result =
        correct(form.required("unit"), form.text("known"), lines(target), "");
    if (result.outcome() != TranslationCorrection.Outcome.CHANGED_ELSEWHERE) {
      return Optional.empty();
    }
    Answer conflict =
        Shell.part(
            call,
            (html, words) -> new EditHtml(html, words, place).writeConflict(result.unit(), target));
    return Optional.of(conflict.asConflict().with("HX-Retarget", "#t-" + place.key()));
  }

  /**
   * Gives a unit another translation, unless somebody else has changed it.
   *
   * @param known the translation that the page shows
   * @param note what was asked for; may be empty
   */
  public TranslationCorrection.Result correct(
      String unit, String known, String target, String note) {
    String stored = desk.current(unit).unit().target();
    // A browser writes each end of a line in its own way.
    String seen = lines(stored).equals(lines(known)) ? stored : known;
    return new TranslationCorrection(desk.bench().workplace(), desk.bench().lexicon())
        .run(
            new TranslationCorrection.Request(
                desk.bench().memory(), unit, seen, target, desk.origin(note)));
  }

  private static String lines(String text) {
    return text.replace("\r\n", "\n").replace('\r', '\n');
  }
}
