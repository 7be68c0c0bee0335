package ballast.report.revision;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.bitext.InputException;
import ballast.format.table.TableFile;
import ballast.format.table.TableSheet;
import ballast.format.unit.UnitFormat;
import ballast.report.page.Form;
import ballast.report.page.Style;
import ballast.report.page.TerminalText;
import ballast.workflow.revise.ComparedVersions;
import ballast.workflow.revise.LoneVersion;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Writes the changes of a revision in one of the forms.
 *
 * @param form text, JSON or HTML; for one reviewer also CSV, Excel, TMX or XLIFF
 * @param style the style of text, used if the form is text
 * @param now date of the units in an exchange file, whole seconds
 */
public record DiffOutput(Form form, Style style, Instant now) {

  /** In characters; of other columns 10. */
  private static final Map<String, Integer> WIDTHS =
      Map.of("no", 5, "source", 36, "old", 44, "new", 44, "change", 44, "terms", 24);

  /** UTF-16 units (Excel's limit). */
  private static final int MAX_CELL = 32_767;

  private static final String CUT = " [cut: a cell holds no more]";

  /**
   * Refuses a form that cannot show the changes of two reviewers.
   *
   * @throws InputException if so
   */
  public void requireTwoReviews() {
    if (form != Form.TEXT && form != Form.JSON && form != Form.HTML) {
      throw new InputException(
          "three versions are written as text, JSON or a page, not as " + form,
          "compare two files for " + form);
    }
  }

  /**
   * Refuses a form that cannot hold the changes of several files in one stream; pages are written
   * by {@link DiffPages}.
   *
   * @throws InputException if so
   */
  public void requireSeveralFiles() {
    if (form != Form.TEXT && form != Form.JSON) {
      throw new InputException(
          "several files are written as text, JSON or pages, not as " + form,
          "compare two files for " + form);
    }
  }

  /**
   * Writes the listed changes of one of several files: text below the name of the file, JSON as a
   * line.
   *
   * @param stream stays open
   */
  public void writeNamed(OutputStream stream, String name, ComparedVersions compared)
      throws IOException {
    if (form != Form.TEXT) {
      write(stream, compared);
      return;
    }
    stream.write(("== " + TerminalText.plain(name) + " ==\n\n").getBytes(UTF_8));
    write(stream, compared);
    stream.write('\n');
  }

  /**
   * Writes one of several translations that one version only has.
   *
   * @param stream stays open
   */
  public void writeAlone(OutputStream stream, LoneVersion version) throws IOException {
    Writer out = new OutputStreamWriter(stream, UTF_8);
    if (form == Form.JSON) {
      DiffJson.writeAlone(out, version);
    } else {
      out.write(TerminalText.plain(version.inWords()) + "\n");
    }
    out.flush();
  }

  /**
   * Writes the listed changes.
   *
   * @param stream stays open
   * @throws InputException if the form cannot show the changes of two reviewers
   */
  public void write(OutputStream stream, ComparedVersions compared) throws IOException {
    Writer out = new OutputStreamWriter(stream, UTF_8);
    if (compared.hasTwoReviews()) {
      writeReviews(out, compared);
    } else {
      write(out, stream, compared);
    }
    out.flush();
  }

  private void write(Writer out, OutputStream stream, ComparedVersions compared)
      throws IOException {
    switch (form) {
      case TEXT -> new DiffText(out, style).write(compared);
      case JSON -> DiffJson.write(out, compared);
      case CSV -> TableFile.writeRows(out, DiffTable.COLUMNS, DiffTable.rows(compared));
      case XLSX -> TableFile.writeXlsx(stream, sheet(compared));
      case HTML -> new DiffHtml(out, compared).write();
      case TMX -> new DiffUnits(UnitFormat.TMX, now).write(stream, compared);
      case XLIFF -> new DiffUnits(UnitFormat.XLIFF, now).write(stream, compared);
      default -> throw new IllegalStateException("changes are not written as " + form);
    }
  }

  /** Who changed what takes other columns and totals than what was changed. */
  private void writeReviews(Writer out, ComparedVersions compared) throws IOException {
    requireTwoReviews();
    switch (form) {
      case JSON -> DiffJson.writeReviews(out, compared);
      case HTML -> new DiffHtml(out, compared).writeReviews();
      default -> new DiffText(out, style).writeReviews(compared);
    }
  }

  private static TableSheet sheet(ComparedVersions compared) {
    List<TableSheet.Column> columns =
        DiffTable.COLUMNS.stream()
            .map(head -> new TableSheet.Column(head, WIDTHS.getOrDefault(head, 10)))
            .toList();
    List<List<String>> rows =
        DiffTable.rows(compared).stream()
            .map(row -> row.stream().map(DiffOutput::fitted).toList())
            .toList();
    return new TableSheet("changes", columns, rows);
  }

  /** A spreadsheet program reports a workbook with a longer cell as damaged. */
  private static String fitted(String cell) {
    return cell.length() <= MAX_CELL ? cell : cell.substring(0, MAX_CELL - CUT.length()) + CUT;
  }
}
