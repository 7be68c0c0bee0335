package ballast.app.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import ballast.app.page.CleanWriter;
import ballast.app.page.Form;
import ballast.app.page.HtmlPage;
import ballast.app.page.HtmlText;
import ballast.app.page.Imprint;
import ballast.app.page.PageLanguage;
import ballast.app.page.PageOutput;
import ballast.app.page.Style;
import ballast.app.page.TerminalText;
import ballast.bitext.CountedNoun;
import ballast.bitext.Location;
import ballast.bitext.Severity;
import ballast.bitext.Version;
import ballast.check.Decision;
import ballast.check.Finding;
import ballast.check.LocatedFinding;
import ballast.check.Passage;
import ballast.check.TermStatistics.TermCounts;
import ballast.format.table.TableFile;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes findings in one of the formats.
 *
 * @param style the style of text
 * @param group the order of text; the other forms but HTML and JSON are by file
 * @param title name of the checked texts, for the page
 * @param imprint the head of the page
 */
public record FindingOutput(Form form, Style style, Group group, String title, Imprint imprint) {

  public enum Group {
    FILE,
    /** By term, with findings without a term last. */
    TERM,
    /** By term and what stands in its place: {@link Decision}. */
    RENDERING;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static final String XML_HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

  static final List<String> COLUMNS =
      List.of(
          "file",
          "line",
          "column",
          "severity",
          "rule",
          "term",
          "message",
          "suggestions",
          "source",
          "target",
          "unit");

  /**
   * @param stream stays open
   */
  public void write(OutputStream stream, FindingReport report) throws IOException {
    write(new OutputStreamWriter(stream, UTF_8), report);
  }

  /**
   * @param out stays open
   */
  public void write(Writer out, FindingReport report) throws IOException {
    switch (form) {
      case TEXT -> writeText(out, report);
      case JSON -> FindingJson.write(out, report, group == Group.RENDERING);
      case SARIF -> FindingSarif.write(out, report, Version.current().number());
      case JUNIT -> writeJunit(out, report);
      case CHECKSTYLE -> writeCheckstyle(out, report);
      case GITHUB -> writeGithub(out, report);
      case CSV -> TableFile.writeRows(out, COLUMNS, rows(report));
      case HTML -> writeHtml(out, report, title, report.extent().terms(), imprint);
      default -> throw new IllegalStateException("findings are not written as " + form);
    }
    out.flush();
  }

  /**
   * Writes one self-contained page for screen, keyboard and paper. CSS alone filters by severity
   * and rule. A script filters by term, file and word, and its controls appear only if it runs.
   *
   * @param checked the name of the checked text
   * @param terms translations of the terms that occur
   */
  static void writeHtml(
      Writer out, FindingReport report, String checked, List<TermCounts> terms, Imprint imprint)
      throws IOException {
    FindingPage page = new FindingPage(report, checked, terms, imprint);
    PageLanguage language = imprint.language();
    String title = imprint.say("Check of " + page.title());
    HtmlPage.writeHead(out, language, title, "check.css", page.filterStyle(), "check.js");
    PageOutput.write(out, body -> JteFindingPageGenerated.render(body, null, page));
    HtmlPage.writeFoot(out, language, "check-help", "check.js");
  }

  void writeText(Writer out, FindingReport report) throws IOException {
    switch (group) {
      case FILE -> writeAll(out, report.findings());
      case TERM -> writeByTerm(out, report.findings());
      case RENDERING -> {
        for (Decision decision : report.decisions()) {
          write(out, decision);
        }
        writeByTerm(
            out,
            report.findings().stream().filter(one -> !Decision.concerns(one.finding())).toList());
      }
    }
  }

