package ballast.workbench.articles;

import ballast.bitext.InputException;
import ballast.memory.DocumentSummary;
import ballast.server.Answer;
import ballast.server.Call;
import ballast.server.Route;
import ballast.workbench.frame.Bench;
import ballast.workbench.frame.Room;
import ballast.workbench.frame.Shell;
import ballast.workflow.align.Pairs;
import ballast.workflow.memory.DocumentList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** The first room: shows the articles of the memory, takes new ones, and aligns them. */
public final class ArticlesRoom implements AutoCloseable {

  private final Bench bench;
  private final Shell shell;
  private final DroppedFiles dropped;
  private final AlignJob job;

  /**
   * @param failures gets internal errors of work in the background
   */
  public ArticlesRoom(Bench bench, Shell shell, Consumer<Throwable> failures) {
    this.bench = bench;
    this.shell = shell;
    this.dropped = new DroppedFiles(bench);
    this.job = new AlignJob(bench, failures);
  }

  /** Its pages and what they send. */
  public List<Route> routes() {
    return List.of(
        shell.route(Room.ARTICLES, this::page),
        Route.page("/articles/list", this::list),
        Route.upload("/articles/file", this::file),
        Route.change("/articles/align", this::align),
        Route.change("/articles/folder", this::folder));
  }

  private Answer page(Call call) throws IOException {
    Shell.Page page = Shell.Page.of(Room.ARTICLES, bench.folderName());
    List<DocumentSummary> documents = documents();
    return shell.page(
        call,
        page,
        (html, words) -> {
          ArticleHtml room = new ArticleHtml(html, words);
          room.writeWelcome(documents.isEmpty(), hasTexts());
          room.writeList(documents, job.state());
        });
  }

  /** The list alone; the page asks for it while articles are aligned. */
  private Answer list(Call call) throws IOException {
    List<DocumentSummary> documents = documents();
    return Shell.part(
        call, (html, words) -> new ArticleHtml(html, words).writeList(documents, job.state()));
  }

  private Answer file(Call call) throws IOException {
    return Answer.text(200, dropped.keep(call.query().required("name"), call.file()));
  }

  /** Aligns files that were dropped together. */
  private Answer align(Call call) throws IOException {
    List<String> files = call.form().all("file");
    for (String file : files) {
      dropped.requireKept(file);
    }
    job.start(DroppedFiles.pairs(files));
    return Answer.seeOther(Room.ARTICLES.path());
  }

  /** Aligns the pairs that lie in the folder and are not in the memory as they are now. */
  private Answer folder(Call call) {
    job.start(new Pairs.InFolder(".", /* fromEnglish= */ false));
    return Answer.seeOther(Room.ARTICLES.path());
  }

  private List<DocumentSummary> documents() {
    if (!bench.hasMemory()) {
      return List.of();
    }
    try {
      return new DocumentList().list(new DocumentList.Request(bench.memory()));
    } catch (InputException e) {
      if (job.state().running()) {
        return List.of(); // it is just being made
      }
      throw e;
    }
  }

  /** Whether anything lies in the folder that could be an article. */
  private boolean hasTexts() throws IOException {
    try (var files = Files.list(bench.workplace().directory())) {
      return files.anyMatch(ArticlesRoom::isVisible);
    }
  }

  private static boolean isVisible(Path file) {
    return !String.valueOf(file.getFileName()).startsWith(".");
  }

  @Override
  public void close() {
    job.close();
  }
}
