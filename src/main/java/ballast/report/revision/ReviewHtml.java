package ballast.report.revision;

import ballast.bitext.CountedNoun;
import ballast.report.page.HtmlPage;
import ballast.report.page.HtmlText;
import ballast.revise.Change;
import ballast.workflow.revise.ComparedVersions;
import java.io.IOException;
import java.io.Writer;

/**
 * Writes the changes to review as a page to read and print: beside source, old and new text there
 * is room to write. The page is not read back.
 */
public final class ReviewHtml {

  private ReviewHtml() {}

  /** Writes the page with the shown changes, numbered among all changes. */
  public static void write(Writer out, ComparedVersions compared) throws IOException {
    HtmlPage.writeFormHead(out, "Review of " + compared.revised().name(), "diff.css", "");
    out.write("<header>\n<h1>" + HtmlText.visible(compared.revised().name()) + "</h1>\n");
    out.write("<p class=\"soft\">");
    if (!compared.old().name().isEmpty()) {
      out.write("compared with " + HtmlText.visible(compared.old().name()) + "; ");
    }
    int shown = compared.shown().size();
    out.write(CountedNoun.of(shown, "sentence") + " to review</p>\n");
    out.write("<p class=\"soft\">Reviewer: <span class=\"blank-line\"></span> Date: ");
    out.write("<span class=\"blank-line\"></span></p>\n</header>\n");
    out.write("<main id=\"changes\">\n<table class=\"review\">\n<thead><tr>");
    out.write("<th scope=\"col\" class=\"what\">Change</th><th scope=\"col\">Source</th>");
    out.write("<th scope=\"col\">Old</th><th scope=\"col\">New</th>");
    out.write("<th scope=\"col\">Comment</th>");
    out.write("<th scope=\"col\" class=\"answer\">Accept?</th></tr></thead>\n");
    ChangeHtml rows = new ChangeHtml(out, compared, true, true);
    for (Change change : compared.shownOf(0)) {
      rows.write(change, change.revised().position() + 1);
    }
    out.write("</table>\n");
    if (compared.shown().isEmpty()) {
      out.write("<p class=\"nothing\">There is nothing to review.</p>\n");
    }
    out.write("</main>\n");
    HtmlPage.writeFoot(out);
  }
}
