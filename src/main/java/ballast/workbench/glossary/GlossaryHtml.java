package ballast.workbench.glossary;

import ballast.bitext.Location;
import ballast.check.TermCounts;
import ballast.glossary.Concept;
import ballast.glossary.LintFinding;
import ballast.glossary.Term;
import ballast.report.page.Html;
import ballast.workbench.frame.KeptResult;
import ballast.workbench.frame.Links;
import ballast.workbench.frame.Room;
import ballast.workbench.frame.Words;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Writes the entries of the glossaries. */
final class GlossaryHtml {

  private final Html html;
  private final Words words;

  GlossaryHtml(Html html, Words words) {
    this.html = html;
    this.words = words;
  }

  /**
   * The entries of a page.
   *
   * @param concepts all that were found
   * @param from the number of the first of the page, from 0
   * @param size how many the page has at most
   * @param text what was looked for; may be empty
   * @param onlyFindings whether only those with problems were
   */
  record Entries(List<Concept> concepts, int from, int size, String text, boolean onlyFindings) {
    Entries {
      concepts = List.copyOf(concepts);
    }

    List<Concept> shown() {
      int first = Math.min(from, concepts.size());
      return concepts.subList(first, Math.min(concepts.size(), first + size));
    }

    /** The query of the page that begins with this entry. */
    String query(int first) {
      return "q="
          + Links.encoded(text)
          + (onlyFindings ? "&findings=1" : "")
          + (first == 0 ? "" : "&from=" + first);
    }
  }

  /** Writes the heading and the box for a search. */
  void writeSearch(String text, boolean onlyFindings) throws IOException {
    html.add("<h1>{}</h1>\n", words.say("room.glossary"));
    String room = Room.GLOSSARY.path();
    html.add("<form id=\"search\" role=\"search\" action=\"{}\" hx-get=\"{}\"", room, room);
    html.add(" hx-target=\"#concepts\" hx-select=\"#concepts\" hx-swap=\"outerHTML\"");
    html.add(" hx-replace-url=\"true\" hx-sync=\"this:replace\"");
    html.add(" hx-trigger=\"submit, input delay:300ms from:find #q, change from:find #findings\">");
    html.add("<p class=\"ask\"><label for=\"q\">{}</label>", words.say("memory.search"));
    html.add("<input type=\"search\" id=\"q\" name=\"q\" value=\"{}\"", text);
    html.add(" autocomplete=\"off\" spellcheck=\"false\">");
    html.add("<button class=\"go\">{}</button></p>\n", words.say("memory.find"));
    html.add(
        "<p class=\"line\"><label><input type=\"checkbox\" id=\"findings\" name=\"findings\""
            + " value=\"1\"");
    html.add(onlyFindings ? " checked>" : ">");
    html.add(" {}</label> ", words.say("glossary.only.findings"));
    html.add("<a href=\"#mined\">{}</a></p></form>\n", words.say("glossary.mined"));
  }

  /** Writes the entries with what is known about them. */
  void writeEntries(Entries entries, KeptResult.State<Judged> judged) throws IOException {
    html.add("<section id=\"concepts\" aria-label=\"{}\"", words.say("glossary.entries"));
    html.add(" hx-get=\"/terms?{}\" hx-select=\"#concepts\"", entries.query(entries.from()));
    html.add(" hx-trigger=\"glossary-changed from:body\" hx-swap=\"outerHTML\"");
    // A search that is on its way brings the same news, and would find its place gone.
    html.add(" hx-sync=\"#search:abort\" hx-disinherit=\"*\">\n");
    writeCounting(judged.running());
    if (!judged.error().isEmpty()) {
      html.add("<p class=\"alert\">{}</p>\n", judged.error());
    }
    if (entries.concepts().isEmpty()) {
      boolean isSearch = !entries.text().isEmpty() || entries.onlyFindings();
      html.add(
          "<p class=\"soft\">{}</p>\n", words.say(isSearch ? "glossary.none" : "glossary.empty"));
    } else {
      writeTable(entries.shown(), judged.value());
    }
    writePages(entries);
    html.add("</section>\n");
  }

  /** Writes that uses are counted, and asks again; or nothing that is seen. */
  void writeCounting(boolean running) throws IOException {
    if (running) {
      html.add("<p id=\"counting\" class=\"soft\" hx-get=\"/glossary/counting\"");
      html.add(" hx-trigger=\"load delay:500ms\" hx-swap=\"outerHTML\">");
      html.add("{}</p>\n", words.say("glossary.counting"));
    } else {
      html.add("<p id=\"counting\" hidden></p>\n");
    }
  }

