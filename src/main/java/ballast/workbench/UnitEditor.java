package ballast.workbench;

import ballast.app.page.Html;
import ballast.app.units.MemoryEdits;
import ballast.bitext.Side;
import ballast.bitext.Unit;
import ballast.memory.UnitFilter;
import ballast.server.Answer;
import ballast.server.Call;
import ballast.server.Parameters;
import java.io.IOException;
import java.util.Optional;

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
        call, (html, words) -> new EditHtml(html, words, place).write(shown, shown.target()));
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
            (html, words) -> new EditHtml(html, words, place).writeConflict(result.unit(), target));
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
    return new MemoryEdits(desk.bench().workplace())
        .correct(desk.scope(UnitFilter.CURRENT, note), unit, seen, target, desk.bench().lexicon());
  }

  private static String lines(String text) {
    return text.replace("\r\n", "\n").replace('\r', '\n');
  }

  /**
   * The place of an edit form on a page.
   *
   * @param key unique on the page; the element of the texts has the id {@code t-KEY}
   * @param save the path that the form is sent to
   * @param leave the path of the texts, for leaving the form
   * @param target selector of the element that the answer of {@code save} replaces
   */
  record EditPlace(String key, String save, String leave, String target) {}

  private static final class EditHtml {

    private final Html html;
    private final Words words;
    private final EditPlace place;

    EditHtml(Html html, Words words, EditPlace place) {
      this.html = html;
      this.words = words;
      this.place = place;
    }

    /** Writes the form, which replaces the texts. */
    void write(Unit unit, String target) throws IOException {
      begin(unit);
      writeForm(unit, target);
    }

    /** Writes the form with both translations, after another user has changed the unit. */
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
