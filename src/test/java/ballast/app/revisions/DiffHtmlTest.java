package ballast.app.revisions;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ballast.app.page.Chromium;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of a revision; what needs a browser is skipped where there is none. */
final class DiffHtmlTest {

  private static final String HOSTILE =
      "A <script>document.title='hacked'</script></td></table> \"word\" \u202Eesrever\u202C"
          + " \u0007.";
  private static final String POLICY = "<meta http-equiv=\"Content-Security-Policy\"[^>]*>";

  @TempDir Path directory;

  private static String page(ComparedVersions view) throws IOException {
    StringWriter out = new StringWriter();
    DiffHtml.write(out, view);
    return out.toString();
  }

  private static ComparedVersions edited() {
    return DiffTextTest.view(
        "Trade grew by 5 percent, he said.", "Trade rose by 6 percent, he said.", "贸易增长6%。");
  }

  @Test
  void bothTextsAndTheSourceAreBesideEachOtherWithTheirEditsMarked() throws IOException {
    Document page = Jsoup.parse(page(edited()));
    assertThat(page.select("td.source").text()).isEqualTo("贸易增长6%。");
    assertThat(page.select("td.old").text()).isEqualTo("Trade grew by 5 percent, he said.");
    assertThat(page.select("td.new").text()).isEqualTo("Trade rose by 6 percent, he said.");
    assertThat(page.select("td.old del").eachText()).containsExactly("grew by 5");
    assertThat(page.select("td.new ins.number").eachText()).containsExactly("rose by 6");
    assertThat(page.select("tbody.edited.has-number")).hasSize(1);
  }

  @Test
  void hostileTextIsText() throws IOException {
    Document page = Jsoup.parse(page(DiffTextTest.view(HOSTILE, HOSTILE + " More.", HOSTILE)));
    assertThat(page.select("script")).hasSize(1);
    assertThat(page.select("td.new").text()).contains("<script>document.title='hacked'</script>");
    assertThat(page.select("td.old .control").eachText()).contains("U+202E", "U+0007");
    assertThat(page.select("main table")).hasSize(1);
  }

  @Test
  void nothingIsLoaded() throws IOException {
    Document page = Jsoup.parse(page(edited()));
    assertThat(page.select("link, img, iframe, [src], [style], [onclick]")).isEmpty();
    assertThat(page.select("meta[http-equiv=Content-Security-Policy]").attr("content"))
        .startsWith("default-src 'none'");
  }

  @Test
  void theSameTextTwiceHasNoDifferences() throws IOException {
    Document page = Jsoup.parse(page(DiffTextTest.view("Same.", "Same.", "同。")));
    assertThat(page.select(".nothing").text()).isEqualTo("There are no differences.");
  }

  @Tag("browser")
  @Test
  void filtersAndKeysWorkInABrowser() throws IOException, InterruptedException {
    Optional<Chromium> chromium = Chromium.find();
    assumeTrue(chromium.isPresent(), "no chromium, google-chrome or chrome on the PATH");
    String probe =
        """
        <script>
        function press(key) {
          document.dispatchEvent(new KeyboardEvent("keydown", { key: key, cancelable: true }));
        }
        function shown() { return document.querySelector("tbody.change").getClientRects().length; }
        var seen = [shown()];
        document.getElementById("class-number").checked = true; seen.push(shown());
        document.getElementById("rate-61").checked = true; seen.push(shown());
        press("a"); seen.push(shown());
        document.getElementById("kind-edited").checked = false; seen.push(shown());
        press("a"); press("n"); seen.push(location.hash);
        document.title = seen.join(" ");
        </script></body>
        """;
    String page = page(edited()).replaceFirst(POLICY, "").replace("</body>", probe);
    Path file = directory.resolve("page.html");
    Files.writeString(file, page, UTF_8);
    Document shown = Jsoup.parse(chromium.get().run(file, "--dump-dom").out());
    assertThat(shown.title()).isEqualTo("1 1 0 1 0 #c1");
    Files.writeString(file, page(edited()), UTF_8);
    Chromium.Run run = chromium.get().run(file, "--dump-dom");
    assertThat(Jsoup.parse(run.out()).select("p.hint")).as("our own script runs").hasSize(1);
    assertThat(run.console()).isEmpty();
  }
}
