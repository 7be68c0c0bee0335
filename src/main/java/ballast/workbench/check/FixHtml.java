package ballast.workbench.check;

import ballast.bitext.TextEdit;
import ballast.check.FixPlan;
import ballast.check.FixRun;
import ballast.check.Passage;
import ballast.report.page.Html;
import ballast.workbench.frame.KeptResult;
import ballast.workbench.frame.Room;
import ballast.workbench.frame.Words;
import ballast.workflow.check.Fixing;
import java.io.IOException;
import java.util.List;

/** Writes the page with all replacements that are safe. */
final class FixHtml {

  private static final int MAX_SHOWN = 100;

  private final Html html;
  private final Words words;

  FixHtml(Html html, Words words) {
    this.html = html;
    this.words = words;
  }

  /** Writes what would be replaced, and what is left to a person. */
  void write(KeptResult.State<PlannedFixes> state) throws IOException {
    html.add("<p><a href=\"{}\">{}</a></p>\n", Room.CHECK.path(), words.say("room.check"));
    html.add("<h1>{}</h1>\n<p>{}</p>\n", words.say("check.fixes"), words.say("check.fixes.what"));
    html.add("<section id=\"fixes\" aria-live=\"polite\">\n");
    if (!state.error().isEmpty()) {
      html.add("<p class=\"alert\">{}</p>\n", state.error());
    }
    if (state.running()) {
      html.add("<p id=\"planning\" class=\"soft\" hx-get=\"/check/fixes\"");
      html.add(" hx-select=\"#fixes\" hx-target=\"#fixes\" hx-swap=\"outerHTML\"");
      html.add(" hx-trigger=\"load delay:500ms\">");
      html.add("{}</p>\n", words.say("check.fixes.planning", state.share()));
    } else if (state.value().isDone()) {
      writePlanned(state.value());
    }
    html.add("</section>\n");
  }

  private void writePlanned(PlannedFixes plan) throws IOException {
    Fixing.Result planned = plan.result();
    List<FixRun.Corrected> corrected = planned.corrected();
    html.add("<h2>{}</h2>\n", words.say("check.fixes.count", planned.fixed(), corrected.size()));
    if (!corrected.isEmpty()) {
      html.add("<p><button class=\"go\" id=\"apply\" hx-post=\"/check/fixes\"");
      html.add(" hx-target=\"#fixes\" hx-swap=\"outerHTML\" ");
      html.add(" hx-vals='{\"shown\":\"{}\"}'>", plan.digest());
      html.add("{}</button></p>\n", words.say("check.fixes.apply"));
    }
    html.add("<ol class=\"units\">\n");
    for (FixRun.Corrected one : corrected.subList(0, Math.min(MAX_SHOWN, corrected.size()))) {
      writeCorrected(one);
    }
    html.add("</ol>\n");
    if (corrected.size() > MAX_SHOWN) {
      html.add(
          "<p class=\"soft\">{}</p>\n", words.say("memory.more", corrected.size() - MAX_SHOWN));
    }
    writeLeft(planned.left());
  }

  private void writeCorrected(FixRun.Corrected one) throws IOException {
    Passage passage = one.place().value();
    html.add("<li class=\"unit plain\"><div class=\"texts\">");
    html.add("<p lang=\"{}\">{}</p>", passage.sourceLang().tag(), passage.source());
    html.add("<p lang=\"{}\">", passage.targetLang().tag());
    String target = passage.target();
    int at = 0;
    for (TextEdit fix : one.fixes()) {
      html.add("{}<del>{}</del>", target.substring(at, fix.span().start()), fix.span().of(target));
      html.add("<ins>{}</ins>", fix.text());
      at = fix.span().end();
    }
    html.add("{}</p></div>\n", target.substring(at));
    html.add("<p class=\"facts\"><span>{}</span></p></li>\n", passage.document());
  }

  private void writeLeft(List<FixPlan> left) throws IOException {
    if (left.isEmpty()) {
      return;
    }
    html.add("<h2>{}</h2>\n<ol class=\"units\">\n", words.say("check.fixes.left", left.size()));
    for (FixPlan plan : left.subList(0, Math.min(MAX_SHOWN, left.size()))) {
      Passage passage = plan.checked().place().value();
      html.add("<li class=\"unit plain\"><p lang=\"en\">{}: ", plan.checked().finding().message());
      html.add("<strong>{}</strong></p><div class=\"texts\">", plan.reason());
      html.add("<p lang=\"{}\">{}</p>", passage.sourceLang().tag(), passage.source());
      html.add("<p lang=\"{}\">{}</p></div></li>\n", passage.targetLang().tag(), passage.target());
    }
    html.add("</ol>\n");
  }

  /** Writes what was done. */
  void writeDone(int fixed, int left) throws IOException {
    html.add("<section id=\"fixes\" aria-live=\"polite\">\n<p id=\"done\">");
    html.add("{}</p>\n", words.say("check.fixes.done", fixed, left));
    html.add("<p><a href=\"{}\">{}</a></p>\n", Room.CHECK.path(), words.say("room.check"));
    html.add("</section>\n");
  }
}