  /** The term and what stands in its place, in how many places, and the first of them. */
  private void write(Writer out, Decision decision) throws IOException {
    Decision.Agreed agreed = decision.agreed();
    TermCounts.Pairs use = agreed.use();
    out.write(
        "%s%s%s%s %s\n"
            .formatted(
                style.strong(TerminalText.plain(agreed.zh())),
                style.say(": "),
                decision.words().isEmpty()
                    ? style.say("no counterpart found")
                    : style.strong(TerminalText.plain(quoted(decision.words()))),
                agreed.renderings().isEmpty()
                    ? ""
                    : style.say(" for ") + TerminalText.plain(quoted(agreed.renderings())),
                style.faint("[" + decision.key() + "]")));
    out.write(
        "    %s%s%s%s%s\n"
            .formatted(
                severity(decision.severity()),
                style.say(", "),
                style.say(
                    CountedNoun.of(decision.findings().size(), "place")
                        + " in "
                        + CountedNoun.of(decision.articles(), "article")),
                style.say(decision.isForbidden() ? "; forbidden" : ""),
                style.say(
                    use.all() == 0
                        ? ""
                        : "; as agreed in %d of %d pairs".formatted(use.right(), use.all()))));
    for (LocatedFinding example : decision.examples(FindingPage.EXAMPLES)) {
      out.write(
          "    "
              + style.link(
                  example.location().file(), TerminalText.plain(example.location().toString()))
              + "\n");
      out.write(side(FindingPage.Shown.source(example)) + side(FindingPage.Shown.target(example)));
    }
    out.write("\n");
  }

  private String quoted(List<String> words) {
    return words.stream().map(style::quoted).collect(joining(style.say(", ")));
  }

  private void writeByTerm(Writer out, List<LocatedFinding> findings) throws IOException {
    Map<String, List<LocatedFinding>> terms =
        findings.stream()
            .sorted(Comparator.comparing(one -> one.finding().term().isEmpty()))
            .collect(groupingBy(one -> one.finding().term(), LinkedHashMap::new, toList()));
    String separator = "";
    for (Map.Entry<String, List<LocatedFinding>> term : terms.entrySet()) {
      String name =
          term.getKey().isEmpty() ? style.say("no term") : TerminalText.plain(term.getKey());
      out.write(separator + style.strong(name) + " (" + term.getValue().size() + ")\n");
      writeAll(out, term.getValue());
      separator = "\n";
    }
  }

  private void writeAll(Writer out, List<LocatedFinding> findings) throws IOException {
    for (LocatedFinding checked : findings) {
      Finding finding = checked.finding();
      String location = TerminalText.plain(checked.location().toString());
      out.write(
          "%s: %s: %s %s\n"
              .formatted(
                  style.link(checked.location().file(), location),
                  severity(finding.severity()),
                  TerminalText.plain(style.say(finding.message())),
                  style.faint("[" + finding.rule() + "]")));
      Passage passage = checked.place().value();
      out.write(side(FindingPage.Shown.source(checked)));
      if (!passage.target().isBlank()) {
        out.write(side(FindingPage.Shown.target(checked)));
      }
    }
  }

  private String severity(Severity severity) {
    return switch (severity) {
      case ERROR -> style.error(style.say(severity.label()));
      case WARNING -> style.doubt(style.say(severity.label()));
      case INFO -> style.say(severity.label());
    };
  }

  private String side(FindingPage.Shown shown) {
    String words = TerminalText.plain(shown.words());
    return "    %s%s%s\n"
        .formatted(
            TerminalText.plain(shown.before()),
            words.isEmpty() ? "" : style.strong("[" + words + "]"),
            TerminalText.plain(shown.after()));
  }

  /**
   * Writes a test suite for each file and a failed test for each finding; hints are passed tests.
   */
  static void writeJunit(Writer out, FindingReport report) throws IOException {
    out.write(XML_HEAD);
    out.write(
        "<testsuites name=\"ballast check\" tests=\"%s\" failures=\"%s\">\n"
            .formatted(Math.max(1, report.findings().size()), failures(report.findings())));
    if (report.findings().isEmpty()) {
      out.write("  <testsuite name=\"ballast check\" tests=\"1\" failures=\"0\">\n");
      out.write("    <testcase classname=\"ballast\" name=\"check\"/>\n  </testsuite>\n");
    }
    for (Map.Entry<String, List<LocatedFinding>> file : byFile(report).entrySet()) {
      List<LocatedFinding> findings = file.getValue();
      out.write(
          "  <testsuite name=\"%s\" tests=\"%s\" failures=\"%s\">\n"
              .formatted(HtmlText.xml(file.getKey()), findings.size(), failures(findings)));
      for (LocatedFinding checked : findings) {
        writeTest(out, checked);
      }
      out.write("  </testsuite>\n");
    }
    out.write("</testsuites>\n");
  }

