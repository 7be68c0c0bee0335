package ballast.app.revisions;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.app.page.Form;
import ballast.app.page.Imprint;
import ballast.app.page.Json;
import ballast.app.page.Style;
import ballast.app.page.TerminalText;
import ballast.app.revisions.FolderComparison.SeveralVersions.LoneVersion;
import ballast.bitext.InputException;
import ballast.bitext.Lang;
import ballast.bitext.Unit;
import ballast.bitext.Unit.Extras;
import ballast.bitext.Unit.Property;
import ballast.bitext.Unit.Provenance;
import ballast.format.file.OwnMark;
import ballast.format.table.TableFile;
import ballast.format.table.TableSheet;
import ballast.format.table.TableSheet.Column;
import ballast.format.table.XlsxWriter;
import ballast.format.unit.UnitForm;
import ballast.format.unit.UnitFormat;
import ballast.format.unit.UnitSink;
import ballast.memory.HistoryEntry.Occasion;
import ballast.revise.Change;
import ballast.revise.Edit;
import ballast.revise.RevisedPassage;
import ballast.revise.RevisedPassage.ChangedBy;
import ballast.revise.RevisionReport;
import ballast.revise.RevisionReport.RepeatedEdit;
import ballast.revise.SameSources;
import ballast.revise.SourceText;
import ballast.revise.TermEffect;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Writes the changes of a revision in one of the forms. Streams stay open.
 *
 * @param form text, JSON or HTML; for one reviewer also CSV, Excel, TMX or XLIFF
 * @param style the style of text, used if the form is text
 * @param now date of the units in an exchange file, whole seconds
 * @param imprint the head of a page
 */
public record DiffOutput(Form form, Style style, Instant now, Imprint imprint) {

  private static final List<Column> COLUMNS =
      List.of(
          new Column("no", 5),
          new Column("kind", 10),
          new Column("rate", 10),
          new Column("source", 36),
          new Column("old", 44),
          new Column("new", 44),
          new Column("change", 44),
          new Column("classes", 10),
          new Column("terms", 24),
          new Column("old line", 10),
          new Column("new line", 10));

  /** In UTF-16 units; Excel's limit. */
  private static final int MAX_CELL = 32_767;

  private static final String CUT = " [cut: a cell holds no more]";

  /**
   * @throws InputException if the form cannot show the changes of two reviewers
   */
  public void requireTwoReviews() {
    if (form != Form.TEXT && form != Form.JSON && form != Form.HTML) {
      throw new InputException(
          "three versions are written as text, JSON or a page, not as " + form,
          "compare two files for " + form);
    }
  }

  /**
   * Checks that the form can hold the changes of several files in one stream. Pages are written by
   * {@link DiffPages}.
   *
   * @throws InputException if it cannot
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

  /** Writes a translation that is only in one of the versions. */
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
   * @throws InputException if the form cannot show the changes of two reviewers
   */
  public void write(OutputStream stream, ComparedVersions compared) throws IOException {
    Writer out = new OutputStreamWriter(stream, UTF_8);
    if (compared.hasTwoReviews()) {
      requireTwoReviews();
    }
    switch (form) {
      case TEXT -> new DiffText(out, style).write(compared);
      case JSON -> DiffJson.write(out, compared);
      case CSV ->
          TableFile.writeRows(out, COLUMNS.stream().map(Column::head).toList(), rows(compared));
      case XLSX -> XlsxWriter.write(stream, sheet(compared));
      case HTML -> DiffPages.writePage(out, compared, imprint);
      case TMX -> writeUnits(stream, UnitFormat.TMX, compared);
      case XLIFF -> writeUnits(stream, UnitFormat.XLIFF, compared);
      default -> throw new IllegalStateException("changes are not written as " + form);
    }
    out.flush();
  }

  private static TableSheet sheet(ComparedVersions compared) {
    List<List<String>> rows =
        rows(compared).stream().map(row -> row.stream().map(DiffOutput::fitted).toList()).toList();
    return new TableSheet("changes", COLUMNS, rows);
  }

  /** Spreadsheet programs report a workbook with a longer cell as damaged. */
  private static String fitted(String cell) {
    return cell.length() <= MAX_CELL ? cell : cell.substring(0, MAX_CELL - CUT.length()) + CUT;
  }

  private static List<List<String>> rows(ComparedVersions compared) {
    List<List<String>> rows = new ArrayList<>();
    for (Change change : compared.shownOf(0)) {
      rows.add(
          List.of(
              Integer.toString(rows.size() + 1),
              change.kind().label(),
              String.format(Locale.ROOT, "%.3f", change.rate().rate()),
              String.join(" ", current(change.sources())),
              change.old().text(),
              change.revised().text(),
              marked(change),
              DiffText.classes(change),
              terms(change),
              line(change.old()),
              line(change.revised())));
    }
    return rows;
  }

