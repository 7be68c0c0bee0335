package ballast.workbench.frame;

import ballast.server.Answer;
import ballast.server.Call;
import ballast.server.RefusedException;
import ballast.server.Route;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** The files that pages load: style, script, pictures. All come from the program itself. */
public final class Assets {

  private static final String JS = "text/javascript; charset=utf-8";
  private static final String CSS = "text/css; charset=utf-8";
  private static final String SVG = "image/svg+xml";

  /** The version in it is that of the library in the pom. */
  private static final String HTMX = "/META-INF/resources/webjars/htmx.org/2.0.10/dist/htmx.min.js";

  /** Another site is never the way back. */
  private static final Pattern OWN_PAGE =
      Pattern.compile("/([a-z]+(/[a-z]+)?)?(\\?document=[\\w%+.*-]*)?");

  /** A file: its name on the server, its place among the classes, its type. */
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
          new Asset("editing.js", "/ballast/workbench/editing.js", JS),
          new Asset("check.css", "/ballast/workbench/check.css", CSS),
          new Asset("check.js", "/ballast/workbench/check.js", JS),
          new Asset("icon.svg", "/ballast/workbench/icon.svg", SVG));

  private Assets() {}

  /** The routes to all files. */
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

  /** Remembers the language that the reader has chosen, and goes back to the page. */
  public static Answer language(Call call) {
    String to = call.form().required("to");
    String back = call.form().text("back");
    if (!to.equals("en") && !to.equals("zh")) {
      throw RefusedException.badRequest("there is no interface in that language");
    }
    String path = OWN_PAGE.matcher(back).matches() ? back : "/";
    return Answer.seeOther(path)
        .with(
            "Set-Cookie", Words.COOKIE + "=" + to + "; Path=/; SameSite=Strict; Max-Age=31536000");
  }
}
