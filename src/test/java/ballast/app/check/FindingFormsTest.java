package ballast.app.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.app.page.Style;
import ballast.bitext.Lang;
import ballast.bitext.Location;
import ballast.bitext.Severity;
import ballast.bitext.Span;
import ballast.check.CheckedPair;
import ballast.check.Finding;
import ballast.check.LocatedFinding;
import ballast.check.Passage;
import ballast.check.Rules;
import ballast.format.table.TableFile;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.util.Collections;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Findings in the forms of other programs, with texts that try to break out of them. */
final class FindingFormsTest {

  private static final String HOSTILE = "\"]]><x a='1'>&\u0000\u001b[31m%\r\n,:=1+1 \uD800\u202E 船";

  /** The same where nothing may act on a terminal. */
  private static final String SHOWN =
      HOSTILE.replace('\u0000', '?').replace('\u001b', '?').replace('\u202E', '?');

  /** Something that writes a report. */
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
    LocatedFinding checked =
        new LocatedFinding(finding, CheckedPair.at(passage, new Location("a b/" + HOSTILE, 3, 7)));
    return new FindingReport(List.of(checked), List.of(checked), 1, List.of());
  }

  private static final FindingReport NOTHING =
      new FindingReport(List.of(), List.of(), 5, Collections.nCopies(2, report().all().get(0)));

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
    Document document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(text.getBytes(UTF_8)));
    return document.getDocumentElement();
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
    Element root = xml(written(FindingOutput::writeCheckstyle, report()));
    Element error = (Element) root.getElementsByTagName("error").item(0);
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
    LocatedFinding checked =
        new LocatedFinding(finding, CheckedPair.at(passage, new Location("a", 1, 1)));
    FindingReport report = new FindingReport(List.of(checked), List.of(checked), 1, List.of());
    String log = written((out, r) -> FindingSarif.write(out, r, "1"), report);
    return new ObjectMapper().readTree(log).at("/runs/0/results/0/message/text").asText();
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
    Element failure =
        (Element)
            xml(written(FindingOutput::writeJunit, report()))
                .getElementsByTagName("failure")
                .item(0);
    Element error =
        (Element)
            xml(written(FindingOutput::writeCheckstyle, report()))
                .getElementsByTagName("error")
                .item(0);
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
    Form form = (out, report) -> FindingSarif.write(out, report, "1.0");
    JsonNode log = new ObjectMapper().readTree(written(form, report()));
    assertThat(log.get("version").asText()).isEqualTo("2.1.0");
    JsonNode run = log.get("runs").get(0);
    JsonNode driver = run.get("tool").get("driver");
    assertThat(driver.get("name").asText()).isEqualTo("Ballast");
    assertThat(driver.get("rules")).hasSize(Rules.all().size());
    assertThat(run.get("columnKind").asText()).isEqualTo("unicodeCodePoints");
    JsonNode result = run.get("results").get(0);
    assertThat(result.get("ruleId").asText()).isEqualTo("term-missing");
    int index = result.get("ruleIndex").asInt();
    assertThat(driver.get("rules").get(index).get("id").asText()).isEqualTo("term-missing");
    assertThat(result.get("level").asText()).isEqualTo("error");
    assertThat(result.get("message").get("text").asText()).startsWith("\"]]>");
    JsonNode place = result.get("locations").get(0).get("physicalLocation");
    assertThat(place.get("artifactLocation").get("uri").asText()).matches("a%20b/[-%.*\\w]+");
    assertThat(place.get("region").get("startLine").asInt()).isEqualTo(3);
    assertThat(place.get("region").get("startColumn").asInt()).isEqualTo(7);
    JsonNode none = new ObjectMapper().readTree(written(form, NOTHING));
    assertThat(none.get("runs").get(0).get("results")).isEmpty();
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
    LocatedFinding checked =
        new LocatedFinding(finding, CheckedPair.at(passage, new Location("a", 1, 1)));
    FindingReport report = new FindingReport(List.of(checked), List.of(checked), 1, List.of());
    JsonNode found =
        new ObjectMapper().readTree(written(FindingJson::write, report)).get("findings").get(0);
    assertThat(found.get("source").get("spans").toString()).isEqualTo("[[1,2]]");
    assertThat(found.get("target").get("spans").toString()).isEqualTo("[[2,6]]");
  }

  @Test
  void textDoesNotReachTheTerminalRaw() {
    Form form =
        (out, report) ->
            new FindingOutput(ballast.app.page.Form.TEXT, Style.PLAIN, false, "")
                .writeText(out, report.findings());
    assertThat(written(form, report())).doesNotContain("\u001b").doesNotContain("\r");
  }
}
