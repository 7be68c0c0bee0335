package ballast.workbench;

import ballast.app.page.Html;
import ballast.app.units.TranslationCorrection;
import ballast.bitext.Side;
import ballast.bitext.Unit;
import ballast.server.Answer;
import ballast.server.Call;
import ballast.server.Parameters;
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

  /**
   * Where on a page a translation is edited.
   *
   * @param key distinguishes the place on the page; the element of the texts is called {@code
   *     t-KEY}
   * @param save the path to which the form is sent
   * @param leave the path of the texts, for someone who leaves the form
   * @param target the selector of the element that the answer of {@code save} takes the place of
   */
  record EditPlace(String key, String save, String leave, String target) {}

  /** Writes the form in which the translation of a unit is changed. */
  private static final class EditHtml {

    private final Html html;
    private final Words words;
    private final EditPlace place;

    EditHtml(Html html, Words words, EditPlace place) {
      this.html = html;
      this.words = words;
      this.place = place;
    }

    /**
     * Writes it in place of the texts.
     *
     * @param target what stands in the box
     */
    void write(Unit unit, String target) throws IOException {
      begin(unit);
      writeForm(unit, target);
    }

    /**
     * Writes it with both translations: another person has changed the unit in the meantime.
     *
     * @param unit as it is now
     * @param target what was to be saved
     */
    void writeConflict(Unit unit, String target) throws IOException {
      begin(unit);
      html.add("<div class=\"conflict\" role=\"alert\"><p class=\"alert\">");
      html.add("{}</p>\n", words.say("memory.conflict", unit.provenance().author()));
      writeText(unit, Side.TARGET);
      html.add("<p class=\"soft\">{}</p></div>\n", words.say("memory.conflict.try"));
      writeForm(unit, target);
    }

    private void begin(Unit unit) throws IOException {
      html.add("<div class=\"texts editing\" id=\"t-{}\">", place.key());
      writeText(unit, Side.SOURCE);
    }

    private void writeText(Unit unit, Side side) throws IOException {
      html.add("<p lang=\"{}\">{}</p>", unit.lang(side).tag(), unit.text(side));
    }

    private void writeForm(Unit unit, String target) throws IOException {
      String key = place.key();
      html.add("<form hx-post=\"{}\" hx-target=\"{}\"", place.save(), place.target());
      html.add(" hx-swap=\"outerHTML\">\n");
      html.add("<input type=\"hidden\" name=\"unit\" value=\"{}\">", unit.id());
      html.add(
          "<textarea hidden name=\"known\" aria-hidden=\"true\">\n{}</textarea>", unit.target());
      html.add("<label for=\"target-{}\" class=\"soft\">", key);
      html.add("{}</label>\n", words.say("memory.translation"));
      html.add("<textarea id=\"target-{}\" name=\"target\"", key);
      html.add(" lang=\"{}\"", unit.targetLang().tag());
      html.add(" rows=\"3\" data-edit=\"{}\">\n{}</textarea>\n", key, target);
      html.add("<p class=\"acts\"><button class=\"go\">{}</button> ", words.say("memory.save"));
      html.add("<button type=\"button\" data-leave hx-get=\"{}\"", place.leave());
      html.add(" hx-target=\"#t-{}\" hx-swap=\"outerHTML\">", key);
      html.add("{}</button> ", words.say("memory.leave"));
      html.add("<span class=\"soft\">{}</span></p></form></div>\n", words.say("memory.edit.keys"));
    }
  }
}
