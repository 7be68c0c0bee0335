package ballast.report.finding;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.bitext.Version;
import ballast.format.table.TableFile;
import ballast.report.page.Form;
import ballast.report.page.Style;
import ballast.workflow.check.FindingReport;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;

/**
 * Writes findings in one of the forms.
 *
 * @param form text, JSON, SARIF, JUnit, Checkstyle, GitHub, CSV or HTML
 * @param style the style of text
 * @param byTerm whether text is grouped by term; otherwise by file
 * @param title what was checked, for the page
 */
public record FindingOutput(Form form, Style style, boolean byTerm, String title) {

  /**
   * Writes the findings that are to be shown.
   *
   * @param stream stays open
   */
  public void write(OutputStream stream, FindingReport report) throws IOException {
    Writer out = new OutputStreamWriter(stream, UTF_8);
    switch (form) {
      case TEXT -> FindingText.write(out, report, style, byTerm);
      case JSON -> FindingJson.write(out, report);
      case SARIF -> FindingSarif.write(out, report, Version.current().number());
      case JUNIT -> FindingXml.writeJunit(out, report);
      case CHECKSTYLE -> FindingXml.writeCheckstyle(out, report);
      case GITHUB -> FindingLines.writeGithub(out, report);
      case CSV -> TableFile.writeRows(out, FindingTable.COLUMNS, FindingTable.rows(report));
      case HTML -> new FindingHtml(out).write(report, title, report.extent().terms());
      default -> throw new IllegalStateException("findings are not written as " + form);
    }
    out.flush();
  }
}
