package ballast.workbench;

import ballast.app.Workplace;
import ballast.memory.MemoryStore;
import ballast.server.Answer;
import ballast.server.Call;
import ballast.server.LocalServer;
import ballast.server.RefusedException;
import ballast.server.Route;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.regex.Pattern;

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
   * @param working rooms with background work
   */
  private Workbench(LocalServer server, List<Route> routes, List<AutoCloseable> working) {
    this.server = server;
    this.routes = List.copyOf(routes);
    this.working = List.copyOf(working);
  }

  /**
   * Opens a folder. Its pages are available when this method returns.
   *
   * @param workplace the folder and its user
   * @param memory need not exist
   * @param port 1 to 65535; 0 for any free one
   * @param numericHost whether the pages are at 127.0.0.1, for browsers that find no other host
   * @param more additional routes of the server
   * @param failures receives internal errors, on several threads
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
    Shell shell = new Shell(bench.folderName(), workplace.author());
    KeptCounts counting = new KeptCounts(bench, failures);
    KeptCheck checking = new KeptCheck(bench, failures);
    ArticlesRoom articles = new ArticlesRoom(bench, shell, counting, checking, failures);
    AlignRoom align = new AlignRoom(bench, shell, failures);
    FileChanges changes = new FileChanges(bench, checking);
    GlossaryRoom glossary = new GlossaryRoom(bench, shell, changes, failures);
    CheckRoom check = new CheckRoom(bench, shell, checking, changes, failures);
    List<Route> routes = new ArrayList<>(more);
    routes.addAll(articles.routes());
    routes.addAll(align.routes());
    routes.addAll(new MemoryRoom(bench, shell).routes());
    routes.addAll(glossary.routes());
    routes.addAll(new TermRoutes(bench, changes).routes());
    routes.addAll(check.routes());
    routes.addAll(changes.routes());
    routes.addAll(new RevisionsRoom(bench, shell).routes());
    routes.addAll(new CommentRoutes(bench).routes());
    routes.addAll(new ApplyRoutes(bench).routes());
    routes.addAll(new OverviewRoom(bench, shell, counting, checking).routes());
    routes.addAll(new ExportRoom(bench, shell).routes());
    routes.addAll(Assets.routes());
    routes.add(Route.change("/language", Assets::language));
    LocalServer server =
        LocalServer.start(
            port,
            numericHost,
            workplace.clock(),
            routes,
            (call, refusal) -> Words.of(call).phrase(refusal),
            failures);
    align.openLatest();
    return new Workbench(
        server, routes, List.of(articles, align, glossary, check, counting, checking));
  }

  /** The address that admits one browser; see {@link LocalServer#openingAddress()}. */
  public String address() {
    return server.openingAddress();
  }

  /** The page that admits one browser; see {@link LocalServer#openingPage()}. */
  public Path page() {
    return server.openingPage();
  }

  List<Route> routes() {
    return routes;
  }

  /** Waits until the workbench is closed. */
  public void join() {
    server.join();
  }

  /** Closes the server. Answered requests are already saved; a running alignment is interrupted. */
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

  /** The style, script and picture files of the pages. All come from the program itself. */
  static final class Assets {

    private static final String JS = "text/javascript; charset=utf-8";
    private static final String CSS = "text/css; charset=utf-8";
    private static final String SVG = "image/svg+xml";

    /** The version must be that of the library in the pom. */
    private static final String HTMX =
        "/META-INF/resources/webjars/htmx.org/2.0.10/dist/htmx.min.js";

    /** Paths that may be the way back; another site is none. */
    private static final Pattern OWN_PAGE =
        Pattern.compile("/([a-z]+(/[a-z]+)?)?(\\?document=[\\w%+.*-]*)?");

    /** A file: its name on the server, its resource name, its type. */
    private record Asset(String name, String resource, String type) {}

    private static final List<Asset> ALL =
        List.of(
            new Asset("htmx.js", HTMX, JS),
            new Asset("base.css", "/ballast/report/base.css", CSS),
            new Asset("page.css", "/ballast/report/page.css", CSS),
            new Asset("workbench.css", "/ballast/workbench/workbench.css", CSS),
            new Asset("align.css", "/ballast/workbench/align.css", CSS),
            new Asset("workbench.js", "/ballast/workbench/workbench.js", JS),
            new Asset("articles.js", "/ballast/workbench/articles.js", JS),
            new Asset("align.js", "/ballast/workbench/align.js", JS),
            new Asset("boundary.js", "/ballast/workbench/boundary.js", JS),
            new Asset("cutting.js", "/ballast/workbench/cutting.js", JS),
            new Asset("rows.js", "/ballast/workbench/rows.js", JS),
            new Asset("strip.js", "/ballast/workbench/strip.js", JS),
            new Asset("memory.css", "/ballast/workbench/memory.css", CSS),
            new Asset("memory.js", "/ballast/workbench/memory.js", JS),
            new Asset("glossary.css", "/ballast/workbench/glossary.css", CSS),
            new Asset("glossary.js", "/ballast/workbench/glossary.js", JS),
            new Asset("diff.css", "/ballast/report/diff.css", CSS),
            new Asset("revisions.css", "/ballast/workbench/revisions.css", CSS),
            new Asset("revisions.js", "/ballast/workbench/revisions.js", JS),
            new Asset("overview.css", "/ballast/report/overview.css", CSS),
            new Asset("overview.js", "/ballast/workbench/overview.js", JS),
            new Asset("dropping.js", "/ballast/workbench/dropping.js", JS),
            new Asset("places.js", "/ballast/workbench/places.js", JS),
            new Asset("selecting.js", "/ballast/workbench/selecting.js", JS),
            new Asset("editing.js", "/ballast/workbench/editing.js", JS),
            new Asset("comments.js", "/ballast/workbench/comments.js", JS),
            new Asset("check.css", "/ballast/workbench/check.css", CSS),
            new Asset("check.js", "/ballast/workbench/check.js", JS),
            new Asset("term.js", "/ballast/workbench/term.js", JS),
            new Asset("icon.svg", "/ballast/workbench/icon.svg", SVG));

    private Assets() {}

    public static List<Route> routes() {
      return ALL.stream().map(Assets::route).toList();
    }

    private static Route route(Asset asset) {
      return Route.page("/static/" + asset.name(), call -> Answer.of(asset.type(), bytes(asset)));
    }

    private static byte[] bytes(Asset asset) throws IOException {
      try (InputStream in = Assets.class.getResourceAsStream(asset.resource())) {
        return Objects.requireNonNull(in, asset.resource()).readAllBytes();
      }
    }

    public static Answer language(Call call) {
      String to = call.form().required("to");
      String back = call.form().text("back");
      if (!to.equals("en") && !to.equals("zh")) {
        throw RefusedException.badRequest("there is no interface in that language");
      }
      String path = OWN_PAGE.matcher(back).matches() ? back : "/";
      return Answer.seeOther(path)
          .with(
              "Set-Cookie",
              Words.COOKIE + "=" + to + "; Path=/; SameSite=Strict; Max-Age=31536000");
    }
  }
}