  /** Returns old and new text in one: {@code [-old-]}, {@code {+new+}}. */
  static String marked(Change change) {
    return String.join("", new DiffText.MarkedText(SideText.both(change), Style.PLAIN).lines(0));
  }

  private static List<String> current(List<SourceText> sources) {
    return texts(sources.stream().map(SourceText::current).toList());
  }

  private static List<String> texts(List<String> texts) {
    return texts.stream().filter(text -> !text.isEmpty()).toList();
  }

  private static String terms(Change change) {
    return change.terms().stream().map(DiffOutput::term).collect(Collectors.joining("; "));
  }

  private static String term(TermEffect effect) {
    return effect.kind().label() + ": " + effect.problem().term();
  }

  private static String line(Change.Side side) {
    return side.line() == 0 ? "" : Integer.toString(side.line());
  }

  /** Writes the JSON of {@code ballast diff}, specified in {@code src/site/markdown/json.md}. */
  private static final class DiffJson {

    private DiffJson() {}

    static void write(Writer out, ComparedVersions compared) throws IOException {
      try (Json json = Json.line(out)) {
        if (compared.hasTwoReviews()) {
          writeReviewed(json, compared);
        } else {
          writeRevised(json, compared);
        }
      }
    }

    static void writeAlone(Writer out, LoneVersion version) throws IOException {
      ComparedVersions.Name name = new ComparedVersions.Name(version.file(), "");
      ComparedVersions none =
          ComparedVersions.of(
              name,
              name,
              "",
              new RevisionReport(List.of(), SameSources.Counts.NONE),
              passage -> true);
      try (Json json = Json.line(out)) {
        writeRevised(json, none);
        json.put("only", version.isOld() ? "old" : "new");
      }
    }

    private static void writeRevised(Json json, ComparedVersions compared) throws IOException {
      json.object("old");
      writeName(json, compared.old());
      json.object("new");
      writeName(json, compared.revised());
      json.array("changes");
      for (Change change : compared.shownOf(0)) {
        writeChange(json, change, compared.authors().of(change));
      }
      json.end();
      writeSummary(json, compared);
    }

    private static void writeReviewed(Json json, ComparedVersions compared) throws IOException {
      json.array("versions");
      for (ComparedVersions.Name name : compared.versions()) {
        json.object();
        writeName(json, name);
      }
      json.end();
      json.put("apart", compared.apart());
      json.array("changes");
      for (RevisedPassage passage : compared.shown()) {
        writePassage(json, passage);
      }
      json.end();
      json.object("summary");
      for (Map.Entry<ChangedBy, Integer> count : compared.counts().entrySet()) {
        json.put(count.getKey().label(), count.getValue());
      }
      json.number("firstRate", rounded(compared.rate(0).rate()));
      json.number("secondRate", rounded(compared.rate(1).rate()));
      json.end();
    }

    /** Fills and ends an object that has begun. */
    private static void writeName(Json json, ComparedVersions.Name name) throws IOException {
      json.put("name", name.name());
      json.put("language", name.language());
      ComparedVersions.Made made = name.made();
      if (made != null) {
        json.put("revision", made.revision());
        json.put("at", made.at().toString());
        json.put("author", made.author());
      }
      json.end();
    }

    private static void writePassage(Json json, RevisedPassage passage) throws IOException {
      json.object();
      json.put("by", passage.by().label());
      json.put("moved", passage.moved());
      json.strings("draft", passage.old().sentences());
      json.strings("first", passage.first().revised().sentences());
      json.strings("second", passage.last().revised().sentences());
      json.strings("source", current(passage.sources()));
      writeEdits(json, "firstEdits", passage.first());
      writeEdits(json, "secondEdits", passage.last());
      json.end();
    }

    private static void writeChange(Json json, Change change, List<Occasion> occasions)
        throws IOException {
      json.object();
      json.put("kind", change.kind().label());
      json.strings("old", change.old().sentences());
      json.strings("new", change.revised().sentences());
      List<SourceText> sources = change.sources();
      json.strings("source", current(sources));
      if (change.isSourceChanged()) {
        json.strings("oldSource", texts(sources.stream().map(SourceText::old).toList()));
      }
      writePlace(json, "old", change.old());
      writePlace(json, "new", change.revised());
      json.number("rate", rounded(change.rate().rate()));
      json.number("characterRate", rounded(change.rate().characterRate()));
      writeEdits(json, "edits", change);
      json.array("terms");
      for (TermEffect effect : change.terms()) {
        writeTerm(json, effect);
      }
      json.end();
      writeAuthors(json, occasions);
      json.end();
    }

