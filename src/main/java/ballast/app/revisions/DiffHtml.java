package ballast.app.revisions;

import ballast.app.page.HtmlPage;
import ballast.app.page.PageOutput;
import ballast.app.page.PageRows;
import java.io.IOException;
import java.io.Writer;

/**
 * Writes changes as one self-contained page for screen, keyboard and paper: source, old and new
 * text side by side; for two reviews, the draft next to both. Unchanged sentences are included
 * unless there are too many, and are shown on request. The filters use only CSS: without script
 * everything works except the keys.
 */
public final class DiffHtml {

  /** Maximum units of a file to show all of them on the page, including unchanged ones. */
  public static final int MAX_ROWS = PageRows.MAX_ROWS;

  private DiffHtml() {}

  public static void write(Writer out, ComparedVersions compared) throws IOException {
    DiffPage content = DiffPage.of(compared);
    HtmlPage.writeHead(out, "Changes in " + compared.revised().name(), "diff.css", "diff.js");
    PageOutput.write(out, page -> JteDiffPageGenerated.render(page, null, content));
    HtmlPage.writeFoot(out, "diff-help.html", "diff.js");
  }

  static void writeReviews(Writer out, ComparedVersions compared) throws IOException {
    DiffPage content = DiffPage.of(compared);
    HtmlPage.writeHead(out, "Who changed " + compared.old().name(), "diff.css", "");
    PageOutput.write(out, page -> JteReviewsPageGenerated.render(page, null, content));
    HtmlPage.writeFoot(out);
  }
}
