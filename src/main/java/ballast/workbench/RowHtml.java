package ballast.workbench;

import ballast.app.check.FoundPlaces;
import ballast.app.page.Html;
import ballast.check.CheckedPair;
import ballast.check.Finding;
import ballast.check.Passage;
import ballast.workbench.Room.Links;
import java.io.IOException;
import java.util.List;

/** Writes one finding: the problem, both texts, and the actions. */
final class RowHtml {

  private static final int MAX_OTHERS = 3;

  private final Html html;
  private final Words words;
  private final String address;

  /**
   * @param address query string of the page, for the way back from actions
   */
  RowHtml(Html html, Words words, String address) {
    this.html = html;
    this.words = words;
    this.address = address;
  }

  /**
   * @param zh the Chinese term; may be ""
   */
  void write(KeptCheck.Row row, String zh) throws IOException {
    Finding finding = row.finding();
    String severity = row.severity().label();
    html.add("<li class=\"unit plain finding {}\" id=\"f-{}\"", severity, row.key());
    html.add(" data-key=\"{}\" data-severity=\"{}\" tabindex=\"-1\">\n", row.key(), severity);
    html.add("<p class=\"what\"><span class=\"badge {}\">", severity);
    html.add("{}</span> ", words.say("severity." + severity));
    html.add("<span lang=\"en\" class=\"message\">{}</span></p>\n", finding.message());
    writeTexts(row);
    writeOthers(row);
    html.add("<div class=\"state\"><p class=\"facts\">");
    writePlace(row);
    if (!finding.term().isEmpty()) {
      html.add("<a href=\"{}?term={}\">", Room.CHECK.path(), Links.encoded(finding.term()));
      html.add("<span lang=\"zh\">{}</span> {}</a>", zh, finding.term());
    }
    html.add("</p>\n");
    writeActions(row);
    html.add("</div>\n<div id=\"w-{}\"></div>\n", row.key());
    html.add("<details class=\"past\" hx-get=\"/check/rule?rule={}\"", finding.rule());
    html.add(" hx-trigger=\"toggle once\" hx-target=\"find div\"><summary>");
    html.add("{}</summary><div></div></details>\n</li>\n", finding.rule());
  }

  void writeTexts(KeptCheck.Row row) throws IOException {
    Passage passage = row.checked().place().value();
    Finding.Spans spans = row.finding().spans();
    html.add("<div class=\"texts\" id=\"t-{}\"><p", row.key());
    html.add(" lang=\"{}\">", passage.sourceLang().tag());
    FoundPlaces.write(html, passage.source(), spans.source());
    html.add("</p><p lang=\"{}\">", passage.targetLang().tag());
    FoundPlaces.write(html, passage.target(), spans.target());
    html.add("</p></div>\n");
  }

  private void writeOthers(KeptCheck.Row row) throws IOException {
    List<CheckedPair<Passage>> others = row.checked().others();
    if (others.isEmpty()) {
      return;
    }
    html.add("<ul class=\"others\">\n");
    for (CheckedPair<Passage> other : others.subList(0, Math.min(MAX_OTHERS, others.size()))) {
      Passage passage = other.value();
      html.add("<li><span class=\"soft\">{}</span> ", passage.document());
      html.add("<span lang=\"{}\">{}</span></li>\n", passage.targetLang().tag(), passage.target());
    }
    html.add("</ul>\n");
  }

  private void writePlace(KeptCheck.Row row) throws IOException {
    String document = row.document();
    if (document.isEmpty()) {
      html.add("<a id=\"open-{}\" href=\"{}?q=", row.key(), Room.MEMORY.path());
      html.add("{}\">", Links.encoded(row.checked().place().value().source()));
      html.add("{}</a> ", words.say("room.memory"));
    } else {
      html.add("<a id=\"open-{}\" href=\"{}", row.key(), Links.to(Room.ALIGN, document));
      html.add("&amp;unit={}\">{}, ", row.unit(), document);
      html.add("{}</a> ", words.say("check.place", row.checked().location().line()));
    }
  }

  private void writeActions(KeptCheck.Row row) throws IOException {
    String key = row.key();
    html.add("<div class=\"acts\" role=\"group\" aria-label=\"{}\">", words.say("memory.actions"));
    int count = row.corrected().size();
    for (int index = 0; index < count; index++) {
      html.add("<button id=\"fix-{}-{}\"", key, index);
      html.add(" hx-post=\"/check/fix?{}\" hx-target=\"#check\"", address);
      html.add(" hx-swap=\"outerHTML\" hx-vals='{\"finding\":\"{}\",", key);
      html.add("\"suggestion\":\"{}\"}'>", index);
      html.add("{}</button> ", words.say("check.fix", row.finding().suggestions().get(index)));
    }
    if (count == 0 && !row.finding().suggestions().isEmpty()) {
      html.add("<span class=\"soft\">{} ", words.say("check.instead"));
      html.add("<span>{}</span></span> ", String.join(", ", row.finding().suggestions()));
    }
    html.add("<button id=\"edit-{}\" hx-get=\"/check/edit?finding={}&amp;", key, key);
    html.add("{}\" hx-target=\"#t-{}\" hx-swap=\"outerHTML\">", address, key);
    html.add("{}</button> ", words.say("memory.edit"));
    html.add("<button id=\"waive-{}\" hx-get=\"/check/waive?finding={}&amp;", key, key);
    html.add("{}\" hx-target=\"#w-{}\" hx-swap=\"innerHTML\">", address, key);
    html.add("{}</button></div>\n", words.say("check.waive"));
  }

  /**
   * Writes the form for the reason to waive a finding.
   *
   * @param file the file that records the waiver
   */
  void writeWaiver(KeptCheck.Row row, String file) throws IOException {
    String key = row.key();
    html.add("<form class=\"waiver\" hx-post=\"/check/waive?{}\"", address);
    html.add(" hx-target=\"#check\" hx-swap=\"outerHTML\">\n");
    html.add("<input type=\"hidden\" name=\"finding\" value=\"{}\">", key);
    html.add("<label for=\"reason-{}\">{}</label>\n", key, words.say("check.reason"));
    html.add("<input type=\"text\" id=\"reason-{}\" name=\"reason\" required", key);
    html.add(" autocomplete=\"off\" data-waive=\"{}\">\n<p class=\"acts\">", key);
    html.add("<button class=\"go\">{}</button> ", words.say("check.waive.now"));
    html.add("<button type=\"button\" data-leave>{}</button> ", words.say("memory.leave"));
    html.add("<span class=\"soft\">{}</span></p></form>\n", words.say("check.recorded", file));
  }
}
