package ballast.workbench;

import ballast.memory.MemoryStore;
import ballast.server.LocalServer;
import ballast.server.Route;
import ballast.workbench.align.AlignRoom;
import ballast.workbench.articles.ArticlesRoom;
import ballast.workbench.check.CheckRoom;
import ballast.workbench.export.ExportRoom;
import ballast.workbench.findings.KeptCheck;
import ballast.workbench.frame.Assets;
import ballast.workbench.frame.Bench;
import ballast.workbench.frame.Shell;
import ballast.workbench.glossary.GlossaryRoom;
import ballast.workbench.memory.MemoryRoom;
import ballast.workbench.overview.OverviewRoom;
import ballast.workbench.revisions.RevisionsRoom;
import ballast.workflow.Workplace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A folder of articles in the browser.
 *
 * <pre>{@code
 * Workplace workplace = Workplace.in(folder).withAuthor("Lin");
 * try (Workbench workbench =
 *     Workbench.open(workplace, MemoryChoice.OF_PROJECT.in(workplace), 0, false, List.of(), e -> {})) {
 *   System.out.println("open " + workbench.address());
 *   workbench.join();
 * }
 * }</pre>
 */
public final class Workbench implements AutoCloseable {

  private final LocalServer server;
  private final List<Route> routes;
  private final List<AutoCloseable> working;

  /**
   * @param working rooms that work in the background
   */
  private Workbench(LocalServer server, List<Route> routes, List<AutoCloseable> working) {
    this.server = server;
    this.routes = List.copyOf(routes);
    this.working = List.copyOf(working);
  }

  /**
   * Opens a folder; when this returns, its pages can be asked for.
   *
   * @param workplace the folder and who works in it
   * @param memory need not exist
   * @param port 1 to 65535; 0: any free one
   * @param numericHost whether the pages are at 127.0.0.1, for browsers that find no other host
   * @param more what the server answers besides the pages
   * @param failures gets internal errors, on several threads
   * @throws ballast.bitext.InputException if the port cannot be used
   */
  public static Workbench open(
      Workplace workplace,
      MemoryStore memory,
      int port,
      boolean numericHost,
      List<Route> more,
      Consumer<Throwable> failures) {
    Bench bench = Bench.of(workplace, memory);
    Shell shell = new Shell(bench.folderName());
    ArticlesRoom articles = new ArticlesRoom(bench, shell, failures);
    AlignRoom align = new AlignRoom(bench, shell, failures);
    GlossaryRoom glossary = new GlossaryRoom(bench, shell, failures);
    KeptCheck checking = new KeptCheck(bench, failures);
    CheckRoom check = new CheckRoom(bench, shell, checking, failures);
    OverviewRoom overview = new OverviewRoom(bench, shell, checking, failures);
    List<Route> routes = new ArrayList<>(more);
    routes.addAll(articles.routes());
    routes.addAll(align.routes());
    routes.addAll(new MemoryRoom(bench, shell).routes());
    routes.addAll(glossary.routes());
    routes.addAll(check.routes());
    routes.addAll(new RevisionsRoom(bench, shell).routes());
    routes.addAll(overview.routes());
    routes.addAll(new ExportRoom(bench, shell).routes());
    routes.addAll(Assets.routes());
    routes.add(Route.change("/language", Assets::language));
    LocalServer server = LocalServer.start(port, numericHost, workplace.clock(), routes, failures);
    align.openLatest();
    return new Workbench(
        server, routes, List.of(articles, align, glossary, check, overview, checking));
  }

  /** An address that lets one browser in; see {@link LocalServer#openingAddress()}. */
  public String address() {
    return server.openingAddress();
  }

  /** A page that does so; see {@link LocalServer#openingPage()}. */
  public Path page() {
    return server.openingPage();
  }

  /** Everything that it answers. */
  List<Route> routes() {
    return routes;
  }

  /** Waits until the workbench is closed. */
  public void join() {
    server.join();
  }

  /** What has been answered is in the files and the memory; what is being aligned is broken off. */
  @Override
  public void close() {
    server.close();
    for (AutoCloseable room : working) {
      try {
        room.close();
      } catch (Exception e) {
        throw new IllegalStateException("a room does not close", e);
      }
    }
  }
}
