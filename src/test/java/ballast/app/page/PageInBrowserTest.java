package ballast.app.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.app.align.AlignmentHtmlTest;
import ballast.app.check.Samples;
import com.sun.net.httpserver.HttpServer;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page as a browser shows it; skipped without a browser. */
@Tag("browser")
final class PageInBrowserTest {

  private final Chromium chromium = Chromium.orSkip();
  @TempDir Path directory;

  @Test
  void hostileTextIsShownAndNothingRunsOrIsLoaded() throws Exception {
    try (Net net = new Net()) {
      Chromium.Run run = chromium.run(file(hostile(net)), "--dump-dom");
      Document page = Jsoup.parse(run.out());
      assertThat(page.select("tbody.bead")).hasSize(11 + 7);
      assertThat(page.title()).isEqualTo("2 documents");
      assertThat(page.select("img, iframe, base, [onerror]")).isEmpty();
      assertThat(page.select("script")).hasSize(1);
      assertThat(page.select("p.hint")).as("our own script may run").hasSize(1);
      assertThat(run.console()).isEmpty();
      assertThat(net.calls()).isZero();
    }
  }

  @Test
  void thePolicyStopsInjectedMarkup() throws Exception {
    try (Net net = new Net()) {
      String attack =
          "<img src=\"http://" + net.host() + "/\"><script>document.title='hacked'</script></main>";
      String broken = hostile(net).replace("</main>", attack);
      Chromium.Run run = chromium.run(file(broken), "--dump-dom");
      assertThat(Jsoup.parse(run.out()).title()).isEqualTo("2 documents");
      assertThat(run.console()).as("the console is seen").isNotEmpty();
      assertThat(net.calls()).isZero();
      chromium.run(file(Chromium.withoutPolicy(broken)), "--dump-dom");
      assertThat(net.calls()).as("a load is seen").isPositive();
    }
  }

  @Test
  void keysLeadFromOneBeadToTheNext() throws Exception {
    String probe =
        """
        function press(key) {
          document.dispatchEvent(new KeyboardEvent("keydown", { key: key, cancelable: true }));
          return location.hash;
        }
        scrollTo(0, 0);
        var seen = ["n", "j", "n", "p", "k", "k", "k"].map(press);
        press("o"); press("?");
        var shown = [].filter.call(document.querySelectorAll("tbody.bead"), function (bead) {
          return bead.getClientRects().length > 0; }).map(function (bead) { return bead.id; });
        document.title = seen.join(" ") + " | " + shown.join(" ") + " | " + keys.open;
        """;
    assertThat(probed(probe, "--window-size=1200,5000"))
        .isEqualTo(
            "#d1-3 #d1-4 #d1-5 #d1-4 #d1-3 #d1-3 #d1-3 | d1-2 d1-3 d1-4 d1-5 d1-6 d1-7 | true");
  }

  @Test
  void sidesStandSideBySideWhereThereIsRoomAndNothingLeavesANarrowPage() throws Exception {
    String probe =
        """
        function box(side) {
          return document.querySelector("#d1-2 td." + side).getBoundingClientRect(); }
        var root = document.documentElement;
        document.title = [box("source").right < box("target").left,
          box("source").bottom <= box("target").top, root.scrollWidth <= root.clientWidth].join(" ");
        """;
    assertThat(probed(probe, "--window-size=1200,900")).isEqualTo("true false true");
    assertThat(probed(probe, "--window-size=500,900")).isEqualTo("false true true");
  }

  @Test
  void thePictureIsNotBlank() throws Exception {
    Path picture = directory.resolve("page.png");
    chromium.run(file(everyKind()), "--screenshot=" + picture, "--window-size=1000,1200");
    BufferedImage image = ImageIO.read(picture.toFile());
    Map<Integer, Integer> colours = new HashMap<>();
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        colours.merge(image.getRGB(x, y) & 0xFFFFFF, 1, Integer::sum);
      }
    }
    int pixels = image.getWidth() * image.getHeight();
    assertThat(pixels - colours.values().stream().mapToInt(count -> count).max().orElse(pixels))
        .as("pixels that are not background")
        .isGreaterThan(pixels / 100);
    assertThat(colours).as("sure, doubtful, moved").containsKeys(0x0B66A8, 0xC2410C, 0x8A4B9C);
  }

  @Test
  void itPrints() throws Exception {
    Path pdf = directory.resolve("page.pdf");
    chromium.run(file(everyKind()), "--print-to-pdf=" + pdf);
    assertThat(Files.readAllBytes(pdf)).startsWith("%PDF".getBytes(UTF_8));
  }

  /** The title that a script added to the page has set. */
  private String probed(String probe, String size) throws Exception {
    String page =
        Chromium.withoutPolicy(everyKind())
            .replace("</body>", "<script>" + probe + "</script></body>");
    return Jsoup.parse(chromium.run(file(page), size, "--dump-dom").out()).title();
  }

  private static String everyKind() {
    return AlignmentHtmlTest.html(List.of(Samples.everyKind().text()));
  }

  private static String hostile(Net net) {
    return AlignmentHtmlTest.html(
        List.of(HostileSample.text(net.host()), Samples.everyKind().text()));
  }

  private Path file(String html) throws IOException {
    return Files.write(directory.resolve("页 page.html"), html.getBytes(UTF_8));
  }

  /** Stands for the whole net: counts who calls, and has nothing to give. */
  private static final class Net implements AutoCloseable {

    private final AtomicInteger calls = new AtomicInteger();
    private final HttpServer server;

    Net() throws IOException {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext(
          "/",
          exchange -> {
            calls.incrementAndGet(); // before the answer, for which the browser waits
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
          });
      server.start();
    }

    String host() {
      return "127.0.0.1:" + server.getAddress().getPort();
    }

    int calls() {
      return calls.get();
    }

    @Override
    public void close() {
      server.stop(0);
    }
  }
}