  private void writeTable(List<Concept> concepts, Judged judged) throws IOException {
    html.add(
        "<table class=\"list concepts\">\n<caption>{}</caption>", words.say("glossary.entries"));
    html.add("<thead><tr><th scope=\"col\">{}</th>", words.say("glossary.zh"));
    html.add("<th scope=\"col\">{}</th>", words.say("glossary.en"));
    html.add("<th scope=\"col\">{}</th>", words.say("glossary.use"));
    html.add("<th scope=\"col\">{}</th></tr></thead>\n<tbody>\n", words.say("glossary.notes"));
    for (Concept concept : concepts) {
      writeConcept(concept, judged);
    }
    html.add("</tbody>\n</table>\n");
  }

  private void writeConcept(Concept concept, Judged judged) throws IOException {
    html.add("<tr><th scope=\"row\">");
    for (Term term : concept.zh()) {
      html.add(
          "<p><a lang=\"zh\" href=\"{}?q={}\">", Room.MEMORY.path(), Links.encoded(term.text()));
      html.add("{}</a></p>", term.text());
    }
    html.add("<p class=\"soft id\">{}</p></th>\n<td>", concept.id());
    for (Term term : concept.en()) {
      writeEnglish(term);
    }
    html.add("</td>\n<td>");
    for (TermCounts counts : judged.countsOf(concept.id())) {
      writeUse(counts);
    }
    html.add("</td>\n<td>");
    writeNotes(concept);
    for (LintFinding finding : judged.findingsOf(concept.id())) {
      html.add("<p class=\"finding {}\"><span class=\"badge\">", finding.severity().label());
      html.add("{}</span> ", words.say("severity." + finding.severity().label()));
      html.add("<span lang=\"en\">{}</span>", finding.message());
      Location where = finding.where().get(0);
      // The notes name the first row of the entry.
      if (concept.rows().stream().limit(1).noneMatch(where::equals)) {
        html.add(" <span class=\"soft\">{}</span>", where);
      }
      html.add("</p>");
    }
    html.add("</td></tr>\n");
  }

  private void writeEnglish(Term term) throws IOException {
    html.add("<p lang=\"en\" class=\"term {}\">", term.status().label());
    html.add(term.isForbidden() ? "<del>{}</del>" : "{}", term.text());
    switch (term.status()) {
      case PREFERRED -> {}
      default ->
          html.add(" <span class=\"badge\" lang=\"{}\">", words.tag())
              .add("{}</span>", words.say("term." + term.status().label()));
    }
    html.add("</p>");
    if (!term.remarks().note().isEmpty()) {
      html.add("<p class=\"soft\">{}</p>", term.remarks().note());
    }
  }

  private void writeUse(TermCounts counts) throws IOException {
    TermCounts.Pairs pairs = counts.pairs();
    long share = pairs.all() == 0 ? 0 : Math.round(100.0 * pairs.right() / pairs.all());
    html.add("<p>{}</p>", words.say("glossary.right", counts.zh(), pairs.right(), pairs.all()));
    html.meter(share);
    html.add("<ul>");
    for (Map.Entry<String, Integer> rendering : counts.renderings().pairs().entrySet()) {
      boolean forbidden = counts.renderings().forbidden().contains(rendering.getKey());
      html.add(forbidden ? "<li class=\"alert\">" : "<li>");
      html.add("{} – {}</li>", rendering.getKey(), rendering.getValue());
    }
    if (pairs.missing() > 0) {
      html.add("<li class=\"alert\">{} – {}</li>", words.say("glossary.missing"), pairs.missing());
    }
    html.add("</ul>");
  }

  private void writeNotes(Concept concept) throws IOException {
    writeList("glossary.domain", concept.scope().domains());
    writeList("glossary.project", concept.scope().projects());
    writeList("glossary.not.in", concept.conditions().notIn());
    writeList("glossary.only.if", concept.conditions().onlyIf());
    writeList("glossary.not.if", concept.conditions().notIf());
    if (!concept.remarks().note().isEmpty()) {
      html.add("<p>{}</p>", concept.remarks().note());
    }
    if (!concept.rows().isEmpty()) {
      html.add("<p class=\"soft\">{}</p>", concept.rows().get(0));
    }
  }

  private void writeList(String key, List<String> values) throws IOException {
    if (!values.isEmpty()) {
      html.add(
          "<p><span class=\"soft\">{}</span> {}</p>", words.say(key), String.join(", ", values));
    }
  }

  private void writePages(Entries entries) throws IOException {
    int next = entries.from() + entries.size();
    if (entries.from() == 0 && next >= entries.concepts().size()) {
      return;
    }
    html.add("<nav class=\"line\" aria-label=\"{}\">", words.say("memory.pages"));
    if (entries.from() > 0) {
      html.add("<a class=\"button\" href=\"/terms?{}\">", entries.query(0));
      html.add("{}</a> ", words.say("memory.first"));
    }
    if (next < entries.concepts().size()) {
      html.add("<a class=\"button\" href=\"/terms?{}\">", entries.query(next));
      html.add("{}</a>", words.say("memory.next"));
    }
    html.add("</nav>\n");
  }
}
