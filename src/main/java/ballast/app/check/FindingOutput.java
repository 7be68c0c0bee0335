package ballast.app.check;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.app.page.CleanWriter;
import ballast.app.page.Form;
import ballast.app.page.HtmlText.XmlValue;
import ballast.app.page.Style;
import ballast.app.page.TerminalText;
import ballast.bitext.Excerpt;
import ballast.bitext.Location;
import ballast.bitext.Severity;
import ballast.bitext.Span;
import ballast.bitext.Version;
import ballast.check.Finding;
import ballast.check.LocatedFinding;
import ballast.check.Passage;
import ballast.format.table.TableFile;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes findings in one of the formats.
 *
 * @param style the style of text
 * @param byTerm whether text is grouped by term; otherwise by file
 * @param title the checked text, for the page
 */
public record FindingOutput(Form form, Style style, boolean byTerm, String title) {

  /**
   * Writes the findings to show.
   *
   * @param stream stays open
   */
  public void write(OutputStream stream, FindingReport report) throws IOException {
    Writer out = new OutputStreamWriter(stream, UTF_8);
    switch (form) {
      case TEXT -> FindingText.write(out, report, style, byTerm);
      case JSON -> FindingJson.write(out, report);
      case SARIF -> FindingSarif.write(out, report, Version.current().number());
      case JUNIT -> FindingXml.writeJunit(out, report);
      case CHECKSTYLE -> FindingXml.writeCheckstyle(out, report);
      case GITHUB -> FindingLines.writeGithub(out, report);
      case CSV -> TableFile.writeRows(out, FindingTable.COLUMNS, FindingTable.rows(report));
      case HTML -> FindingHtml.write(out, report, title, report.extent().terms());
      default -> throw new IllegalStateException("findings are not written as " + form);
    }
    out.flush();
  }

  /**
   * Shows the findings of {@code ballast check} on a terminal, each with its place, its reason and
   * both texts.
   */
  static final class FindingText {

    /** Code points shown on either side of the words of a finding. */
    private static final int AROUND = 30;

    private final Style style;
    private final Writer out;

    private FindingText(Writer out, Style style) {
      this.out = out;
      this.style = style;
    }

    /**
     * Writes the findings.
     *
     * @param byTerm whether they are grouped by term, with those without a term last, rather than
     *     by file
     */
    static void write(Writer out, FindingReport report, Style style, boolean byTerm)
        throws IOException {
      FindingText text = new FindingText(out, style);
      if (byTerm) {
        text.writeTerms(report.findings());
      } else {
        text.writeAll(report.findings());
      }
    }

    private void writeTerms(List<LocatedFinding> findings) throws IOException {
      Map<String, List<LocatedFinding>> terms = new LinkedHashMap<>();
      findings.stream()
          .sorted(
              (a, b) -> Boolean.compare(a.finding().term().isEmpty(), b.finding().term().isEmpty()))
          .forEach(
              checked ->
                  terms
                      .computeIfAbsent(checked.finding().term(), term -> new ArrayList<>())
                      .add(checked));
      boolean first = true;
      for (Map.Entry<String, List<LocatedFinding>> term : terms.entrySet()) {
        String name = term.getKey().isEmpty() ? "no term" : TerminalText.plain(term.getKey());
        out.write((first ? "" : "\n") + style.strong(name) + " (" + term.getValue().size() + ")\n");
        writeAll(term.getValue());
        first = false;
      }
    }

    private void writeAll(List<LocatedFinding> findings) throws IOException {
      for (LocatedFinding checked : findings) {
        Finding finding = checked.finding();
        String location = TerminalText.plain(checked.location().toString());
        out.write(style.link(checked.location().file(), location) + ": ");
        out.write(severity(finding.severity()) + ": " + TerminalText.plain(finding.message()));
        out.write(" " + style.faint("[" + finding.rule() + "]") + "\n");
        Passage passage = checked.place().value();
        side(passage.source(), finding.spans().source());
        if (!passage.target().isBlank()) {
          side(passage.target(), finding.spans().target());
        }
      }
    }

    private String severity(Severity severity) {
      return switch (severity) {
        case ERROR -> style.error(severity.label());
        case WARNING -> style.doubt(severity.label());
        case INFO -> severity.label();
      };
    }

    /**
     * Writes the text around the first span, with the span in brackets. Without spans, it writes
     * the start of the text.
     */
    private void side(String text, List<Span> spans) throws IOException {
      Span place = spans.isEmpty() ? new Span(0, 0) : spans.get(0);
      Span shown = Excerpt.around(text, place, AROUND);
      StringBuilder line = new StringBuilder("    ").append(shown.start() > 0 ? "…" : "");
      line.append(TerminalText.plain(text.substring(shown.start(), place.start())));
      if (place.end() > place.start()) {
        String part = TerminalText.plain(place.of(text));
        line.append(style.strong("[" + part + "]"));
      }
      line.append(TerminalText.plain(text.substring(place.end(), shown.end())));
      line.append(shown.end() < text.length() ? "…" : "");
      out.write(line + "\n");
    }
  }

  static final class FindingXml {

    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

    private FindingXml() {}

