package ballast.workbench.export;

import ballast.memory.DocumentSummary;
import ballast.memory.Memory;
import ballast.server.Answer;
import ballast.server.Call;
import ballast.server.Route;
import ballast.workbench.frame.Bench;
import ballast.workbench.frame.Room;
import ballast.workbench.frame.Shell;
import ballast.workbench.frame.Words;
import ballast.workflow.exchange.UnitExport;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

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

  /** Its pages and files. */
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

  /** A file is made whole, outside the folder, before anything is sent. */
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
}
