package ballast.workbench;

import ballast.app.Notices;
import ballast.app.align.AlignmentReport;
import ballast.app.align.AlignmentSink.RecordedUnits;
import ballast.app.align.BeadEditor;
import ballast.app.check.FindingOutput;
import ballast.app.check.MemoryCheck;
import ballast.app.glossary.GlossaryFiles;
import ballast.app.page.Form;
import ballast.app.page.Imprint;
import ballast.app.page.Style;
import ballast.app.project.Glossaries;
import ballast.app.revisions.ReviewExport;
import ballast.app.revisions.ReviewOutput;
import ballast.app.units.UnitExport;
import ballast.bitext.InputException;
import ballast.format.unit.UnitForm;
import ballast.memory.Memory;
import ballast.memory.UnitFilter;
import ballast.server.Answer;
import ballast.server.Call;
import ballast.server.Route;
import ballast.workbench.ExportPage.ExportQuery;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/** The room of the export: files for other programs. Nothing is written into the folder. */
public final class ExportRoom {

  private final Bench bench;
  private final Shell shell;
  private final Downloads downloads;

  public ExportRoom(Bench bench, Shell shell) {
    this.bench = bench;
    this.shell = shell;
    this.downloads = new Downloads(bench);
  }

  public List<Route> routes() {
    return List.of(
        shell.route(Room.EXPORT, this::page),
        Route.page("/export/downloads", this::list),
        shell.route(Room.EXPORT, "/export/file", this::file));
  }

  private Answer page(Call call) throws IOException {
    ExportPage page = new ExportPage(new ExportQuery(call.query()), bench.documents(), null);
    return shell.page(
        call,
        Shell.Page.of(Room.EXPORT, Words.of(call).say("room.export")),
        (out, words) -> {
          if (bench.hasMemory()) {
            JteExportRoomPageGenerated.render(out, null, words, page);
          } else {
            JteExportEmptyGenerated.render(out, null, words);
          }
        });
  }

  private Answer list(Call call) throws IOException {
    ExportQuery query = new ExportQuery(call.query());
    UnitExport.Result count = bench.hasMemory() ? downloads.count(query) : null;
    ExportPage page = new ExportPage(query, List.of(), count);
    return Shell.part(
        call, (out, words) -> JteExportDownloadsGenerated.render(out, null, words, page));
  }

  /** Returns a file. It is written completely, outside the folder, before it is sent. */
  private Answer file(Call call) throws IOException {
    Download download = Download.named(call.query().required("file"));
    ExportQuery query = new ExportQuery(call.query());
    Path file = Files.createTempFile("ballast-", ".part");
    Imprint imprint = Imprint.of(bench.workplace(), Words.of(call) == Words.CHINESE);
    boolean made = false;
    try {
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
        downloads.write(download, query, imprint, out);
      }
      made = true;
      return Answer.download(download.type(), name(download, query), file);
    } finally {
      if (!made) {
        Files.deleteIfExists(file);
      }
    }
  }

  private String name(Download download, ExportQuery query) {
    String document = query.document();
    boolean isWhole = document.isEmpty() || download.content() == Download.Content.TERMS;
    String base = isWhole ? bench.folderName() : document;
    return base.substring(base.lastIndexOf('/') + 1) + "." + download.ending();
  }

  private static final class Downloads {

    private final Bench bench;

    Downloads(Bench bench) {
      this.bench = bench;
    }

    UnitExport.Result count(ExportQuery query) {
      if (query.statuses().isEmpty()) {
        return new UnitExport.Result(0, 0, 0);
      }
      try (Memory memory = bench.memory().openForReading()) {
        return new UnitExport(memory, Notices.NONE).count(request(Download.TMX, query));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static UnitExport.Request request(Download download, ExportQuery query) {
      UnitForm form = download.units().orElseThrow();
      return new UnitExport.Request(form, query.filter(), null, query.withDoubtful());
    }

    /**
     * Writes a file.
     *
     * @param imprint the head of a report
     * @param out stays open
     * @throws InputException if it cannot be written
     */
    void write(Download download, ExportQuery query, Imprint imprint, OutputStream out)
        throws IOException {
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
        case CHECK_HTML -> writeCheck(query, imprint, out);
        case ALIGN_HTML -> writeAlignment(query.document(), imprint, out);
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
      GlossaryFiles.Written written =
          GlossaryFiles.export(
              Glossaries.OF_PROJECT.read(bench.workplace(), Notices.NONE),
              download.terms().orElseThrow(),
              out);
      if (written.concepts() == 0) {
        throw new InputException(
            "the glossary has no entries", "it is the folder \"glossary\" of the project");
      }
    }

    private void writeCheck(ExportQuery query, Imprint imprint, OutputStream out)
        throws IOException {
      // Sentences without a translation are units of no status.
      UnitFilter all =
          query.document().isEmpty()
              ? UnitFilter.CURRENT
              : UnitFilter.CURRENT.inDocuments(Set.of(query.document()));
      MemoryCheck.Result result =
          new MemoryCheck(bench.workplace(), bench.memory(), bench.lexicon())
              .check(all, /* counting= */ true);
      String title = query.document().isEmpty() ? "the memory" : query.document();
      new FindingOutput(Form.HTML, Style.PLAIN, FindingOutput.Group.FILE, title, imprint)
          .write(out, result.report());
    }

    private void writeAlignment(String document, Imprint imprint, OutputStream out) {
      BeadEditor editor =
          new BeadEditor(
              bench.workplace(),
              bench.memory(),
              Notices.NONE,
              bench.lexicon(),
              Glossaries.OF_PROJECT);
      AlignmentReport report =
          new AlignmentReport(Form.HTML, Style.PLAIN, /* review= */ false, imprint, out);
      report.add(editor.open(document).text(), List.of());
      report.finish(RecordedUnits.NONE);
    }

    /** Writes the whole article, as changes if it has an earlier revision. */
    private void writeReview(Form form, String document, OutputStream out) throws IOException {
      try (Memory memory = bench.memory().openForReading()) {
        ReviewExport.Request request =
            new ReviewExport.Request(memory, document, OptionalInt.empty(), /* unchanged= */ true);
        ReviewOutput.write(new ReviewExport().export(request), out, form);
      }
    }
  }
}
