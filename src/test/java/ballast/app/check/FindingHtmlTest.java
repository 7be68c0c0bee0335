package ballast.app.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ballast.app.align.PairList;
import ballast.app.page.Chromium;
import ballast.bitext.Lang;
import ballast.bitext.Location;
import ballast.bitext.Severity;
import ballast.bitext.Span;
import ballast.check.CheckedPair;
import ballast.check.Finding;
import ballast.check.LocatedFinding;
import ballast.check.PairChecker.Unchecked;
import ballast.check.Passage;
import ballast.check.TermStatistics.TermCounts;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of what a check found; what needs a browser is skipped where there is none. */
final class FindingHtmlTest {

  private static final String HOSTILE =
      "<script>document.title='hacked'</script></td></table> \"'&\u202Eesrever\u202C \u0007 \uD800";
  private static final String POLICY = "<meta http-equiv=\"Content-Security-Policy\"[^>]*>";

  private static final TermCounts SHIP =
      new TermCounts(
          "ship",
          "船",
          6,
          new TermCounts.Pairs(5, 2, 0, 1),
          new TermCounts.UsedRenderings(Map.of("ship", 2, "boat", 1), Set.of("boat")));

  @TempDir Path directory;

  private static LocatedFinding finding(
      String rule, Severity severity, String file, String term, String target, Span... spans) {
    Passage passage = new Passage("", "", Lang.ZH_CN, Lang.EN_US, "船来了。", target);
    Finding finding =
        new Finding(
            rule,
            severity,
            new Finding.Spans(List.of(new Span(0, 1)), List.of(spans)),
            "what is wrong: " + term,
            List.of("ship"),
            term);
    return new LocatedFinding(finding, CheckedPair.at(passage, new Location(file, 3, 7)));
  }

  private static List<LocatedFinding> three() {
    return List.of(
        finding("term-forbidden", Severity.ERROR, "a.tsv", "ship", "A boat.", new Span(2, 6)),
        finding("repeated-word", Severity.WARNING, "a.tsv", "", "Ships ships.", new Span(0, 11)),
        finding("term-count", Severity.INFO, "b.tsv", "sea", "Sea.", new Span(0, 3)));
  }

  @Test
  void pairsCheckedInPartAndTextsLeftOutAreListed() throws IOException {
    LocatedFinding one = three().get(0);
    Unchecked part = new Unchecked(one.place(), List.of("term-missing"), "too <long>", null);
    StringWriter out = new StringWriter();
    FindingHtml.write(
        out,
        new FindingReport(
            List.of(),
            List.of(),
            new FindingReport.Extent(1, 0, 0, List.of(), List.of(part)),
            List.of(),
            List.of(),
            null,
            List.of(new PairList.Alone("<b>.txt", "no counterpart"))),
        "a.tsv",
        List.of());
    assertThat(out.toString())
        .contains("a.tsv:3:7: not checked by term-missing: too &lt;long&gt;")
        .contains("&lt;b&gt;.txt is left out: no counterpart");
  }

  private static String page(List<LocatedFinding> findings, List<TermCounts> terms)
      throws IOException {
    StringWriter out = new StringWriter();
    FindingHtml.write(
        out,
        new FindingReport(findings, findings, 9, Collections.nCopies(4, three().get(0))),
        "船 a.tsv",
        terms);
    return out.toString();
  }

  @Test
  void eachFindingHasBothTextsWithItsPlacesMarked() throws IOException {
    Document page = Jsoup.parse(page(three(), List.of(SHIP)));
    assertThat(page.select("tbody.finding")).hasSize(3);
    assertThat(page.select("#f1 td.source mark").eachText()).containsExactly("船");
    assertThat(page.select("#f1 td.target mark").eachText()).containsExactly("boat");
    assertThat(page.select("#f1 td.target").text()).isEqualTo("A boat.");
    assertThat(page.select("#f1 .better ins").text()).isEqualTo("ship");
    assertThat(page.select("#f1 .place").text()).isEqualTo("line 3, column 7");
    assertThat(page.select("tbody.file").eachText()).containsExactly("a.tsv", "b.tsv");
    assertThat(page.select(".figures dd").eachText()).containsExactly("9", "1", "1", "1", "4");
  }

  @Test
  void placesThatLieInEachOtherGiveTheTextOnce() throws IOException {
    LocatedFinding nested =
        finding("unpaired", Severity.WARNING, "a", "", "one two", new Span(0, 7), new Span(4, 7));
    Document page = Jsoup.parse(page(List.of(nested), List.of()));
    assertThat(page.select("td.target").text()).isEqualTo("one two");
    assertThat(page.select("td.target mark").eachText()).containsExactly("one two");
  }

  @Test
  void everyRenderingOfATermHasItsShareOfTheBar() throws IOException {
    Document page = Jsoup.parse(page(three(), List.of(SHIP)));
    assertThat(page.select("table.terms td.number").eachText())
        .containsExactly("6", "5", "2", "0", "1", "2");
    assertThat(page.select(".bar rect:not(.all)").eachAttr("width"))
        .containsExactlyInAnyOrder("40.00", "20.00");
    assertThat(page.select(".bar rect.wrong").attr("width")).isEqualTo("20.00");
    assertThat(page.select("td.renderings li").eachText())
        .containsExactlyInAnyOrder("2 ship", "1 boat forbidden", "2 missing");
    assertThat(page.select("table.terms th a").attr("href")).isEqualTo("#f1");
  }