  private static void writeTest(Writer out, LocatedFinding checked) throws IOException {
    Finding finding = checked.finding();
    Location where = checked.location();
    out.write(
        "    <testcase classname=\"%s\" name=\"%s %s:%s\">\n"
            .formatted(
                HtmlText.xml(where.file()),
                HtmlText.xml(finding.rule()),
                where.line(),
                where.column()));
    String texts = checked.place().value().source() + "\n" + checked.place().value().target();
    out.write(
        isFailure(checked)
            ? "      <failure type=\"%s\" message=\"%s\">%s</failure>\n"
                .formatted(
                    finding.severity().label(),
                    HtmlText.xml(finding.message()),
                    HtmlText.xml(texts))
            : "      <system-out>%s</system-out>\n"
                .formatted(HtmlText.xml(finding.message() + "\n" + texts)));
    out.write("    </testcase>\n");
  }

  private static boolean isFailure(LocatedFinding checked) {
    return checked.finding().severity() != Severity.INFO;
  }

  private static long failures(List<LocatedFinding> findings) {
    return findings.stream().filter(FindingOutput::isFailure).count();
  }

  /** Writes a {@code file} element for each file and an {@code error} for each finding. */
  static void writeCheckstyle(Writer out, FindingReport report) throws IOException {
    out.write(XML_HEAD + "<checkstyle version=\"4.3\">\n");
    for (Map.Entry<String, List<LocatedFinding>> file : byFile(report).entrySet()) {
      out.write("  <file name=\"" + HtmlText.xml(file.getKey()) + "\">\n");
      for (LocatedFinding checked : file.getValue()) {
        Finding finding = checked.finding();
        out.write(
            ("    <error line=\"%s\" column=\"%s\" severity=\"%s\" message=\"%s\""
                    + " source=\"ballast.%s\"/>\n")
                .formatted(
                    checked.location().line(),
                    checked.location().column(),
                    finding.severity().label(),
                    HtmlText.xml(finding.message()),
                    finding.rule()));
      }
      out.write("  </file>\n");
    }
    out.write("</checkstyle>\n");
  }

  private static Map<String, List<LocatedFinding>> byFile(FindingReport report) {
    return report.findings().stream()
        .collect(groupingBy(one -> one.location().file(), TreeMap::new, toList()));
  }

  /** Writes workflow commands, which GitHub shows next to the lines of a change, and in its log. */
  static void writeGithub(Writer to, FindingReport report) throws IOException {
    Writer out = new CleanWriter(to);
    for (LocatedFinding checked : report.findings()) {
      Finding finding = checked.finding();
      Location where = checked.location();
      boolean hasLine = where.place().isEmpty();
      String kind = finding.severity() == Severity.INFO ? "notice" : finding.severity().label();
      out.write(
          "::%s file=%s%s,title=%s::%s%s\n"
              .formatted(
                  kind,
                  // A change has no file whose name begins with this.
                  property(where.file().replaceFirst("^\\./", "")),
                  hasLine ? ",line=" + where.line() + ",col=" + where.column() : "",
                  property(finding.rule()),
                  hasLine ? "" : message(where.place() + ": "),
                  message(finding.message())));
    }
  }

  private static String message(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return message(text).replace(":", "%3A").replace(",", "%2C");
  }

  /** Rows with a cell for each of the {@link #COLUMNS}; suggestions are separated by {@code |}. */
  static List<List<String>> rows(FindingReport report) {
    return report.findings().stream().map(FindingOutput::row).toList();
  }

  private static List<String> row(LocatedFinding checked) {
    Finding finding = checked.finding();
    Passage passage = checked.place().value();
    return List.of(
        checked.location().file(),
        String.valueOf(checked.location().line()),
        String.valueOf(checked.location().column()),
        finding.severity().label(),
        finding.rule(),
        finding.term(),
        finding.message(),
        String.join("|", finding.suggestions()),
        passage.source(),
        passage.target(),
        passage.id());
  }
}
