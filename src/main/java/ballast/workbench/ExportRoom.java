package ballast.workbench;

import ballast.app.Notices;
import ballast.app.align.AlignmentReport;
import ballast.app.align.AlignmentSink.RecordedUnits;
import ballast.app.align.BeadEditor;
import ballast.app.check.FindingOutput;
import ballast.app.check.MemoryCheck;
import ballast.app.glossary.GlossaryFiles;
import ballast.app.page.Form;
import ballast.app.page.Html;
import ballast.app.page.Style;
import ballast.app.project.Glossaries;
import ballast.app.revisions.ReviewExport;
import ballast.app.revisions.ReviewFile;
import ballast.app.units.ConditionText;
import ballast.app.units.UnitExport;
import ballast.app.units.UnitForm;
import ballast.bitext.InputException;
import ballast.bitext.Unit;
import ballast.format.term.GlossaryFormat;
import ballast.format.unit.UnitFormat;
import ballast.format.unit.UnitSink.TmxProfile;
import ballast.format.unit.XliffEntry.XliffVersion;
import ballast.memory.DocumentSummary;
import ballast.memory.Memory;
import ballast.memory.UnitFilter;
import ballast.server.Answer;
import ballast.server.Call;
import ballast.server.Parameters;
import ballast.server.RefusedException;
import ballast.server.Route;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

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
    ExportQuery query = new ExportQuery(call.query());
    List<DocumentSummary> documents = documents();
    return shell.page(
        call,
        Shell.Page.of(Room.EXPORT, Words.of(call).say("room.export")),
        (html, words) -> {
          html.add("<h1>{}</h1>\n<p>{}</p>\n", words.say("room.export"), words.say("export.what"));
          ExportHtml room = new ExportHtml(html, words);
          if (bench.hasMemory()) {
            room.write(query, documents);
          } else {
            room.writeWithoutMemory();
          }
        });
  }

  private List<DocumentSummary> documents() {
    if (!bench.hasMemory()) {
      return List.of();
    }
    try (Memory memory = bench.memory().openForReading()) {
      return memory.documents();
    }
  }

  private Answer list(Call call) throws IOException {
    ExportQuery query = new ExportQuery(call.query());
    Optional<UnitExport.Result> count =
        bench.hasMemory() ? Optional.of(downloads.count(query)) : Optional.empty();
    return Shell.part(
        call, (html, words) -> new ExportHtml(html, words).writeDownloads(query, count));
  }

  /** Returns a file. It is written completely, outside the folder, before it is sent. */
  private Answer file(Call call) throws IOException {
    Download download = Download.named(call.query().required("file"));
    ExportQuery query = new ExportQuery(call.query());
    Path file = Files.createTempFile("ballast-", ".part");
    boolean made = false;
    try {
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
        downloads.write(download, query, out);
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
     * @throws InputException if it cannot be written
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
      AlignmentReport report =
          new AlignmentReport(Form.HTML, Style.PLAIN, /* review= */ false, out);
      report.add(editor.open(document).text(), List.of());
      report.finish(RecordedUnits.NONE);
    }

    /** Writes the whole article, as changes if it has an earlier revision. */
    private void writeReview(Form form, String document, OutputStream out) throws IOException {
      try (Memory memory = bench.memory().openForReading()) {
        ReviewExport.Request request =
            new ReviewExport.Request(memory, document, OptionalInt.empty(), /* unchanged= */ true);
        new ReviewFile(form).write(out, new ReviewExport().export(request));
      }
    }
  }

  private static final class ExportQuery {

    private final Parameters given;

    ExportQuery(Parameters given) {
      this.given = given;
    }

    /** The chosen article; "" for all units. */
    String document() {
      return given.text("document");
    }

    boolean has(Unit.Status status) {
      return given.all("status").contains(status.label());
    }

    /** Whether doubtful units that are not approved are included. */
    boolean withDoubtful() {
      return given.has("doubtful");
    }

    /**
     * Returns the filter for units that meet the conditions.
     *
     * @throws ballast.bitext.InputException if a status is unknown
     */
    UnitFilter filter() {
      Set<Unit.Status> statuses =
          given.all("status").stream()
              .filter(value -> !value.isEmpty())
              .map(ConditionText::status)
              .collect(Collectors.toSet());
      UnitFilter units = UnitFilter.CURRENT.withStatuses(statuses);
      return document().isEmpty() ? units : units.inDocuments(Set.of(document()));
    }
  }

  private static final class ExportHtml {

    private final Html html;
    private final Words words;

    ExportHtml(Html html, Words words) {
      this.html = html;
      this.words = words;
    }

    /** Writes that there is no memory, and the downloads that do not need one. */
    void writeWithoutMemory() throws IOException {
      html.add("<p>{} ", words.say("memory.empty"));
      html.add("<a href=\"{}\">{}</a></p>\n", Room.ARTICLES.path(), words.say("room.articles"));
      html.add("<form id=\"export\" action=\"/export/file\"><div id=\"downloads\">\n");
      writeGroup(Download.Content.TERMS, true, "");
      html.add("</div></form>\n");
    }

    /** Writes the form; the number of units follows later. */
    void write(ExportQuery query, List<DocumentSummary> documents) throws IOException {
      html.add("<form id=\"export\" action=\"/export/file\" hx-get=\"/export/downloads\"");
      html.add(" hx-target=\"#downloads\" hx-swap=\"outerHTML\" hx-trigger=\"change\">\n");
      html.add("<div class=\"fields\">\n<label>{} ", words.say("memory.document"));
      html.add("<select name=\"document\" id=\"document\">\n<option value=\"\">");
      html.add("{}</option>\n", words.say("memory.all"));
      for (DocumentSummary document : documents) {
        html.add("<option value=\"{}\"", document.name());
        html.add(document.name().equals(query.document()) ? " selected>" : ">");
        html.add("{}</option>\n", document.name());
      }
      html.add("</select></label>\n<fieldset><legend>{}</legend>", words.say("memory.status"));
      for (Unit.Status status : Unit.Status.values()) {
        html.add("<label><input type=\"checkbox\" name=\"status\" value=\"{}\"", status.label());
        html.add(query.has(status) ? " checked>" : ">");
        html.add(" {}</label> ", words.say("status." + status.label()));
      }
      html.add("</fieldset>\n<label><input type=\"checkbox\" name=\"doubtful\" value=\"1\"");
      html.add(query.withDoubtful() ? " checked>" : ">");
      html.add(" {}</label>\n</div>\n", words.say("export.doubtful"));
      html.add("<div id=\"downloads\" hx-get=\"/export/downloads\" hx-trigger=\"load\"");
      html.add(" hx-include=\"#export\" hx-swap=\"outerHTML\" hx-target=\"this\">");
      html.add("</div>\n</form>\n");
    }

    /**
     * Writes the list of downloads.
     *
     * @param count number of units in a file of units; empty if there is no memory
     */
    void writeDownloads(ExportQuery query, Optional<UnitExport.Result> count) throws IOException {
      html.add("<div id=\"downloads\">\n");
      boolean hasUnits = count.isPresent() && count.get().written() > 0;
      if (count.isPresent()) {
        html.add("<p id=\"count\" role=\"status\">{}", words.say("export.count", written(count)));
        if (count.get().doubtful() > 0) {
          html.add(" {}", words.say("export.left", count.get().doubtful()));
        }
        html.add("</p>\n");
        writeGroup(Download.Content.UNITS, hasUnits, "");
        boolean chosen = !query.document().isEmpty();
        writeGroup(Download.Content.ARTICLE, chosen, chosen ? "" : words.say("export.choose"));
        writeGroup(Download.Content.PAGE, true, "");
      }
      writeGroup(Download.Content.TERMS, true, words.say("export.terms.all"));
      html.add("</div>\n");
    }

    private static int written(Optional<UnitExport.Result> count) {
      return count.map(UnitExport.Result::written).orElse(0);
    }

    private void writeGroup(Download.Content content, boolean enabled, String hint)
        throws IOException {
      String name = content.name().toLowerCase(Locale.ROOT);
      html.add("<section class=\"group\"><h2>{}</h2>\n", words.say("export." + name));
      if (!hint.isEmpty()) {
        html.add("<p class=\"soft\">{}</p>\n", hint);
      }
      html.add("<ul class=\"files\">\n");
      for (Download download : Download.of(content)) {
        html.add("<li><button name=\"file\" id=\"file-{}\"", download.label());
        html.add(" value=\"{}\"", download.label());
        html.add(enabled ? ">" : " disabled>");
        html.add("{}</button> ", words.say("export.file." + download.label()));
        html.add(
            "<span class=\"soft\">{}</span></li>\n", words.say("export.for." + download.label()));
      }
      html.add("</ul></section>\n");
    }
  }

  /** A kind of file to download. */
  enum Download {
    TMX(Content.UNITS, "tmx"),
    TMX_OMEGAT(Content.UNITS, "omegat.tmx"),
    TMX_TRADOS(Content.UNITS, "trados.tmx"),
    TMX_MEMOQ(Content.UNITS, "memoq.tmx"),
    XLIFF_12(Content.UNITS, "xlf"),
    XLIFF_21(Content.UNITS, "2.1.xlf"),
    TSV(Content.UNITS, "tsv"),
    REVIEW_XLSX(Content.ARTICLE, "review.xlsx"),
    REVIEW_CSV(Content.ARTICLE, "review.csv"),
    REVIEW_HTML(Content.ARTICLE, "review.html"),
    ALIGN_HTML(Content.ARTICLE, "align.html"),
    CHECK_HTML(Content.PAGE, "check.html"),
    TERMS_TBX(Content.TERMS, "terms.tbx"),
    TERMS_TBX3(Content.TERMS, "terms.tbx3.tbx"),
    TERMS_XLSX(Content.TERMS, "terms.xlsx"),
    TERMS_CSV(Content.TERMS, "terms.csv"),
    TERMS_OMEGAT(Content.TERMS, "terms.omegat.txt");

    enum Content {
      UNITS,
      /** One article, which must be chosen. */
      ARTICLE,
      /** The findings about the chosen units. */
      PAGE,
      /** The glossaries of the project. */
      TERMS
    }

    private final Content content;
    private final String ending;

    Download(Content content, String ending) {
      this.content = content;
      this.ending = ending;
    }

    static Download named(String name) {
      return Arrays.stream(values())
          .filter(one -> one.label().equals(name))
          .findFirst()
          .orElseThrow(() -> RefusedException.badRequest("unknown file \"" + name + "\""));
    }

    static List<Download> of(Content content) {
      return Arrays.stream(values()).filter(one -> one.content == content).toList();
    }

    Content content() {
      return content;
    }

    /** The name in addresses, and in the keys of {@link Words}. */
    String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String ending() {
      return ending;
    }

    /** The form of a file of units; empty for other files. */
    Optional<UnitForm> units() {
      return content == Content.UNITS
          ? Optional.of(new UnitForm(format(), profile(), version(), /* packed= */ false))
          : Optional.empty();
    }

    private UnitFormat format() {
      return switch (this) {
        case XLIFF_12, XLIFF_21 -> UnitFormat.XLIFF;
        case TSV -> UnitFormat.TSV;
        default -> UnitFormat.TMX;
      };
    }

    private TmxProfile profile() {
      return switch (this) {
        case TMX_OMEGAT -> TmxProfile.OMEGAT;
        case TMX_TRADOS -> TmxProfile.TRADOS;
        case TMX_MEMOQ -> TmxProfile.MEMOQ;
        default -> TmxProfile.GENERIC;
      };
    }

    private XliffVersion version() {
      return this == XLIFF_21 ? XliffVersion.V2_1 : XliffVersion.V1_2;
    }

    /** The form of a file of terms; empty for other files. */
    Optional<GlossaryFormat> terms() {
      return switch (this) {
        case TERMS_TBX -> Optional.of(GlossaryFormat.TBX);
        case TERMS_TBX3 -> Optional.of(GlossaryFormat.TBX3);
        case TERMS_XLSX -> Optional.of(GlossaryFormat.XLSX);
        case TERMS_CSV -> Optional.of(GlossaryFormat.CSV);
        case TERMS_OMEGAT -> Optional.of(GlossaryFormat.OMEGAT);
        default -> Optional.empty();
      };
    }

    String type() {
      String last = ending.substring(ending.lastIndexOf('.') + 1);
      return switch (last) {
        case "html" -> "text/html; charset=utf-8";
        case "csv" -> "text/csv; charset=utf-8";
        case "tsv" -> "text/tab-separated-values; charset=utf-8";
        case "txt" -> "text/plain; charset=utf-8";
        case "xlsx" -> "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        case "xlf" -> "application/xliff+xml";
        default -> "application/xml";
      };
    }
  }
}
