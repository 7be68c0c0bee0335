package ballast.report.glossary;

import ballast.bitext.Location;
import ballast.bitext.Severity;
import ballast.glossary.LintFinding;
import ballast.report.page.Json;
import ballast.report.page.Style;
import ballast.report.page.TerminalText;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Collectors;

/** Reports the findings of {@code ballast glossary lint}. */
public final class LintOutput {

  private LintOutput() {}

  /** Writes a line for each finding, with the other rows that it concerns. */
  public static void write(Writer out, List<LintFinding> findings, Style style) throws IOException {
    for (LintFinding finding : findings) {
      List<Location> where = finding.where();
      String otherPlaces =
          where.stream()
              .skip(1)
              .map(place -> place.file() + ":" + place.line())
              .collect(Collectors.joining(", "));
      out.write(
          style.link(where.get(0).file(), TerminalText.plain(where.get(0).toString()))
              + ": "
              + finding.severity().label()
              + ": "
              + TerminalText.plain(finding.message())
              + (otherPlaces.isEmpty() ? "" : " (see " + TerminalText.plain(otherPlaces) + ")")
              + " ["
              + finding.rule()
              + "]\n");
    }
  }

  /** {@code --json}. */
  public static void writeJson(Writer out, List<LintFinding> findings, int concepts)
      throws IOException {
    try (Json json = Json.line(out)) {
      json.array("findings");
      for (LintFinding finding : findings) {
        write(json, finding);
      }
      json.end();
      json.object("summary");
      json.put("concepts", concepts);
      for (Severity severity : Severity.values()) {
        json.put(
            severity.label(),
            findings.stream().filter(finding -> finding.severity() == severity).count());
      }
      json.end();
    }
  }

  private static void write(Json json, LintFinding finding) throws IOException {
    json.object();
    json.put("rule", finding.rule());
    json.put("severity", finding.severity().label());
    json.put("term", finding.concept());
    json.put("file", finding.where().get(0).file());
    json.put("line", finding.where().get(0).line());
    json.put("message", finding.message());
    json.array("rows");
    for (Location where : finding.where()) {
      json.object();
      json.put("file", where.file());
      json.put("line", where.line());
      json.end();
    }
    json.end();
    json.end();
  }
}