    /**
     * Writes a test suite for each file and a failed test for each finding; hints are passed tests.
     */
    static void writeJunit(Writer out, FindingReport report) throws IOException {
      Map<String, List<LocatedFinding>> files = byFile(report.findings());
      long failures = failures(report.findings());
      int tests = Math.max(1, report.findings().size());
      out.write(HEAD);
      out.write(
          "<testsuites name=\"ballast check\" tests=\""
              + tests
              + "\" failures=\""
              + failures
              + "\">\n");
      if (files.isEmpty()) {
        out.write("  <testsuite name=\"ballast check\" tests=\"1\" failures=\"0\">\n");
        out.write("    <testcase classname=\"ballast\" name=\"check\"/>\n  </testsuite>\n");
      }
      for (Map.Entry<String, List<LocatedFinding>> file : files.entrySet()) {
        out.write(
            "  <testsuite name=\""
                + XmlValue.of(file.getKey())
                + "\" tests=\""
                + file.getValue().size()
                + "\" failures=\""
                + failures(file.getValue())
                + "\">\n");
        for (LocatedFinding checked : file.getValue()) {
          writeTest(out, checked);
        }
        out.write("  </testsuite>\n");
      }
      out.write("</testsuites>\n");
    }

    private static void writeTest(Writer out, LocatedFinding checked) throws IOException {
      String name =
          checked.finding().rule()
              + " "
              + checked.location().line()
              + ":"
              + checked.location().column();
      out.write(
          "    <testcase classname=\""
              + XmlValue.of(checked.location().file())
              + "\" name=\""
              + XmlValue.of(name)
              + "\">\n");
      String texts = checked.place().value().source() + "\n" + checked.place().value().target();
      if (isFailure(checked)) {
        out.write(
            "      <failure type=\""
                + checked.finding().severity().label()
                + "\" message=\""
                + XmlValue.of(checked.finding().message())
                + "\">"
                + XmlValue.of(texts)
                + "</failure>\n");
      } else {
        String hint = checked.finding().message() + "\n" + texts;
        out.write("      <system-out>" + XmlValue.of(hint) + "</system-out>\n");
      }
      out.write("    </testcase>\n");
    }

    private static boolean isFailure(LocatedFinding checked) {
      return checked.finding().severity() != Severity.INFO;
    }

    private static long failures(List<LocatedFinding> findings) {
      return findings.stream().filter(FindingXml::isFailure).count();
    }

    /** Writes a {@code file} element for each file and an {@code error} for each finding. */
    static void writeCheckstyle(Writer out, FindingReport report) throws IOException {
      out.write(HEAD + "<checkstyle version=\"4.3\">\n");
      for (Map.Entry<String, List<LocatedFinding>> file : byFile(report.findings()).entrySet()) {
        out.write("  <file name=\"" + XmlValue.of(file.getKey()) + "\">\n");
        for (LocatedFinding checked : file.getValue()) {
          out.write(
              "    <error line=\""
                  + checked.location().line()
                  + "\" column=\""
                  + checked.location().column()
                  + "\" severity=\""
                  + checked.finding().severity().label()
                  + "\" message=\""
                  + XmlValue.of(checked.finding().message())
                  + "\" source=\"ballast."
                  + checked.finding().rule()
                  + "\"/>\n");
        }
        out.write("  </file>\n");
      }
      out.write("</checkstyle>\n");
    }

    private static Map<String, List<LocatedFinding>> byFile(List<LocatedFinding> findings) {
      Map<String, List<LocatedFinding>> files = new TreeMap<>();
      for (LocatedFinding checked : findings) {
        files.computeIfAbsent(checked.location().file(), file -> new ArrayList<>()).add(checked);
      }
      return files;
    }
  }

  static final class FindingLines {

    private FindingLines() {}

    /**
     * Writes workflow commands, which GitHub shows next to the lines of a change, and in its log.
     */
    static void writeGithub(Writer to, FindingReport report) throws IOException {
      Writer out = new CleanWriter(to);
      for (LocatedFinding checked : report.findings()) {
        Finding finding = checked.finding();
        Location where = checked.location();
        String kind =
            switch (finding.severity()) {
              case ERROR -> "error";
              case WARNING -> "warning";
              case INFO -> "notice";
            };
        out.write(
            "::"
                + kind
                + " file="
                + property(where.file())
                + (where.place().isEmpty()
                    ? ",line=" + where.line() + ",col=" + where.column()
                    : "")
                + ",title="
                + property(finding.rule())
                + "::"
                + message(where.place().isEmpty() ? "" : where.place() + ": ")
                + message(finding.message())
                + "\n");
      }
    }

    private static String message(String text) {
      return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
      return message(text).replace(":", "%3A").replace(",", "%2C");
    }
  }

  static final class FindingTable {

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

    private FindingTable() {}

    /**
     * One row for each finding, with a cell for each of the {@link #COLUMNS}; suggestions are
     * separated by {@code |}.
     */
    static List<List<String>> rows(FindingReport report) {
      List<List<String>> rows = new ArrayList<>();
      for (LocatedFinding checked : report.findings()) {
        Finding finding = checked.finding();
        Passage passage = checked.place().value();
        rows.add(
            List.of(
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
                passage.id()));
      }
      return rows;
    }
  }
}