  @Test
  void whatOftenStandsWhereARenderingIsMissingIsNamed() throws IOException {
    LocatedFinding missing =
        finding("term-missing", Severity.ERROR, "a", "ship", HOSTILE + " boat", new Span(0, 8));
    Document page = Jsoup.parse(page(Collections.nCopies(4, missing), List.of()));
    assertThat(page.select("p.advice").text())
        .startsWith("Often where a rendering is missing: 船 “<script>” (4 times). If");
    assertThat(Jsoup.parse(page(three(), List.of(SHIP))).select("p.advice")).isEmpty();
  }

  @Test
  void hostileTextIsText() throws IOException {
    LocatedFinding hostile =
        finding("unpaired", Severity.ERROR, HOSTILE, HOSTILE, HOSTILE, new Span(1, 9));
    TermCounts term =
        new TermCounts(
            HOSTILE,
            HOSTILE,
            1,
            new TermCounts.Pairs(1, 1, 0, 0),
            new TermCounts.UsedRenderings(Map.of(HOSTILE, 1), Set.of()));
    Document page = Jsoup.parse(page(List.of(hostile, hostile), List.of(term)));
    assertThat(page.select("script")).hasSize(1);
    assertThat(page.select("main table")).hasSize(2);
    assertThat(page.select("#f1 td.target").text()).contains("<script>document.title='hacked'");
    assertThat(page.select("#f1 td.target .control").eachText())
        .containsExactly("U+202E", "U+202C", "U+0007", "U+D800");
    assertThat(page.html()).doesNotContain("\u202E").doesNotContain("\u0007");
    assertThat(page.select("link, img, iframe, [src], [style], [onclick]")).isEmpty();
  }

  @Test
  void nothingFoundIsSaid() throws IOException {
    Document page = Jsoup.parse(page(List.of(), List.of()));
    assertThat(page.select(".nothing").eachText())
        .containsExactly("Nothing was found.", "No term of the glossary occurs.");
    assertThat(page.select("form.filters")).isEmpty();
  }

  private Document shown(String html, List<String> console) throws Exception {
    Optional<Chromium> chromium = Chromium.find();
    assumeTrue(chromium.isPresent(), "no chromium, google-chrome or chrome on the PATH");
    Path file = Files.write(directory.resolve("页 page.html"), html.getBytes(UTF_8));
    Chromium.Run run = chromium.get().run(file, "--window-size=1200,3000", "--dump-dom");
    console.addAll(run.console());
    return Jsoup.parse(run.out());
  }

  @Tag("browser")
  @Test
  void filtersAndKeysWorkInABrowser() throws Exception {
    String probe =
        """
        <script>
        function press(key) {
          document.dispatchEvent(new KeyboardEvent("keydown", { key: key, cancelable: true }));
        }
        function shown() {
          return [].filter.call(document.querySelectorAll("tbody.finding, tbody.file"), function (one) {
            return one.getClientRects().length > 0; }).map(function (one) { return one.id || "file"; }).join("");
        }
        function set(id, value) {
          var one = document.getElementById(id);
          if (one.type === "checkbox") { one.checked = value; } else { one.value = value; }
          one.dispatchEvent(new Event("input", { bubbles: true }));
          seen.push(shown());
        }
        var seen = [shown()];
        set("error", false); set("error", true);
        set("rule-repeated-word", false); set("rule-repeated-word", true);
        set("term", "sea"); set("term", ""); set("file", "b.tsv"); set("file", "");
        set("words", "SHIPS"); set("words", "");
        press("h"); seen.push(shown()); press("h");
        press("n"); seen.push(location.hash); press("j"); seen.push(location.hash);
        press("p"); seen.push(location.hash); press("t"); seen.push(shown());
        document.title = seen.join(" ") + " " + document.querySelector(".shown").textContent;
        </script></body>
        """;
    String page = page(three(), List.of(SHIP)).replaceFirst(POLICY, "").replace("</body>", probe);
    assertThat(shown(page, new ArrayList<>()).title())
        .isEqualTo(
            "filef1f2filef3 filef2filef3 filef1f2filef3 filef1filef3 filef1f2filef3"
                + " filef3 filef1f2filef3 filef3 filef1f2filef3 filef2 filef1f2filef3"
                + " filef1f2 #f1 #f2 #f1 filef1 1 of 3 findings are shown.");
  }

  @Tag("browser")
  @Test
  void thePolicyLetsOurOwnScriptAndStyleIn() throws Exception {
    List<String> console = new ArrayList<>();
    Document page = shown(page(three(), List.of(SHIP)), console);
    assertThat(page.select("p.hint")).as("our own script runs").hasSize(1);
    assertThat(page.select("fieldset.scripted").hasAttr("hidden")).isFalse();
    assertThat(console).isEmpty();
  }

  @Tag("browser")
  @Test
  void withoutScriptStyleAloneFilters() throws Exception {
    String probe =
        """
        <script>
        document.getElementById("error").checked = false;
        document.title = [document.getElementById("f1").getClientRects().length,
          document.getElementById("f2").getClientRects().length > 0,
          document.querySelector("fieldset.scripted").getClientRects().length].join(" ");
        </script></body>
        """;
    String page = page(three(), List.of(SHIP)).replaceFirst(POLICY, "");
    String bare = page.replaceFirst("(?s)<script>.*?</script>", "").replace("</body>", probe);
    assertThat(shown(bare, new ArrayList<>()).title()).isEqualTo("0 true 0");
  }
}
