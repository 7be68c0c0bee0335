package ballast.workbench.export;

import ballast.bitext.InputException;
import ballast.memory.Memory;
import ballast.report.alignment.AlignmentReport;
import ballast.report.finding.FindingOutput;
import ballast.report.page.Form;
import ballast.report.page.Style;
import ballast.report.revision.ReviewFile;
import ballast.workbench.frame.Bench;
import ballast.workflow.Notices;
import ballast.workflow.align.RecordedUnits;
import ballast.workflow.check.MemoryCheck;
import ballast.workflow.edit.BeadEditor;
import ballast.workflow.exchange.UnitExport;
import ballast.workflow.exchange.UnitForm;
import ballast.workflow.glossary.GlossaryExport;
import ballast.workflow.project.Glossaries;
import ballast.workflow.revise.ReviewExport;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.OptionalInt;

/** Writes the files that can be downloaded. */
final class Downloads {

  private final Bench bench;

  Downloads(Bench bench) {
    this.bench = bench;
  }

  /** How many units a file of units would have. */
  UnitExport.Result count(ExportQuery query) {
    try (Memory memory = bench.memory().openForReading()) {
      return new UnitExport(memory, Notices.NONE).count(request(Download.TMX, query));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static UnitExport.Request request(Download download, ExportQuery query) {
    UnitForm form = download.units().orElseThrow();
    UnitExport.Request request = UnitExport.Request.of(form).of(query.filter());
    return query.withDoubtful() ? request.withDoubtful() : request;
  }

  /**
   * Writes a file.
   *
   * @param out stays open
   * @throws InputException if it cannot be made
   */
  void write(Download download, ExportQuery query, OutputStream out) throws IOException {
    if (download.content() == Download.Content.TERMS) {
      writeTerms(download, out);
      return;
    }
    if (!bench.hasMemory()) {
      throw new InputException("there is no memory yet", "align or import something first");
    }
    if (download.content() == Download.Content.ARTICLE && query.document().isEmpty()) {
      throw new InputException("this file is about one article", "choose the article");
    }
    switch (download) {
      case CHECK_HTML -> writeCheck(query, out);
      case ALIGN_HTML -> writeAlignment(query.document(), out);
      case REVIEW_XLSX -> writeReview(Form.XLSX, query.document(), out);
      case REVIEW_CSV -> writeReview(Form.CSV, query.document(), out);
      case REVIEW_HTML -> writeReview(Form.HTML, query.document(), out);
      default -> writeUnits(download, query, out);
    }
  }

  private void writeUnits(Download download, ExportQuery query, OutputStream out)
      throws IOException {
    try (Memory memory = bench.memory().openForReading()) {
      new UnitExport(memory, Notices.NONE).write(request(download, query), out);
    }
  }

  private void writeTerms(Download download, OutputStream out) throws IOException {
    GlossaryExport.Result written =
        new GlossaryExport()
            .write(
                new GlossaryExport.Request(
                    Glossaries.OF_PROJECT.read(bench.workplace(), Notices.NONE),
                    download.terms().orElseThrow(),
                    out));
    if (written.concepts() == 0) {
      throw new InputException(
          "the glossary has no entries", "it is the folder \"glossary\" of the project");
    }
  }

  private void writeCheck(ExportQuery query, OutputStream out) throws IOException {
    MemoryCheck.Result result =
        new MemoryCheck(bench.workplace(), bench.memory(), bench.lexicon())
            .checkAndCount(query.filter());
    String title = query.document().isEmpty() ? "the memory" : query.document();
    new FindingOutput(Form.HTML, Style.PLAIN, /* byTerm= */ false, title)
        .write(out, result.report());
  }

  private void writeAlignment(String document, OutputStream out) {
    BeadEditor editor =
        new BeadEditor(
            bench.workplace(),
            bench.memory(),
            Notices.NONE,
            bench.lexicon(),
            Glossaries.OF_PROJECT);
    AlignmentReport report = new AlignmentReport(Form.HTML, Style.PLAIN, /* review= */ false, out);
    report.add(editor.open(document).text(), List.of());
    report.finish(RecordedUnits.NONE);
  }

  /** The whole article, as changes if it has an earlier revision. */
  private void writeReview(Form form, String document, OutputStream out) throws IOException {
    try (Memory memory = bench.memory().openForReading()) {
      ReviewExport.Request request =
          new ReviewExport.Request(memory, document, OptionalInt.empty(), /* unchanged= */ true);
      new ReviewFile(form).write(out, new ReviewExport().export(request));
    }
  }
}
