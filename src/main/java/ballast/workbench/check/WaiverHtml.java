package ballast.workbench.check;

import ballast.check.LocatedFinding;
import ballast.check.Passage;
import ballast.check.Waived;
import ballast.report.page.Html;
import ballast.workbench.findings.Checked;
import ballast.workbench.findings.Row;
import ballast.workbench.frame.KeptResult;
import ballast.workbench.frame.Links;
import ballast.workbench.frame.Room;
import ballast.workbench.frame.Words;
import ballast.workflow.check.Accepted;
import java.io.IOException;
import java.util.List;

/** Writes the findings that are waived. */
final class WaiverHtml {

  private static final int MAX_SHOWN = 200;

  private final Html html;
  private final Words words;

  WaiverHtml(Html html, Words words) {
    this.html = html;
    this.words = words;
  }

  /**
   * Writes them; while the memory is being checked, the page asks again.
   *
   * @param reasons of the findings in the baseline, in their order
   */
  void write(KeptResult.State<Checked> state, List<Accepted> reasons) throws IOException {
    Checked checked = state.value();
    html.add(
        "<section id=\"waivers\" tabindex=\"-1\" aria-label=\"{}\">\n", words.say("check.waivers"));
    if (!state.error().isEmpty()) {
      html.add("<p class=\"alert\">{}</p>\n", state.error());
    }
    if (state.running()) {
      html.add("<p id=\"running\" class=\"soft\" hx-get=\"/check/waivers\"");
      html.add(" hx-select=\"#waivers\" hx-target=\"#waivers\" hx-swap=\"outerHTML\"");
      html.add(" hx-trigger=\"load delay:500ms\">");
      html.add("{}</p>\n", words.say("check.running", state.share()));
    } else {
      html.add("<p id=\"running\" hidden></p>\n");
    }
    if (checked.isDone() && checked.leftOut() == 0) {
      html.add("<p>{}</p>\n", words.say("check.waivers.none"));
    }
    writeAccepted(checked.accepted(), reasons);
    writeNoted(checked.waived());
    html.add("</section>\n");
  }

  private void writeAccepted(List<Row> rows, List<Accepted> reasons) throws IOException {
    int shown = Math.min(Math.min(rows.size(), reasons.size()), MAX_SHOWN);
    html.add("<ol class=\"units findings\">\n");
    for (int i = 0; i < shown; i++) {
      String key = rows.get(i).key();
      begin(rows.get(i).checked());
      writeReason(reasons.get(i).reason(), reasons.get(i).author());
      html.add("<div class=\"acts\"><button id=\"back-{}\"", key);
      html.add(" hx-post=\"/check/waivers\" hx-target=\"#waivers\" hx-swap=\"outerHTML\"");
      html.add(" hx-vals='{\"finding\":\"{}\"}'>", key);
      html.add("{}</button></div></div>\n</li>\n", words.say("check.unwaive"));
    }
    html.add("</ol>\n");
    if (rows.size() > shown) {
      html.add("<p class=\"soft\">{}</p>\n", words.say("memory.more", rows.size() - shown));
    }
  }

  /** Writes those that are waived in a note, which stays where it is: a person changes it there. */
  private void writeNoted(List<Waived> waived) throws IOException {
    if (waived.isEmpty()) {
      return;
    }
    html.add("<h2>{}</h2>\n<ol class=\"units findings\">\n", words.say("check.waivers.noted"));
    for (Waived one : waived.subList(0, Math.min(MAX_SHOWN, waived.size()))) {
      begin(one.checked());
      writeReason(one.waiver().reason(), "");
      html.add("</div>\n</li>\n");
    }
    html.add("</ol>\n");
    if (waived.size() > MAX_SHOWN) {
      html.add("<p class=\"soft\">{}</p>\n", words.say("memory.more", waived.size() - MAX_SHOWN));
    }
  }

  private void begin(LocatedFinding one) throws IOException {
    Passage passage = one.place().value();
    html.add("<li class=\"unit plain\">\n<p class=\"what\"><span class=\"badge\">");
    html.add("{}</span> ", one.finding().rule());
    html.add("<span lang=\"en\" class=\"message\">{}</span></p>\n", one.finding().message());
    html.add("<div class=\"texts\"><p lang=\"{}\">", passage.sourceLang().tag());
    html.add("{}</p><p lang=\"{}\">", passage.source(), passage.targetLang().tag());
    html.add("{}</p></div>\n<div class=\"state\"><p class=\"facts\">", passage.target());
    if (passage.document().isEmpty()) {
      html.add("<a href=\"{}?q={}\">", Room.MEMORY.path(), Links.encoded(passage.source()));
      html.add("{}</a> ", words.say("room.memory"));
    } else {
      html.add("<a href=\"{}&amp;unit=", Links.to(Room.ALIGN, passage.document()));
      html.add("{}\">{}</a> ", passage.id(), passage.document());
    }
  }

  private void writeReason(String reason, String author) throws IOException {
    html.add(
        "<span class=\"reason\">{}</span> ",
        reason.isEmpty() ? words.say("check.no.reason") : reason);
    if (!author.isEmpty()) {
      html.add("<span class=\"author\">{}</span>", author);
    }
    html.add("</p>\n");
  }
}
