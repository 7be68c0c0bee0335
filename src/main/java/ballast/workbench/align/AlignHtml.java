package ballast.workbench.align;

import ballast.bitext.Range;
import ballast.report.alignment.BeadRows;
import ballast.report.page.Html;
import ballast.workbench.frame.Words;
import ballast.workflow.edit.OpenArticle;
import java.io.IOException;
import java.util.List;

/** Writes the room in which beads are corrected. */
final class AlignHtml {

  /** Rows that are drawn at a time; others are drawn when they come into view. */
  private static final int CHUNK = 60;

  /** The buttons for the bead that is chosen: the move, and its key. */
  private static final List<Tool> TOOLS =
      List.of(
          new Tool("confirm", "Enter"),
          new Tool("merge", "m"),
          new Tool("split", "s"),
          new Tool("cut", "c"),
          new Tool("target-up", "]"),
          new Tool("target-down", "["),
          new Tool("source-up", "}"),
          new Tool("source-down", "{"),
          new Tool("swap", "w"),
          new Tool("unlink", "x"),
          new Tool("link", "l"),
          new Tool("rest", "g"),
          new Tool("release", "r"),
          new Tool("realign", "a"));

  /** Keys that are not buttons of a bead. */
  private static final List<Tool> OTHER_KEYS =
      List.of(
          new Tool("next", "↓ j"),
          new Tool("previous", "↑ k"),
          new Tool("next-look", "n"),
          new Tool("previous-look", "p"),
          new Tool("type", "t"),
          new Tool("undo", "z"),
          new Tool("redo", "y"),
          new Tool("help", "?"));

  private record Tool(String name, String key) {}

  private final Html html;
  private final Words words;
  private final OpenArticle article;
  private final String state;
  private final BeadRows rows;

  AlignHtml(Html html, Words words, Desk.Shown shown) {
    this.html = html;
    this.words = words;
    this.article = shown.article();
    this.state = shown.state();
    this.rows = new BeadRows(article.text(), new ArticleNotes(shown, words));
  }

  void write() throws IOException {
    html.add("<div id=\"align\" data-document=\"{}\" data-state=\"{}\"", article.document(), state);
    html.add(" data-prefix=\"{}\"", BeadRows.PREFIX);
    html.add(" data-map=\"{}\"", rows.map());
    html.add(" data-linking=\"{}\"", words.say("align.linking"));
    html.add(" data-cutting=\"{}\"", words.say("align.cutting"));
    html.add(" data-all-looked=\"{}\">\n", words.say("align.all-looked"));
    writeHead();
    for (String problem : article.problems()) {
      html.add("<p class=\"alert\">{}</p>\n", problem);
    }
    html.add("<div class=\"room\">\n<div id=\"map\" aria-hidden=\"true\"></div>\n<div>\n");
    writeTable();
    html.add("</div>\n<aside id=\"aside\" aria-label=\"{}\"></aside>\n</div>\n", say("aside"));
    writeTools();
    writeKeys();
    html.add("</div>\n");
  }

  private void writeHead() throws IOException {
    html.add("<div class=\"head\">\n<h1>{}</h1>\n<p id=\"progress\"", article.document());
    html.add(" data-left=\"{}\" data-of=\"{}\"></p>\n", say("left"), say("of"));
    html.add("<details id=\"looks\"><summary>{}</summary><div></div></details>\n", say("looks"));
    html.add("<p class=\"buttons\">");
    html.add("<button id=\"undo\">{} <kbd>z</kbd></button> ", say("undo"));
    html.add("<button id=\"redo\">{} <kbd>y</kbd></button> ", say("redo"));
    html.add("<button id=\"next-look\">{} <kbd>n</kbd></button> ", say("next-look"));
    html.add("<button id=\"confirm-sure\">{}</button> ", say("confirm-sure"));
    html.add("<button id=\"help\" aria-label=\"{}\"><kbd>?</kbd></button></p>\n", say("help"));
    html.add("</div>\n");
  }

  private void writeTable() throws IOException {
    html.add("<table id=\"beads\">\n<caption>{}</caption>\n<thead><tr>", article.document());
    html.add("<th scope=\"col\" class=\"source\">{}</th>", article.text().source().file());
    html.add("<th scope=\"col\" class=\"judgement\">{}</th>", say("bead"));
    html.add("<th scope=\"col\" class=\"target\">{}</th>", article.text().target().file());
    html.add("</tr></thead>\n");
    int beads = article.beads().size();
    writeRows(new Range(0, Math.min(CHUNK, beads)));
    for (int from = CHUNK; from < beads; from += CHUNK) {
      html.add("<tbody class=\"later\" data-from=\"{}\"", from);
      html.add(" data-to=\"{}\">", Math.min(from + CHUNK, beads));
      html.add("<tr><td colspan=\"3\"></td></tr></tbody>\n");
    }
    html.add("</table>\n");
  }

  /** Writes rows alone. */
  void writeRows(Range beads) throws IOException {
    rows.write(html, beads);
  }

  private void writeTools() throws IOException {
    html.add("<template id=\"tools\"><tr class=\"tools\"><td colspan=\"3\">");
    html.add("<div role=\"toolbar\" aria-label=\"{}\">", say("tools"));
    for (Tool tool : TOOLS) {
      html.add("<button data-move=\"{}\" title=\"{}\">", tool.name(), say(tool.name() + ".more"));
      html.add("{} <kbd>{}</kbd></button> ", say(tool.name()), tool.key());
    }
    html.add("<label>{} <select data-move=\"type\"><option value=\"\"></option>", say("type"));
    for (String type : List.of("paragraph", "heading", "furniture")) {
      html.add("<option value=\"{}\">{}</option>", type, say("type." + type));
    }
    html.add("</select></label></div></td></tr></template>\n");
  }

  private void writeKeys() throws IOException {
    html.add("<dialog id=\"keys\" aria-labelledby=\"keys-title\">");
    html.add("<h2 id=\"keys-title\">{}</h2><dl>\n", say("keys"));
    for (List<Tool> some : List.of(TOOLS, OTHER_KEYS)) {
      for (Tool tool : some) {
        html.add("<div><dt><kbd>{}</kbd></dt>", tool.key());
        html.add("<dd>{}</dd></div>\n", say(tool.name() + ".more"));
      }
    }
    html.add("</dl><form method=\"dialog\"><button>{}</button></form></dialog>\n", say("close"));
  }

  private String say(String key) {
    return words.say("align." + key);
  }
}
