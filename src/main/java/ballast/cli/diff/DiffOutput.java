package ballast.cli.diff;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.bitext.Extras;
import ballast.bitext.InputException;
import ballast.bitext.Lang;
import ballast.bitext.Property;
import ballast.bitext.Provenance;
import ballast.bitext.Unit;
import ballast.format.table.TableFile;
import ballast.format.table.TableSheet;
import ballast.format.unit.SinkOptions;
import ballast.format.unit.UnitFormat;
import ballast.format.unit.UnitSink;
import ballast.report.page.Form;
import ballast.report.page.Style;
import ballast.report.revision.DiffHtml;
import ballast.report.revision.DiffJson;
import ballast.report.revision.DiffTable;
import ballast.report.revision.DiffText;
import ballast.revise.Change;
import ballast.revise.SourceText;
import ballast.workflow.revise.ComparedVersions;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Writes the changes of a revision in one of the forms.
 *
 * @param form which
 * @param style the style of text, used if the form is text
 * @param now date of the units in an exchange file, whole seconds
 */
record DiffOutput(Form form, Style style, Instant now) {

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
  void requireTwoReviews() {
    if (form != Form.TEXT && form != Form.JSON && form != Form.HTML) {
      throw new InputException(
          "three versions are written as text, JSON or a page, not as " + form,
          "compare two files for " + form);
    }
  }

  void write(OutputStream stream, ComparedVersions compared) throws IOException {
    Writer out = new OutputStreamWriter(stream, UTF_8);
    switch (form) {
      case TEXT -> new DiffText(out, style).write(compared);
      case JSON -> DiffJson.write(out, compared);
      case CSV -> TableFile.writeRows(out, DiffTable.COLUMNS, DiffTable.rows(compared));
      case XLSX -> TableFile.writeXlsx(stream, sheet(compared));
      case HTML -> new DiffHtml(out, compared).write();
      case TMX, XLIFF -> writeUnits(stream, compared);
      default -> throw new IllegalStateException(form + " is not offered");
    }
    out.flush();
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

  /** Changed sentences with a source and a translation, with the old text as a note. */
  private void writeUnits(OutputStream stream, ComparedVersions compared) throws IOException {
    Lang from = new Lang(compared.sourceLanguage());
    Lang to = new Lang(compared.revised().language());
    UnitFormat units = form == Form.TMX ? UnitFormat.TMX : UnitFormat.XLIFF;
    UnitSink sink = units.begin(stream, SinkOptions.of(from, to));
    int position = 0;
    for (Change change : compared.shownOf(0)) {
      position++;
      String source = source(change, from);
      if (!source.isBlank() && !change.revised().text().isBlank()) {
        sink.write(unit(change, source, from, to, compared.revised().name(), position));
      }
    }
    sink.finish();
  }

  private Unit unit(
      Change change, String source, Lang from, Lang to, String document, int position) {
    Extras extras = Extras.NONE.with(Property.ofUnit("x-change", change.kind().label()));
    if (!change.old().text().isEmpty()) {
      extras = extras.with(Property.ofUnit("x-previous-target", change.old().text()));
    }
    if (form == Form.XLIFF) {
      extras = extras.with(note(change)); // properties have no place there
    }
    Provenance provenance = Provenance.aligned(document, position, "", now, 1);
    return new Unit("", from, to, source, change.revised().text(), provenance, List.of(), extras);
  }

  private static Property note(Change change) {
    String old = change.old().text();
    String text = change.kind().label() + (old.isEmpty() ? "" : "; was: " + old);
    return new Property(Property.Scope.UNIT, Property.Kind.NOTE, "", text, "");
  }

  private static String source(Change change, Lang from) {
    return change.sources().stream()
        .map(SourceText::current)
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(from.isChinese() ? "" : " "));
  }
}
