package ballast.app.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.app.align.PairList;
import ballast.app.page.Chromium;
import ballast.app.page.Imprint;
import ballast.app.page.Style;
import ballast.bitext.Lang;
import ballast.bitext.Location;
import ballast.bitext.Location.Locator;
import ballast.bitext.Severity;
import ballast.bitext.Span;
import ballast.check.CheckedPair;
import ballast.check.Finding;
import ballast.check.LocatedFinding;
import ballast.check.PairChecker.Unchecked;
import ballast.check.Passage;
import ballast.check.Rule;
import ballast.check.Rules;
import ballast.check.TermStatistics.TermCounts;
import ballast.format.table.TableFile;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

/** Findings in the forms of other programs, with texts that try to break out of them. */
final class FindingFormsTest {

  private static final String HOSTILE = "\"]]><x a='1'>&\u0000\u001b[31m%\r\n,:=1+1 \uD800\u202E 船";

  /** The same where nothing may act on a terminal. */
  private static final String SHOWN =
      HOSTILE.replace('\u0000', '?').replace('\u001b', '?').replace('\u202E', '?');

  private static final FindingReport NOTHING =
      new FindingReport(List.of(), List.of(), 5, Collections.nCopies(2, report().all().get(0)));
  private static final Schema SCHEMA = schema();
  private static final String SCRIPT =
      "<script>document.title='hacked'</script></td></table> \"'&\u202Eesrever\u202C \u0007 \uD800";
  private static final Form SARIF =
      (out, report) -> FindingSarif.write(out, report, "0.1.0-SNAPSHOT");
  private static final TermCounts SHIP =
      new TermCounts(
          "ship",
          "船",
          6,
          new TermCounts.Pairs(5, 2, 0, 1),
          new TermCounts.UsedRenderings(Map.of("ship", 2, "boat", 1), Set.of("boat")));
  @TempDir Path directory;

  @FunctionalInterface
  private interface Form {
    void write(Writer out, FindingReport report) throws IOException;
  }

  private static FindingReport report() {
    Passage passage =
        new Passage("u1", HOSTILE, Lang.ZH_CN, Lang.EN_US, "船" + HOSTILE, "=" + HOSTILE);
    Finding finding =
        new Finding(
            "term-missing",
            Severity.ERROR,
            new Finding.Spans(List.of(new Span(0, 1)), List.of(new Span(1, 3))),
            HOSTILE,
            List.of(HOSTILE),
            HOSTILE);
    return only(passage, finding, new Location("a b/" + HOSTILE, 3, 7));
  }

  private static FindingReport only(Passage passage, Finding finding, Location place) {
    LocatedFinding checked = new LocatedFinding(finding, CheckedPair.at(passage, place));
    return new FindingReport(List.of(checked), List.of(checked), 1, List.of());
  }

