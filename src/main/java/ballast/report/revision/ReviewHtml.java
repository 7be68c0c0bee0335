package ballast.report.revision;

import ballast.bitext.CountedNoun;
import ballast.report.page.Html;
import ballast.report.page.HtmlPage;
import ballast.revise.Change;
import ballast.workflow.revise.ComparedVersions;
import java.io.IOException;
import java.io.Writer;

/**
 * Writes the changes to review as a page to read and print: beside source, old and new text there
 * is room to write. The page is not read back.
 */
final class ReviewHtml {

  private ReviewHtml() {}

  /** Writes the page with the shown changes, numbered among all changes. */
  static void write(Writer out, ComparedVersions compared) throws IOException {
    HtmlPage.writeFormHead(out, "Review of " + compared.revised().name(), "diff.css", "");
    Html html = new Html(out);
    html.add("<header>\n<h1>{}</h1>\n", compared.revised().name());
    html.add("<p class=\"soft\">");
    if (!compared.old().name().isEmpty()) {
      html.add("compared with {}; ", compared.old().name());
    }
    int shown = compared.shown().size();
    html.add("{} to review</p>\n", CountedNoun.of(shown, "sentence"));
    html.add("<p class=\"soft\">Reviewer: <span class=\"blank-line\"></span> Date: ");
    html.add("<span class=\"blank-line\"></span></p>\n</header>\n");
    html.add("<main id=\"changes\">\n<table class=\"review\">\n<thead><tr>");
    html.add("<th scope=\"col\" class=\"what\">Change</th><th scope=\"col\">Source</th>");
    html.add("<th scope=\"col\">Old</th><th scope=\"col\">New</th>");
    html.add("<th scope=\"col\">Comment</th>");
    html.add("<th scope=\"col\" class=\"answer\">Accept?</th></tr></thead>\n");
    ChangeHtml rows = new ChangeHtml(html, compared, true, true);
    for (Change change : compared.shownOf(0)) {
      rows.write(change, change.revised().position() + 1);
    }
    html.add("</table>\n");
    if (compared.shown().isEmpty()) {
      html.add("<p class=\"nothing\">There is nothing to review.</p>\n");
    }
    html.add("</main>\n");
    HtmlPage.writeFoot(out);
  }
}
