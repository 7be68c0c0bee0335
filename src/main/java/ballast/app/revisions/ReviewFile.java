package ballast.app.revisions;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.app.page.Form;
import ballast.app.page.HtmlPage;
import ballast.app.page.PageOutput;
import ballast.format.table.TableFile;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.util.List;

/**
 * Writes the changes to review in one of the forms.
 *
 * @param form CSV or Excel, which can be read back, or HTML, a page that saves the answers as CSV
 */
public record ReviewFile(Form form) {

  /** Reason for skipping a line. */
  public static final String TOO_LONG = "it is longer than a cell can be";

  /**
   * Returns the lines that fit the form. The cells of a table have a limit. A page shows longer
   * lines too, but accepts no answer to them.
   */
  public List<ReviewLine> fitting(ReviewExport.Result review) {
    return form == Form.HTML
        ? review.lines()
        : review.lines().stream().filter(ReviewSheet::fits).toList();
  }

  /** Returns the other lines, which are skipped as {@link #TOO_LONG}. */
  public List<ReviewLine> leftOut(ReviewExport.Result review) {
    return form == Form.HTML
        ? List.of()
        : review.lines().stream().filter(line -> !ReviewSheet.fits(line)).toList();
  }

  /**
   * Writes the lines that fit.
   *
   * @param stream stays open
   */
  public void write(OutputStream stream, ReviewExport.Result review) throws IOException {
    switch (form) {
      case XLSX -> TableFile.writeXlsx(stream, ReviewSheet.of(fitting(review)));
      case CSV -> TableFile.writeCsv(stream, ReviewSheet.of(fitting(review)));
      case HTML -> {
        Writer out = new OutputStreamWriter(stream, UTF_8);
        ReviewPage content = ReviewPage.of(review);
        String title = "Review of " + review.compared().revised().name();
        HtmlPage.writeFormHead(out, title, "diff.css", "review.js");
        PageOutput.write(out, page -> JteReviewPageGenerated.render(page, null, content));
        HtmlPage.writeFoot(out, "review-help.html", "review.js");
        out.flush();
      }
      default -> throw new IllegalStateException("a review is not written as " + form);
    }
  }
}
