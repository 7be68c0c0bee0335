package ballast.workbench.edit;

import ballast.bitext.Side;
import ballast.bitext.Unit;
import ballast.report.page.Html;
import ballast.workbench.frame.Words;
import java.io.IOException;

/** Writes the form in which the translation of a unit is changed. */
final class EditHtml {

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
    html.add("<textarea hidden name=\"known\" aria-hidden=\"true\">\n{}</textarea>", unit.target());
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
