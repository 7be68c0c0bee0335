package ballast.workbench.memory;

import ballast.bitext.Status;
import ballast.memory.DocumentSummary;
import ballast.report.page.Html;
import ballast.workbench.frame.Words;
import java.io.IOException;
import java.util.List;

/** Writes the box for a search and the conditions on units. */
final class SearchForm {

  /** With more documents a list of all of them is slow, and no help. */
  private static final int MAX_LISTED = 300;

  private final Html html;
  private final Words words;
  private final MemoryQuery query;

  SearchForm(Html html, Words words, MemoryQuery query) {
    this.html = html;
    this.words = words;
    this.query = query;
  }

  /** Writes the form; what it finds takes the place of the list of units. */
  void write(List<DocumentSummary> documents) throws IOException {
    html.add("<form id=\"search\" role=\"search\" action=\"/memory\" hx-get=\"/memory\"");
    html.add(" hx-target=\"#units\" hx-select=\"#units\" hx-swap=\"outerHTML\"");
    html.add(" hx-replace-url=\"true\" hx-sync=\"this:replace\"");
    html.add(" hx-trigger=\"submit, input delay:300ms from:find #q, change from:find details\">\n");
    html.add("<p class=\"ask\"><label for=\"q\">{}</label>", words.say("memory.search"));
    html.add("<input type=\"search\" id=\"q\" name=\"q\" value=\"{}\"", query.text());
    html.add(" autocomplete=\"off\" spellcheck=\"false\"");
    html.add(" placeholder=\"{}\">", words.say("memory.search.example"));
    html.add("<button class=\"go\">{}</button></p>\n", words.say("memory.find"));
    html.add("<details class=\"conditions\"");
    html.add(query.hasConditions() ? " open>" : ">");
    html.add("<summary>{}</summary>\n<div class=\"fields\">\n", words.say("memory.conditions"));
    writeDocument(documents);
    writeStatus();
    writeSide();
    writeField(MemoryQuery.AUTHOR, "text");
    writeField(MemoryQuery.SINCE, "date");
    writeConfidence(MemoryQuery.MIN);
    writeConfidence(MemoryQuery.MAX);
    html.add("<label><input type=\"checkbox\" name=\"deleted\" value=\"1\"");
    html.add(query.isDeleted() ? " checked>" : ">");
    html.add(" {}</label>\n", words.say("memory.only.deleted"));
    html.add("</div>\n</details>\n</form>\n");
  }

  private void writeDocument(List<DocumentSummary> documents) throws IOException {
    if (documents.size() > MAX_LISTED) {
      writeField(MemoryQuery.DOCUMENT, "text");
      return;
    }
    html.add("<label>{} <select name=\"document\">\n", words.say("memory.document"));
    html.add("<option value=\"\">{}</option>\n", words.say("memory.all"));
    for (DocumentSummary document : documents) {
      String name = document.name();
      html.add("<option value=\"{}\"", name);
      html.add(query.has(MemoryQuery.DOCUMENT, name) ? " selected>" : ">");
      html.add("{}</option>\n", name);
    }
    html.add("</select></label>\n");
  }

  private void writeStatus() throws IOException {
    html.add("<fieldset><legend>{}</legend>", words.say("memory.status"));
    for (Status status : Status.values()) {
      html.add("<label><input type=\"checkbox\" name=\"status\" value=\"{}\"", status.label());
      html.add(query.has(MemoryQuery.STATUS, status.label()) ? " checked>" : ">");
      html.add(" {}</label> ", words.say("status." + status.label()));
    }
    html.add("</fieldset>\n");
  }

  private void writeSide() throws IOException {
    html.add("<label>{} <select name=\"in\">", words.say("memory.in"));
    for (String side : List.of("both", "source", "target")) {
      html.add("<option value=\"{}\"", side.equals("both") ? "" : side);
      html.add(query.has(MemoryQuery.IN, side) ? " selected>" : ">");
      html.add("{}</option>", words.say("memory.in." + side));
    }
    html.add("</select></label>\n");
  }

  private void writeField(String name, String type) throws IOException {
    html.add("<label>{} <input type=\"{}\"", words.say("memory." + name), type);
    html.add(" name=\"{}\" value=\"{}\"></label>\n", name, query.field(name));
  }

  private void writeConfidence(String name) throws IOException {
    html.add("<label>{} <input type=\"number\" min=\"0\" max=\"1\"", words.say("memory." + name));
    html.add(" step=\"0.01\" name=\"{}\" value=\"{}\"></label>\n", name, query.field(name));
  }
}
