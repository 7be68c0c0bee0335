package ballast.app.revisions;

import ballast.app.page.Html;
import ballast.app.page.HtmlPage;
import ballast.app.page.PageRows;
import java.io.IOException;
import java.io.Writer;

/**
 * Writes changes as one self-contained page for screen, keyboard and paper: source, old and new
 * text side by side; for two reviews, the draft next to both. The filters use only CSS: without
 * script everything works except the keys.
 */
public final class DiffHtml {

  /** Maximum units of a file to show all of them on the page, including unchanged ones. */
  public static final int MAX_ROWS = PageRows.MAX_ROWS;

  private final Writer out;
  private final Html html;
  private final ComparedVersions compared;
  private final DiffPartHtml part;

  public DiffHtml(Writer out, ComparedVersions compared) {
    this.out = out;
    this.html = new Html(out);
    this.compared = compared;
    this.part = new DiffPartHtml(html, compared);
  }

  /**
   * Writes the page of one reviewer's changes. Unchanged sentences are included unless there are
   * too many, and are shown on request.
   */
  public void write() throws IOException {
    HtmlPage.writeHead(out, "Changes in " + compared.revised().name(), "diff.css", "diff.js");
    html.add("<a class=\"skip\" href=\"#changes\">Skip to the changes</a>\n<header>\n");
    html.add("<h1>{}</h1>\n", compared.revised().name());
    if (compared.revised().made() != null) {
      html.add("<p class=\"soft\">{}</p>\n", RevisionAuthors.name(compared.revised()));
    }
    html.add("<p class=\"soft\">compared with {}</p>\n", RevisionAuthors.name(compared.old()));
    html.add("</header>\n");
    part.writeTotals();
    html.add("<main id=\"changes\" tabindex=\"-1\">\n");
    part.writeTable();
    html.add("</main>\n");
    HtmlPage.writeFoot(out, "diff-help.html", "diff.js");
  }

  /** Writes the page of two reviewers' changes, with unchanged sentences as in {@link #write}. */
  void writeReviews() throws IOException {
    String draft = compared.old().name();
    String first = compared.reviews().get(0).name();
    String second = compared.revised().name();
    HtmlPage.writeHead(out, "Who changed " + draft, "diff.css", "");
    html.add("<header>\n<h1>{}</h1>\n<p class=\"soft\">reviewed by {}", draft, first);
    html.add(compared.apart() ? " and by {}" : ", then by {}", second);
    html.add("</p>\n</header>\n");
    part.writeReviewTotals();
    html.add("<main id=\"changes\">\n");
    part.writeReviewTable();
    html.add("</main>\n");
    HtmlPage.writeFoot(out);
  }
}
