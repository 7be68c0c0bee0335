package ballast.workbench.revisions;

import ballast.memory.DocumentSummary;
import ballast.memory.RevisionInfo;
import ballast.report.page.Html;
import ballast.report.revision.DiffPartHtml;
import ballast.workbench.frame.Links;
import ballast.workbench.frame.Room;
import ballast.workbench.frame.Words;
import ballast.workflow.revise.ComparedVersions;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Writes the documents, the revisions of one of them, and what changed between them. */
final class RevisionsHtml {

  private final Html html;
  private final Words words;

  RevisionsHtml(Html html, Words words) {
    this.html = html;
    this.words = words;
  }

  /** Writes all documents. */
  void writeDocuments(List<DocumentSummary> documents) throws IOException {
    html.add("<h1>{}</h1>\n", words.say("room.revisions"));
    if (documents.isEmpty()) {
      html.add("<p>{} ", words.say("memory.empty"));
      html.add("<a href=\"{}\">{}</a></p>\n", Room.ARTICLES.path(), words.say("room.articles"));
      return;
    }
    html.add("<table class=\"list\">\n<caption>{}</caption>\n", words.say("room.revisions"));
    html.add("<thead><tr><th scope=\"col\">{}</th>", words.say("articles.article"));
    html.add("<th scope=\"col\" class=\"number\">{}</th>", words.say("articles.revisions"));
    html.add("<th scope=\"col\">{}</th>", words.say("articles.changed"));
    html.add("<th scope=\"col\">{}</th></tr></thead>\n<tbody>\n", words.say("revisions.review"));
    for (DocumentSummary document : documents) {
      html.add("<tr><th scope=\"row\"><a href=\"{}\">", link(document.name()));
      html.add("{}</a></th>", document.name());
      html.add("<td class=\"number\" data-head=\"{}\">", words.say("articles.revisions"));
      html.add("{}</td>", document.revisions());
      html.add("<td>");
      writeTime(document.lastChange().toString());
      html.add("</td><td><a href=\"/revisions/review?document={}\"", encoded(document.name()));
      html.add(" aria-label=\"{}\">", words.say("revisions.review.of", document.name()));
      html.add("{}</a></td></tr>\n", words.say("revisions.review"));
    }
    html.add("</tbody>\n</table>\n");
  }

  private static String link(String document) {
    return Links.to(Room.REVISIONS, document);
  }

  private static String encoded(String document) {
    return Links.encoded(document);
  }

  private void writeTime(String time) throws IOException {
    html.add("<time datetime=\"{}\">{}</time>", time, time);
  }

  /** Writes the revisions of a document, the latest first, and which are compared. */
  void writeDocument(String document, List<RevisionInfo> revisions, Chosen chosen)
      throws IOException {
    html.add("<p><a href=\"{}\">{}</a></p>\n", Room.REVISIONS.path(), words.say("room.revisions"));
    html.add("<h1>{}</h1>\n", document);
    html.add(
        "<p class=\"line\"><a class=\"button go\" href=\"/revisions/review?document={}\">",
        encoded(document));
    html.add("{}</a>", words.say("revisions.review.latest"));
    html.add(
        "<a href=\"{}\">{}</a></p>\n", Links.to(Room.ALIGN, document), words.say("room.align"));
    html.add("<form id=\"choice\" action=\"{}\">", Room.REVISIONS.path());
    html.add("<input type=\"hidden\" name=\"document\" value=\"{}\">\n", document);
    html.add(
        "<table class=\"list\">\n<caption>{}</caption>\n<thead><tr>", words.say("room.revisions"));
    for (String head : List.of("number", "made", "by", "files", "units", "set", "review")) {
      html.add("<th scope=\"col\">{}</th>", words.say("revisions.column." + head));
    }
    html.add("</tr></thead>\n<tbody>\n");
    for (int i = revisions.size() - 1; i >= 0; i--) {
      writeRevision(document, revisions.get(i));
    }
    html.add("</tbody>\n</table>\n");
    if (revisions.size() > 1) {
      writeChoice(revisions, chosen);
    } else {
      html.add("<p class=\"soft\">{}</p>\n", words.say("revisions.only.one"));
    }
    html.add("</form>\n");
    writeDrop(document);
  }

  private void writeRevision(String document, RevisionInfo revision) throws IOException {
    html.add("<tr><th scope=\"row\" data-head=\"{}\">", words.say("revisions.column.number"));
    html.add("{}</th><td>", revision.number());
    writeTime(revision.created().toString());
    html.add("</td><td>{}</td>", revision.run().author());
    html.add("<td>{}, ", revision.run().files().source().name());
    html.add("{}</td>", revision.run().files().target().name());
    html.add("<td>{}</td><td>", words.say("revisions.units", revision.units()));
    if (revision.pins().set() + revision.pins().takenAway() > 0) {
      html.add(
          "{}", words.say("revisions.pins", revision.pins().set(), revision.pins().takenAway()));
    }
    html.add("</td><td><a href=\"/revisions/review?document={}", encoded(document));
    html.add("&amp;since={}\">", revision.number());
    html.add("{}</a></td></tr>\n", words.say("revisions.since", revision.number()));
  }

  private void writeChoice(List<RevisionInfo> revisions, Chosen chosen) throws IOException {
    html.add("<p class=\"line\">");
    writeSelect("from", revisions, chosen.old(), false);
    writeSelect("to", revisions, chosen.revised(), false);
    writeSelect("then", revisions, chosen.last(), true);
    html.add("<button class=\"go\">{}</button></p>\n", words.say("revisions.compare"));
  }

  private void writeSelect(String name, List<RevisionInfo> revisions, int chosen, boolean optional)
      throws IOException {
    html.add("<label>{} <select name=\"{}\">", words.say("revisions." + name), name);
    if (optional) {
      html.add("<option value=\"\">{}</option>", words.say("revisions.nothing"));
    }
    for (RevisionInfo revision : revisions) {
      int number = revision.number();
      html.add("<option value=\"{}\"", number);
      html.add(number == chosen ? " selected>{}</option>" : ">{}</option>", number);
    }
    html.add("</select></label>\n");
  }

  private void writeDrop(String document) throws IOException {
    html.add("<section class=\"drop slim\" id=\"drop\" data-document=\"{}\"", document);
    html.add(" aria-labelledby=\"drop-title\">\n");
    html.add("<h2 id=\"drop-title\">{}</h2>\n", words.say("revisions.drop"));
    html.add("<p>{}</p>\n", words.say("revisions.drop.more"));
    html.add("<p><label class=\"button\">{}", words.say("revisions.file"));
    html.add("<input type=\"file\" id=\"file\"></label></p>\n");
    html.add("</section>\n");
  }

  /** Writes what changed, as the page of {@code ballast diff} does: it is in English. */
  void writeCompared(Optional<ComparedVersions> compared) throws IOException {
    html.add("<section id=\"compared\" aria-live=\"polite\" tabindex=\"-1\">\n");
    if (compared.isPresent()) {
      ComparedVersions versions = compared.get();
      html.add(
          "<h2>{}</h2>\n", words.say("revisions.changes", versions.changed(), versions.size()));
      html.add(
          "<p class=\"soft\">{} &#8594; {}</p>\n",
          versions.old().name(),
          versions.revised().name());
      html.add("<div lang=\"en\">\n");
      new DiffPartHtml(html, versions).write();
      html.add("</div>\n");
    }
    html.add("</section>\n");
  }
}