  private static String written(Form form, FindingReport report) {
    StringWriter out = new StringWriter();
    try {
      form.write(out, report);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return out.toString();
  }

  private static Element xml(String text) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(text.getBytes(UTF_8)))
        .getDocumentElement();
  }

  private static Element element(Form form, String name) throws Exception {
    return (Element) xml(written(form, report())).getElementsByTagName(name).item(0);
  }

  private static JsonNode json(Form form, FindingReport report) throws IOException {
    return new ObjectMapper().readTree(written(form, report));
  }

  @Test
  void junitIsWellFormedAndCountsFailures() throws Exception {
    Element suites = xml(written(FindingOutput::writeJunit, report()));
    assertThat(suites.getAttribute("failures")).isEqualTo("1");
    Element failure = (Element) suites.getElementsByTagName("failure").item(0);
    assertThat(failure.getAttribute("message")).startsWith("\"]]><x a='1'>&");
    Element none = xml(written(FindingOutput::writeJunit, NOTHING));
    assertThat(none.getElementsByTagName("testcase").getLength()).isEqualTo(1);
    assertThat(none.getElementsByTagName("failure").getLength()).isZero();
  }

  @Test
  void checkstyleIsWellFormed() throws Exception {
    Element error = element(FindingOutput::writeCheckstyle, "error");
    assertThat(error.getAttribute("line")).isEqualTo("3");
    assertThat(error.getAttribute("column")).isEqualTo("7");
    assertThat(error.getAttribute("severity")).isEqualTo("error");
    assertThat(error.getAttribute("source")).isEqualTo("ballast.term-missing");
    assertThat(xml(written(FindingOutput::writeCheckstyle, NOTHING)).getChildNodes().getLength())
        .isEqualTo(1);
  }

  @Test
  void annotationsStayOnOneLine() {
    String lines = written(FindingOutput::writeGithub, report());
    assertThat(lines.strip().lines()).hasSize(1);
    assertThat(lines).startsWith("::error file=a b/\"]]><x a='1'>&");
    assertThat(lines).contains("%0D%0A%2C%3A=1+1").contains(",line=3,col=7,title=term-missing::");
  }

  /** SARIF 2.1.0, 3.11.5 and 3.11.6. */
  @Test
  void nothingInASarifMessageIsReadAsAPlaceholderOrALink() throws Exception {
    assertThat(sarifMessage("use {0} and {x}, not [a](1) or [see](http://x); [b] stays, {}"))
        .isEqualTo("use {{0}} and {{x}}, not \\[a\\](1) or \\[see\\](http://x); [b] stays, {{}}");
    assertThat(sarifMessage("[[a](1)](2) 【】 $1 \\")).isEqualTo("[\\[a\\](1)](2) 【】 $1 \\");
  }

  private static String sarifMessage(String message) throws Exception {
    Passage passage = new Passage("u", "", Lang.ZH_CN, Lang.EN_US, "船", "ship");
    Finding finding =
        new Finding("term-missing", Severity.ERROR, Finding.Spans.NONE, message, List.of(), "t");
    FindingReport report = only(passage, finding, new Location("a", 1, 1));
    return json(SARIF, report).at("/runs/0/results/0/message/text").asText();
  }

  /** The toolkit's rules: of a message %, CR and LF, of a property : and , as well. */
  @Test
  void annotationsAreReadBackAsTheyWere() {
    String line = written(FindingOutput::writeGithub, report()).strip();
    String properties = line.substring("::error ".length(), line.indexOf("::", 2));
    String file = properties.substring("file=".length(), properties.indexOf(",line="));
    assertThat(file).doesNotContain(",").doesNotContain(":").doesNotContain("\n");
    assertThat(unescaped(file.replace("%3A", ":").replace("%2C", ","))).isEqualTo("a b/" + SHOWN);
    String message = line.substring(line.indexOf("::", 2) + 2);
    assertThat(message).contains(",:=1+1");
    assertThat(unescaped(message)).isEqualTo(SHOWN);
  }

  private static String unescaped(String text) {
    return text.replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%");
  }

  /** Characters that XML does not allow are replaced; all others are read back unchanged. */
  @Test
  void xmlIsReadBackAsItWas() throws Exception {
    Element failure = element(FindingOutput::writeJunit, "failure");
    Element error = element(FindingOutput::writeCheckstyle, "error");
    Element file = (Element) error.getParentNode();
    for (String message :
        List.of(
            failure.getAttribute("message"),
            error.getAttribute("message"),
            file.getAttribute("name").substring("a b/".length()))) {
      assertThat(message).startsWith("\"]]><x a='1'>&").endsWith(" 船").contains("%\r\n,:=1+1");
      assertThat(message.codePoints()).noneMatch(c -> c == 0 || c == 0x1b);
    }
    assertThat(failure.getElementsByTagName("x").getLength()).isZero();
    assertThat(failure.getTextContent()).startsWith("船\"]]><x a='1'>&");
  }

  private static void writeTable(Writer out, FindingReport report) throws IOException {
    TableFile.writeRows(out, FindingOutput.COLUMNS, FindingOutput.rows(report));
  }

  @Test
  void theTableIsReadBackAsItWas() throws IOException {
    String table = written(FindingFormsTest::writeTable, report());
    try (MappingIterator<List<String>> rows =
        new CsvMapper()
            .enable(CsvParser.Feature.WRAP_AS_ARRAY)
            .readerForListOf(String.class)
            .readValues(table)) {
      List<List<String>> all = rows.readAll();
      assertThat(all).hasSize(2);
      assertThat(all.get(1)).hasSameSizeAs(all.get(0));
      assertThat(all.get(1).get(all.get(0).indexOf("message"))).isEqualTo(HOSTILE);
      assertThat(all.get(1).get(all.get(0).indexOf("target"))).isEqualTo("'=" + HOSTILE);
    }
  }

  @Test
  void noCellOfTheTableIsAFormula() {
    String table = written(FindingFormsTest::writeTable, report());
    assertThat(table).startsWith("file,line,column,severity,rule,term,message,");
    assertThat(table).contains("\"'=\"\"]]>").doesNotContain(",=").doesNotContain(",\"=");
  }

  /** SARIF 2.1.0: what section 3 requires of a log, a run, a tool, a result and a region. */
  @Test
  void sarifHasItsRequiredFields() throws IOException {
    JsonNode log = json(SARIF, report());
    assertThat(log.get("version").asText()).isEqualTo("2.1.0");
    JsonNode run = log.at("/runs/0");
    assertThat(run.at("/columnKind").asText()).isEqualTo("unicodeCodePoints");
    assertThat(run.at("/tool/driver/name").asText()).isEqualTo("Ballast");
    JsonNode rules = run.at("/tool/driver/rules");
    assertThat(rules).hasSize(Rules.all().size());
    JsonNode result = run.at("/results/0");
    assertThat(result.get("ruleId").asText()).isEqualTo("term-missing");
    assertThat(rules.get(result.get("ruleIndex").asInt()).get("id").asText())
        .isEqualTo("term-missing");
    assertThat(result.get("level").asText()).isEqualTo("error");
    assertThat(result.at("/message/text").asText()).startsWith("\"]]>");
    JsonNode place = result.at("/locations/0/physicalLocation");
    assertThat(place.at("/artifactLocation/uri").asText()).matches("a%20b/[-%.*\\w]+");
    assertThat(place.at("/region/startLine").asInt()).isEqualTo(3);
    assertThat(place.at("/region/startColumn").asInt()).isEqualTo(7);
    assertThat(json(SARIF, NOTHING).at("/runs/0/results")).isEmpty();
  }

  @Test
  void jsonCountsSpansInCodePoints() throws IOException {
    Passage passage = new Passage("", "", Lang.ZH_CN, Lang.EN_US, "𠮷船", "𠮷 ship");
    Finding finding =
        new Finding(
            "term-missing",
            Severity.INFO,
            new Finding.Spans(List.of(new Span(2, 3)), List.of(new Span(3, 7))),
            "x",
            List.of(),
            "");
    FindingReport report = only(passage, finding, new Location("a", 1, 1));
    JsonNode found =
        json((out, one) -> FindingJson.write(out, one, false), report).at("/findings/0");
    assertThat(found.at("/source/spans")).hasToString("[[1,2]]");
    assertThat(found.at("/target/spans")).hasToString("[[2,6]]");
  }

  @Test
  void textDoesNotReachTheTerminalRaw() {
    Form form =
        (out, report) ->
            new FindingOutput(
                    ballast.app.page.Form.TEXT,
                    Style.PLAIN,
                    FindingOutput.Group.FILE,
                    "",
                    Imprint.NONE)
                .writeText(out, report);
    assertThat(written(form, report())).doesNotContain("\u001b").doesNotContain("\r");
  }

  private static Schema schema() {
    try (InputStream in =
        FindingFormsTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
      SchemaRegistryConfig strict =
          SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build();
      return SchemaRegistry.withDefaultDialect(
              SpecificationVersion.DRAFT_7, registry -> registry.schemaRegistryConfig(strict))
          .getSchema(in);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static List<String> problems(JsonNode log) {
    return SCHEMA.validate(log).stream().map(Object::toString).toList();
  }

  private static JsonNode log(List<LocatedFinding> findings) throws IOException {
    return json(
        SARIF, new FindingReport(findings, findings, 3, findings.stream().limit(1).toList()));
  }

  /** Every rule, every severity; texts, names of files and of terms that could break something. */
  private static List<LocatedFinding> findings() {
    List<LocatedFinding> findings = new ArrayList<>();
    String[] files = {
      "a.tsv", "tm/文章/a b.en.txt", "C:\\a%20b\\[x]?#.txt", "../\"<>^`{|}\u0001", ""
    };
    List<Severity> severities = List.of(Severity.ERROR, Severity.WARNING, Severity.INFO);
    int i = 0;
    for (Rule rule : Rules.all()) {
      String file = files[i % files.length];
      Passage passage = new Passage("u", "d", Lang.ZH_CN, Lang.EN_US, "船\u0000", "\uD83D\uDEA2 \"");
      Finding finding =
          new Finding(
              rule.id(),
              severities.get(i % severities.size()),
              new Finding.Spans(
                  List.of(new Span(0, 1)), i % 2 == 0 ? List.of() : List.of(new Span(0, 2))),
              "wrong: \"\\\u0007\n{0}",
              List.of("ship"),
              i % 3 == 0 ? "" : "船\"");
      Locator source = Locator.from(new Location(file + ".zh", 1 + i, 1));
      String place = i % 4 == 3 ? "table 2, row 4" : "";
      Locator target = Locator.from(new Location(file, 1 + i, 2, place));
      findings.add(new LocatedFinding(finding, new CheckedPair<>(passage, source, target)));
      i++;
    }
    return findings;
  }

  @Test
  void theOutputIsValid() throws IOException {
    assertThat(problems(log(List.of()))).isEmpty();
    JsonNode log = log(findings());
    assertThat(log.at("/runs/0/results")).hasSize(Rules.all().size());
    assertThat(problems(log)).isEmpty();
  }

  @Test
  void theSchemaRefusesOtherJson() throws IOException {
    assertRefused("", log -> log.remove("version"));
    assertRefused("/runs/0/results/0", result -> result.put("level", "hint"));
    assertRefused("/runs/0/tool/driver", driver -> driver.put("licence", "x"));
    String place = "/runs/0/results/0/locations/0/physicalLocation";
    assertRefused(place + "/artifactLocation", file -> file.put("uri", "a b.txt"));
    assertRefused(place + "/region", region -> region.put("startLine", 0));
  }

  private static void assertRefused(String object, Consumer<ObjectNode> change) throws IOException {
    JsonNode log = log(findings());
    change.accept((ObjectNode) log.at(object));
    assertThat(problems(log)).as(object).isNotEmpty();
  }

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
  void pairsCheckedInPartAndTextsLeftOutAreListed() {
    LocatedFinding one = three().get(0);
    Unchecked part = new Unchecked(one.place(), List.of("term-missing"), "too <long>", null);
    FindingReport report =
        new FindingReport(
            List.of(),
            List.of(),
            new FindingReport.Extent(1, 0, 0, List.of(), Map.of(), List.of(part), null),
            List.of(),
            List.of(),
            null,
            List.of(new PairList.Alone("<b>.txt", "no counterpart")));
    assertThat(
            written(
                (out, all) -> FindingOutput.writeHtml(out, all, "a.tsv", List.of(), Imprint.NONE),
                report))
        .contains("a.tsv:3:7: not checked by term-missing: too &lt;long&gt;")
        .contains("&lt;b&gt;.txt is left out: no counterpart");
  }

  private static String page(List<LocatedFinding> findings, List<TermCounts> terms) {
    return written(
        (out, report) -> FindingOutput.writeHtml(out, report, "船 a.tsv", terms, Imprint.NONE),
        new FindingReport(findings, findings, 9, Collections.nCopies(4, three().get(0))));
  }

  @Test
  void eachFindingHasBothTextsWithItsPlacesMarked() {
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
  void placesThatLieInEachOtherGiveTheTextOnce() {
    LocatedFinding nested =
        finding("unpaired", Severity.WARNING, "a", "", "one two", new Span(0, 7), new Span(4, 7));
    Document page = Jsoup.parse(page(List.of(nested), List.of()));
    assertThat(page.select("td.target").text()).isEqualTo("one two");
    assertThat(page.select("td.target mark").eachText()).containsExactly("one two");
  }

  @Test
  void everyRenderingOfATermHasItsShareOfTheBar() {
    Document page = Jsoup.parse(page(three(), List.of(SHIP)));
    assertThat(page.select("#terms td.number").eachText())
        .containsExactly("6", "5", "2", "0", "1", "2");
    assertThat(page.select(".bar rect:not(.all)").eachAttr("width"))
        .containsExactlyInAnyOrder("40.00", "20.00");
    assertThat(page.select(".bar rect.wrong").attr("width")).isEqualTo("20.00");
    assertThat(page.select("#terms td.renderings li").eachText())
        .containsExactlyInAnyOrder("2 ship", "1 boat forbidden", "2 missing");
    assertThat(page.select("#terms th a").attr("href")).isEqualTo("#f1");
  }

  @Test
  void aTermAndTheWordsInItsPlaceAreOneDecision() {
    LocatedFinding missing =
        finding("term-missing", Severity.ERROR, "a", "ship", SCRIPT + " boat", new Span(0, 8));
    Document page = Jsoup.parse(page(Collections.nCopies(4, missing), List.of()));
    assertThat(page.select("#decisions tbody tr")).hasSize(1);
    assertThat(page.select("#decisions td > bdi").eachText()).containsExactly("<script>");
    assertThat(page.select("#decisions td.number").eachText()).startsWith("4", "1");
    assertThat(page.select("#decisions li")).hasSize(1);
    assertThat(page.select("#decisions li a").attr("href")).isEqualTo("#f1");
  }

  @Test
  void hostileTextIsText() {
    List<LocatedFinding> hostile =
        Stream.of(8, 9)
            .map(
                end ->
                    finding("unpaired", Severity.ERROR, SCRIPT, SCRIPT, SCRIPT, new Span(1, end)))
            .toList();
    TermCounts term =
        new TermCounts(
            SCRIPT,
            SCRIPT,
            1,
            new TermCounts.Pairs(1, 1, 0, 0),
            new TermCounts.UsedRenderings(Map.of(SCRIPT, 1), Set.of()));
    Document page = Jsoup.parse(page(hostile, List.of(term)));
    assertThat(page.select("script")).hasSize(1);
    assertThat(page.select("main table")).hasSize(2);
    assertThat(page.select("#f1 td.target").text()).contains("<script>document.title='hacked'");
    assertThat(page.select("#f1 td.target .control").eachText())
        .containsExactly("U+202E", "U+202C", "U+0007", "U+D800");
    assertThat(page.html()).doesNotContain("\u202E").doesNotContain("\u0007");
    assertThat(page.select("link, img, iframe, [src], [style], [onclick]")).isEmpty();
  }

  @Test
  void nothingFoundIsSaid() {
    Document page = Jsoup.parse(page(List.of(), List.of()));
    assertThat(page.select(".nothing").eachText())
        .containsExactly("Nothing was found.", "No term of the glossary occurs.");
    assertThat(page.select("form.filters")).isEmpty();
  }

  private Document shown(String html, List<String> console) throws Exception {
    Path file = Files.writeString(directory.resolve("页 page.html"), html);
    Chromium.Run run = Chromium.orSkip().run(file, "--window-size=1200,3000", "--dump-dom");
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
            return one.checkVisibility(); }).map(function (one) { return one.id || "file"; }).join("");
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
    String page = Chromium.withoutPolicy(page(three(), List.of(SHIP))).replace("</body>", probe);
    assertThat(shown(page, new ArrayList<>()).title())
        .isEqualTo(
            "filef1f2 filef2 filef1f2 filef1 filef1f2"
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
    String bare =
        Chromium.withoutPolicy(page(three(), List.of(SHIP)))
            .replaceFirst("(?s)<script>.*?</script>", "")
            .replace("</body>", probe);
    assertThat(shown(bare, new ArrayList<>()).title()).isEqualTo("0 true 0");
  }
}
