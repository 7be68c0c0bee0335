package ballast.report.revision;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.format.table.TableFile;
import ballast.report.page.Form;
import ballast.workflow.revise.ReviewExport;
import ballast.workflow.revise.ReviewLine;
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

  /** Why a line is left out. */
  public static final String TOO_LONG = "it is longer than a cell can be";

  /**
   * The lines that the form can hold: a cell of a table has a limit, a page shows longer ones, too,
   * and takes no answer to them.
   */
  public List<ReviewLine> fitting(ReviewExport.Result review) {
    return form == Form.HTML
        ? review.lines()
        : review.lines().stream().filter(ReviewSheet::fits).toList();
  }

  /** The other lines, which are left out because of {@link #TOO_LONG}. */
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
        new ReviewHtml(out, review).write();
        out.flush();
      }
      default -> throw new IllegalStateException("a review is not written as " + form);
    }
  }
}
