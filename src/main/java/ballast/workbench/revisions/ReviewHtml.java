package ballast.workbench.revisions;

import ballast.bitext.Status;
import ballast.report.page.Html;
import ballast.report.revision.ReviewLineHtml;
import ballast.report.revision.ReviewSheet;
import ballast.revise.ReviewKey;
import ballast.workbench.frame.Links;
import ballast.workbench.frame.Room;
import ballast.workbench.frame.Words;
import ballast.workflow.revise.ReviewExport;
import ballast.workflow.revise.ReviewLine;
import java.io.IOException;
import java.util.List;

/** Writes the changes of a document, each with its answer. */
final class ReviewHtml {

  private final Html html;
  private final Words words;
  private final String document;
  private final String since;
  private final ReviewExport.Result review;

  /**
   * @param since number of the revision that is compared; empty for the last but one
   */
  ReviewHtml(Html html, Words words, String document, String since, ReviewExport.Result review) {
    this.html = html;
    this.words = words;
    this.document = document;
    this.since = since;
    this.review = review;
  }

  /** Writes the page. */
  void write() throws IOException {
    ReviewLineHtml texts = new ReviewLineHtml(html, review);
    html.add("<p><a href=\"{}\">", Links.to(Room.REVISIONS, document));
    html.add("{}</a></p>\n", words.say("room.revisions"));
    html.add("<h1>{}</h1>\n", words.say("revisions.review.of", document));
    html.add(
        "<div class=\"line\"><div hx-get=\"/memory/undo\" hx-trigger=\"load, reviewed"
            + " from:body\"></div>\n");
    html.add(
        "<button type=\"button\" id=\"show-keys\">{}</button></div>\n", words.say("memory.keys"));
    html.add("<p id=\"done\" role=\"status\"></p>\n");
    html.add(
        "<section id=\"review\" hx-get=\"/revisions/review?document={}", Links.encoded(document));
    html.add("&amp;since={}\" hx-select=\"#review\"", since);
    html.add(
        " hx-trigger=\"memory-changed from:body\" hx-swap=\"outerHTML\" hx-disinherit=\"*\">\n");
    String old = review.compared().old().name();
    int count = review.lines().size();
    html.add("<p class=\"soft\">{}", words.say("revisions.to.review", count));
    if (!old.isEmpty()) {
      html.add(" {}", words.say("revisions.against", old));
    }
    html.add(
        "</p>\n<table class=\"review room\">\n<caption>{}</caption>\n",
        words.say("revisions.review"));
    html.add("<thead><tr><th scope=\"col\" class=\"what\">{}</th>", words.say("revisions.change"));
    html.add("<th scope=\"col\">{}</th>", words.say("revisions.source"));
    if (texts.hasOlds()) {
      html.add("<th scope=\"col\">{}</th>", words.say("revisions.old"));
    }
    html.add("<th scope=\"col\">{}</th></tr></thead>\n", words.say("revisions.new"));
    for (ReviewLine line : review.lines()) {
      writeLine(texts, line, texts.hasOlds());
    }
    html.add("</table>\n</section>\n");
    writeKeys();
  }

  /**
   * Writes one line in place of the line that the page shows.
   *
   * @param olds whether the page has a column for old texts
   */
  void writeLine(ReviewLine line, boolean olds) throws IOException {
    writeLine(new ReviewLineHtml(html, review), line, olds);
  }

  private void writeLine(ReviewLineHtml texts, ReviewLine line, boolean olds) throws IOException {
    String id = line.isRemoved() ? "r-" + line.unit().id() : "c" + line.number();
    html.add("<tbody class=\"change {}\" id=\"{}\"", ReviewLineHtml.classes(line), id);
    html.add(" tabindex=\"-1\">\n<tr lang=\"en\">");
    texts.write(line, id);
    html.add("</tr>\n");
    if (!line.isRemoved()) {
      html.add("<tr class=\"decide\"><td colspan=\"{}\">\n", olds ? 4 : 3);
      writeForm(line, olds);
      html.add("</td></tr>\n");
    }
    html.add("</tbody>\n");
  }

  private void writeForm(ReviewLine line, boolean olds) throws IOException {
    Status status = line.unit().provenance().status();
    String number = line.number();
    html.add(
        "<form hx-post=\"/revisions/review\" hx-target=\"closest tbody\" hx-swap=\"outerHTML\">\n");
    hidden("document", document);
    hidden("since", since);
    hidden("key", ReviewSheet.key(line).text());
    hidden("source", ReviewKey.cell(line.unit().source()));
    if (olds) {
      hidden("olds", "1");
    }
    html.add(
        "<p class=\"acts\" role=\"group\" aria-label=\"{}\">",
        words.say("revisions.answer", number));
    html.add(
        "<span class=\"badge {}\">{}</span>\n",
        status.label(),
        words.say("status." + status.label()));
    verdict("yes", "memory.approve", status == Status.APPROVED);
    verdict("no", "memory.reject", status == Status.REJECTED);
    html.add("<button type=\"button\" data-open=\"edit\" aria-expanded=\"false\">");
    html.add("{}</button>\n", words.say("memory.edit"));
    html.add("<button type=\"button\" data-open=\"comment\" aria-expanded=\"false\">");
    html.add("{}</button></p>\n", words.say("revisions.comment"));
    html.add("<p data-part=\"edit\" hidden><label>{}", words.say("revisions.edit"));
    html.add("<textarea name=\"target\" rows=\"3\" lang=\"{}\">", line.unit().targetLang().tag());
    html.add("{}</textarea></label></p>\n", ReviewKey.cell(line.unit().target()));
    html.add("<p data-part=\"comment\" hidden><label>{} ", words.say("revisions.comment"));
    html.add("<input name=\"comment\" autocomplete=\"off\"></label></p>\n");
    html.add("<p data-part=\"save\" hidden><button name=\"answer\" value=\"\">");
    html.add("{}</button></p>\n</form>\n", words.say("revisions.save"));
  }

  private void verdict(String value, String name, boolean pressed) throws IOException {
    html.add("<button name=\"answer\" value=\"{}\" aria-pressed=\"{}\">", value, pressed);
    html.add("{}</button>\n", words.say(name));
  }

  private void hidden(String name, String value) throws IOException {
    html.add("<input type=\"hidden\" name=\"{}\" value=\"{}\">\n", name, value);
  }

  private void writeKeys() throws IOException {
    html.add("<dialog id=\"keys\" aria-labelledby=\"keys-title\">\n");
    html.add("<h2 id=\"keys-title\">{}</h2>\n<dl>\n", words.say("memory.keys"));
    for (String key : List.of("j", "k", "a", "r", "e", "c", "z", "y", "?")) {
      html.add("<div><dt><kbd>{}</kbd></dt>", key);
      html.add("<dd>{}</dd></div>\n", words.say("revisions.key." + key));
    }
    html.add(
        "</dl>\n<form method=\"dialog\"><button>{}</button></form>\n", words.say("memory.close"));
    html.add("</dialog>\n");
  }
}
