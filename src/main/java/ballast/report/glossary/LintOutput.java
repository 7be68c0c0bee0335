package ballast.report.glossary;

import ballast.bitext.Location;
import ballast.bitext.Severity;
import ballast.glossary.LintFinding;
import ballast.report.alignment.AlignmentJson;
import ballast.report.page.TerminalText;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Collectors;

/** {@code ballast glossary lint}: what it has found. */
public final class LintOutput {

  private LintOutput() {}

  /** A line a finding, and the other rows that it is about. */
  public static void write(Writer out, List<LintFinding> findings) throws IOException {
    for (LintFinding finding : findings) {
      List<Location> where = finding.where();
      String others =
          where.stream()
              .skip(1)
              .map(place -> place.file() + ":" + place.line())
              .collect(Collectors.joining(", "));
      out.write(
          where.get(0)
              + ": "
              + finding.severity().label()
              + ": "
              + TerminalText.plain(finding.message())
              + (others.isEmpty() ? "" : " (see " + TerminalText.plain(others) + ")")
              + " ["
              + finding.rule()
              + "]\n");
    }
  }

  /** {@code --json}. */
  public static void writeJson(Writer out, List<LintFinding> findings, int concepts)
      throws IOException {
    try (JsonGenerator json = AlignmentJson.generator(out)) {
      json.writeStartObject();
      json.writeNumberField("schema", 1);
      json.writeArrayFieldStart("findings");
      for (LintFinding finding : findings) {
        write(json, finding);
      }
      json.writeEndArray();
      json.writeObjectFieldStart("summary");
      json.writeNumberField("concepts", concepts);
      for (Severity severity : Severity.values()) {
        json.writeNumberField(
            severity.label(),
            findings.stream().filter(finding -> finding.severity() == severity).count());
      }
      json.writeEndObject();
      json.writeEndObject();
    }
    out.write("\n");
  }

  private static void write(JsonGenerator json, LintFinding finding) throws IOException {
    json.writeStartObject();
    json.writeStringField("rule", finding.rule());
    json.writeStringField("severity", finding.severity().label());
    json.writeStringField("term", finding.concept());
    json.writeStringField("file", finding.where().get(0).file());
    json.writeNumberField("line", finding.where().get(0).line());
    json.writeStringField("message", finding.message());
    json.writeArrayFieldStart("rows");
    for (Location where : finding.where()) {
      json.writeStartObject();
      json.writeStringField("file", where.file());
      json.writeNumberField("line", where.line());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
