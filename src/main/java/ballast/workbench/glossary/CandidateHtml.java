package ballast.workbench.glossary;

import ballast.report.page.Html;
import ballast.workbench.frame.Job;
import ballast.workbench.frame.Links;
import ballast.workbench.frame.Room;
import ballast.workbench.frame.Words;
import ballast.workflow.glossary.TermAddition;
import java.io.IOException;
import java.util.List;

/** Writes the terms that were mined, each with the buttons to accept or refuse it. */
final class CandidateHtml {

  private final Html html;
  private final Words words;

  CandidateHtml(Html html, Words words) {
    this.html = html;
    this.words = words;
  }

  /**
   * Writes what mining does, and where terms are added.
   *
   * @param possible whether there is a memory to mine
   */
  void writeBeginning(boolean possible, List<TermAddition.Table> tables) throws IOException {
    html.add(
        "<h2 id=\"mined\">{}</h2>\n<p>{}</p>\n",
        words.say("glossary.mined"),
        words.say("glossary.mined.what"));
    html.add("<form class=\"line\" hx-post=\"/glossary/mine\" hx-target=\"#candidates\"");
    html.add(" hx-swap=\"outerHTML\"><button id=\"mine\"");
    html.add(possible ? ">" : " disabled>");
    html.add("{}</button></form>\n", words.say("glossary.mine"));
    writeTables(tables, tables.get(0).name(), /* alone= */ false);
    html.add("<p id=\"done\" role=\"status\"></p>\n");
  }

  /**
   * Writes the choice of the file, with the state in which the page shows each.
   *
   * @param chosen the name of one of them
   * @param alone whether it takes the place of the choice that the page shows
   */
  void writeTables(List<TermAddition.Table> tables, String chosen, boolean alone)
      throws IOException {
    html.add("<p id=\"tables\"");
    html.add(alone ? " hx-swap-oob=\"true\">" : ">");
    html.add("<label>{} <select name=\"file\" id=\"file\">", words.say("glossary.file"));
    for (TermAddition.Table table : tables) {
      html.add("<option value=\"{}\"", table.name());
      html.add(table.name().equals(chosen) ? " selected>" : ">");
      html.add("{}</option>", table.name());
    }
    html.add("</select></label>");
    for (TermAddition.Table table : tables) {
      html.add(
          "<input type=\"hidden\" name=\"known\" value=\"{} {}\">", table.digest(), table.name());
    }
    html.add("</p>\n");
  }

  /** Writes the terms, or how far mining is. */
  void writeList(Job.State<Proposed> mined) throws IOException {
    html.add("<div id=\"candidates\"");
    if (mined.running()) {
      html.add(" hx-get=\"/glossary/candidates\" hx-trigger=\"load delay:700ms\"");
      html.add(" hx-swap=\"outerHTML\">\n<p>{}</p>\n", words.say("glossary.mining"));
      html.add("<progress aria-label=\"{}\"></progress>\n", words.say("glossary.mining"));
    } else {
      html.add(" hx-disinherit=\"*\">\n");
      if (!mined.error().isEmpty()) {
        html.add("<p class=\"alert\">{}</p>\n", mined.error());
      } else if (mined.value().isMined()) {
        html.add("<p>{}</p>\n", words.say("glossary.found", mined.value().terms().size()));
      }
      html.add("<ul class=\"candidates\">\n");
      int number = 0;
      for (Proposed.Term term : mined.value().terms()) {
        writeTerm(term, ++number);
      }
      html.add("</ul>\n");
    }
    html.add("</div>\n");
  }

  private void writeTerm(Proposed.Term term, int number) throws IOException {
    html.add("<li class=\"candidate\"><form hx-post=\"/glossary/accept\" hx-include=\"#tables\"");
    html.add(" hx-target=\"closest li\" hx-swap=\"outerHTML\">\n");
    html.add("<input type=\"hidden\" name=\"concept\" value=\"{}\">", term.concept());
    html.add("<input type=\"hidden\" name=\"mined-zh\" value=\"{}\">", term.zh());
    html.add("<input type=\"hidden\" name=\"mined-en\" value=\"{}\">\n", term.en());
    html.add("<input name=\"zh\" lang=\"zh\" value=\"{}\"", term.zh());
    html.add(term.concept().isEmpty() ? "" : " readonly");
    html.add(" aria-label=\"{} {}\">\n", words.say("glossary.zh"), number);
    html.add("<input name=\"en\" lang=\"en\" value=\"{}\"", term.en());
    html.add(" aria-label=\"{} {}\">\n", words.say("glossary.en"), number);
    html.add(
        "<span class=\"acts\"><button class=\"go\">{}</button> ", words.say("glossary.accept"));
    html.add("<button type=\"button\" hx-post=\"/glossary/refuse\" hx-include=\"closest form\"");
    html.add(">{}</button></span>\n", words.say("glossary.refuse"));
    String key = term.concept().isEmpty() ? "glossary.candidate" : "glossary.variant";
    html.add("<span class=\"soft\">{}</span> ", words.say(key, term.pairs(), term.together()));
    html.add("<a href=\"{}?q={}\">", Room.MEMORY.path(), Links.encoded(term.zh()));
    html.add("{}</a></form></li>\n", words.say("glossary.places"));
  }

  /** Writes, in place of a term, that it was accepted. */
  void writeAccepted(String zh, String en, String file) throws IOException {
    html.add(
        "<li class=\"candidate accepted\">✓ {}</li>\n",
        words.say("glossary.accepted", zh, en, file));
  }
}
