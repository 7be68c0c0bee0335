package ballast.workbench.memory;

import ballast.bitext.Side;
import ballast.bitext.Unit;
import ballast.memory.Duplicates;
import ballast.memory.Duplicates.Ignored;
import ballast.report.page.Html;
import ballast.workbench.frame.Room;
import ballast.workbench.frame.Words;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Writes the page that deletes duplicates. */
final class DuplicateHtml {

  private final Html html;
  private final Words words;

  DuplicateHtml(Html html, Words words) {
    this.html = html;
    this.words = words;
  }

  /** Writes which units count as duplicates. */
  void writeForm(MemoryQuery query, Set<Ignored> ignored) throws IOException {
    html.add("<p><a href=\"{}?{}\">", Room.MEMORY.path(), query.conditions());
    html.add("{}</a></p>\n<h1>{}</h1>\n", words.say("room.memory"), words.say("memory.duplicates"));
    html.add("<p>{}</p>\n", words.say("duplicates.what"));
    html.add("<form id=\"duplicates\" action=\"/memory/duplicates\" class=\"fields\"");
    html.add(" hx-get=\"/memory/duplicates\" hx-target=\"#preview\" hx-select=\"#preview\"");
    html.add(" hx-swap=\"outerHTML\" hx-replace-url=\"true\" hx-trigger=\"change, submit\">\n");
    for (Ignored one : Ignored.values()) {
      String name = one.name().toLowerCase(Locale.ROOT);
      html.add("<label><input type=\"checkbox\" name=\"ignore\" value=\"{}\"", name);
      html.add(ignored.contains(one) ? " checked>" : ">");
      html.add(" {}</label>\n", words.say("duplicates." + name));
    }
    for (Map.Entry<String, String> field : query.conditionFields()) {
      html.add("<input type=\"hidden\" name=\"{}\"", field.getKey());
      html.add(" value=\"{}\">\n", field.getValue());
    }
    html.add("</form>\n");
    if (query.hasConditions()) {
      html.add("<p class=\"soft\">{}</p>\n", words.say("memory.within"));
    }
  }

  /**
   * Writes which would be deleted, and the button that does it.
   *
   * @param previews one, or none
   * @param problem why there is none; may be empty
   */
  void writePreview(List<DuplicatePreview> previews, String problem) throws IOException {
    html.add("<section id=\"preview\" aria-live=\"polite\">\n");
    if (!problem.isEmpty()) {
      html.add("<p class=\"alert\">{}</p>\n", problem);
    }
    for (DuplicatePreview preview : previews) {
      html.add("<h2>{}</h2>\n", words.say("duplicates.count", preview.deleted(), preview.kept()));
      if (preview.deleted() > 0) {
        html.add("<p><button class=\"go\" id=\"apply\" hx-post=\"/memory/duplicates\"");
        html.add(" hx-include=\"#duplicates\" hx-target=\"#preview\" hx-swap=\"outerHTML\"");
        html.add(" hx-vals='{\"shown\":\"{}\"}'>", preview.digest());
        html.add("{}</button></p>\n", words.say("duplicates.apply"));
      }
      html.add("<ul class=\"losses\">\n");
      for (Map.Entry<String, Integer> loss : preview.losses().entrySet()) {
        html.add("<li>{}</li>\n", words.say("duplicates.loss", loss.getKey(), loss.getValue()));
      }
      html.add("</ul>\n");
      html.add("<ol class=\"units\">\n");
      for (Duplicates group : preview.shown()) {
        writeGroup(group);
      }
      html.add("</ol>\n");
      int more = preview.kept() - preview.shown().size();
      html.add(more > 0 ? "<p class=\"soft\">" : "<p hidden>");
      html.add("{}</p>\n", words.say("memory.more", more));
    }
    html.add("</section>\n");
  }

  private void writeGroup(Duplicates group) throws IOException {
    html.add("<li class=\"unit plain\">\n");
    writeUnit(group.kept(), "duplicates.kept");
    for (Unit unit : group.deleted()) {
      writeUnit(unit, "duplicates.deleted");
    }
    html.add("</li>\n");
  }

  private void writeUnit(Unit unit, String fate) throws IOException {
    html.add("<div class=\"texts\">");
    for (Side side : Side.values()) {
      html.add("<p lang=\"{}\">{}</p>", unit.lang(side).tag(), unit.text(side));
    }
    html.add("</div><p class=\"facts\"><span class=\"badge\">{}</span> ", words.say(fate));
    html.add("{} ", words.say("status." + unit.provenance().status().label()));
    html.add("<span>{}</span></p>\n", unit.provenance().document());
  }
}