    private static void writeAuthors(Json json, List<Occasion> occasions) throws IOException {
      if (occasions.isEmpty()) {
        return;
      }
      json.array("authors");
      for (Occasion occasion : occasions) {
        json.object();
        json.put("author", occasion.author());
        json.put("at", occasion.at().toString());
        if (occasion.revision() > 0) {
          json.put("revision", occasion.revision());
        }
        json.end();
      }
      json.end();
    }

    private static void writePlace(Json json, String which, Change.Side side) throws IOException {
      if (side.line() > 0) {
        json.put(which + "Line", side.line());
        if (!side.place().isEmpty()) {
          json.put(which + "Place", side.place());
        }
        json.put(which + "Sentence", side.inParagraph());
      }
    }

    private static void writeEdits(Json json, String field, Change change) throws IOException {
      json.array(field);
      for (Edit edit : change.edits()) {
        json.object();
        json.put("class", edit.editClass().label());
        json.put("old", edit.oldText());
        json.put("new", edit.newText());
        json.span("oldSpan", change.old().text(), edit.old());
        json.span("newSpan", change.revised().text(), edit.revised());
        json.end();
      }
      json.end();
    }

    private static void writeTerm(Json json, TermEffect effect) throws IOException {
      json.object();
      json.put("effect", effect.kind().label());
      json.put("concept", effect.problem().concept());
      json.put("term", effect.problem().term());
      json.strings("expected", effect.problem().expected());
      json.put("message", effect.problem().message());
      json.end();
    }

    private static void writeSummary(Json json, ComparedVersions compared) throws IOException {
      RevisionReport.Summary summary = compared.summary(0);
      json.object("summary");
      json.put("differences", compared.changed());
      json.put("listed", compared.shown().size());
      json.put("unchanged", summary.kinds().getOrDefault(Change.Kind.UNCHANGED, 0));
      json.number("rate", rounded(summary.rate().rate()));
      json.number("characterRate", rounded(summary.rate().characterRate()));
      json.put("edits", summary.rate().edits());
      json.put("words", summary.rate().words());
      json.put("rewritten", summary.rewritten());
      writeCounts(json, "kinds", summary.kinds());
      writeCounts(json, "classes", summary.classes());
      json.object("bands");
      for (var band : summary.bands().entrySet()) {
        json.put(band.getKey().label(), band.getValue());
      }
      json.end();
      writeCounts(json, "terms", summary.terms());
      json.array("repeated");
      for (RepeatedEdit edit : summary.repeated()) {
        json.object();
        json.put("old", edit.old());
        json.put("new", edit.revised());
        json.put("times", edit.times());
        json.end();
      }
      json.end();
      json.end();
    }

    private static void writeCounts(Json json, String field, Map<? extends Enum<?>, Integer> counts)
        throws IOException {
      json.object(field);
      for (var count : counts.entrySet()) {
        json.put(
            count.getKey().name().toLowerCase(Locale.ROOT).replace('_', '-'), count.getValue());
      }
      json.end();
    }

    private static double rounded(double share) {
      return Math.round(share * 10_000) / 10_000.0;
    }
  }

  /**
   * Writes changed sentences with a source and a translation as units, with the kind of the change
   * and the old text. XLIFF has no properties to hold them and gets a note as well.
   */
  private void writeUnits(OutputStream stream, UnitFormat format, ComparedVersions compared)
      throws IOException {
    Lang from = new Lang(compared.sourceLanguage());
    Lang to = new Lang(compared.revised().language());
    UnitSink sink = UnitForm.of(format).begin(stream, from, from, to);
    int position = 0;
    for (Change change : compared.shownOf(0)) {
      position++;
      String source = String.join(from.isChinese() ? "" : " ", current(change.sources()));
      if (!source.isBlank() && !change.revised().text().isBlank()) {
        Provenance provenance =
            Provenance.aligned(compared.revised().name(), position, "", now, /* confidence= */ 1);
        String target = change.revised().text();
        sink.write(
            new Unit("", from, to, source, target, provenance, List.of(), extras(change, format)));
      }
    }
    sink.finish();
  }

  private static Extras extras(Change change, UnitFormat format) {
    Extras extras = Extras.NONE.with(Property.ofUnit("x-change", change.kind().label()));
    if (!change.old().text().isEmpty()) {
      extras = extras.with(Property.ofUnit("x-previous-target", change.old().text()));
    }
    return format == UnitFormat.XLIFF ? extras.with(note(change)) : extras;
  }

  private static Property note(Change change) {
    String old = change.old().text();
    String text = change.kind().label() + (old.isEmpty() ? "" : "; was: " + old);
    return new Property(Property.Scope.UNIT, Property.Kind.NOTE, OwnMark.TOOL, text, "");
  }
}
