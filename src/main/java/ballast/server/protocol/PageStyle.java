package ballast.server.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.server.Answer;
import ballast.server.Call;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;

/** The style of the pages for people; the policy of the server allows none inside a page. */
final class PageStyle {

  /** What stands in the head of a page. */
  static final String LINK = "<link rel=\"stylesheet\" href=\"/pages.css\">\n";

  private static final String CSS = "text/css; charset=utf-8";

  private PageStyle() {}

  static List<Operation> operations() {
    return List.of(
        new Operation(
            "/pages.css",
            Operation.GET,
            "The style of these pages",
            List.of(),
            new Operation.Content("text/css", ""),
            PageStyle::answer));
  }

  private static Answer answer(Call call) throws IOException {
    String css = resource("/ballast/report/base.css") + resource("/ballast/server/pages.css");
    return Answer.of(CSS, css.getBytes(UTF_8));
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = PageStyle.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), UTF_8);
    }
  }
}
