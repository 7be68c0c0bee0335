package ballast.report.finding;

import ballast.bitext.Location;
import ballast.bitext.Severity;
import ballast.bitext.Span;
import ballast.check.Baseline;
import ballast.check.Finding;
import ballast.check.LocatedFinding;
import ballast.check.Passage;
import ballast.report.alignment.AlignmentJson;
import ballast.workflow.check.FindingReport;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** {@code ballast check --format json}; the contract is in {@code src/site/markdown/json.md}. */
public final class FindingJson {

  private FindingJson() {}

  /** Writes all findings as one JSON value and a line break. */
  public static void write(Writer out, FindingReport report) throws IOException {
    try (JsonGenerator json = AlignmentJson.generator(out)) {
      json.useDefaultPrettyPrinter();
      json.writeStartObject();
      json.writeNumberField("schema", 1);
      json.writeArrayFieldStart("findings");
      for (LocatedFinding checked : report.findings()) {
        write(json, checked);
      }
      json.writeEndArray();
      summary(json, report);
      json.writeEndObject();
    }
    out.write("\n");
  }

  private static void summary(JsonGenerator json, FindingReport report) throws IOException {
    json.writeObjectFieldStart("summary");
    json.writeNumberField("checked", report.checked());
    FindingReport.Changed changed = report.changed();
    if (changed != null) {
      json.writeStringField("since", changed.since());
      json.writeNumberField("changed", changed.pairs());
    }
    json.writeNumberField("findings", report.all().size());
    json.writeNumberField("shown", report.findings().size());
    json.writeNumberField("inBaseline", report.inBaseline());
    json.writeNumberField("waived", report.waived().size());
    for (Severity severity : Severity.values()) {
      json.writeNumberField(severity.label(), report.count(severity));
    }
    json.writeObjectFieldStart("rules");
    Map<String, Integer> rules = new TreeMap<>();
    report.all().forEach(checked -> rules.merge(checked.finding().rule(), 1, Integer::sum));
    for (Map.Entry<String, Integer> rule : rules.entrySet()) {
      json.writeNumberField(rule.getKey(), rule.getValue());
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  /** What it is and where, as fields of an object that is begun. */
  static void writePlace(JsonGenerator json, LocatedFinding checked) throws IOException {
    Finding finding = checked.finding();
    Location where = checked.location();
    json.writeStringField("rule", finding.rule());
    json.writeStringField("severity", finding.severity().label());
    json.writeStringField("file", where.file());
    json.writeNumberField("line", where.line());
    json.writeNumberField("column", where.column());
    json.writeStringField("term", finding.term());
    json.writeStringField("message", finding.message());
  }

  private static void write(JsonGenerator json, LocatedFinding checked) throws IOException {
    Finding finding = checked.finding();
    Passage passage = checked.place().value();
    json.writeStartObject();
    writePlace(json, checked);
    json.writeArrayFieldStart("suggestions");
    for (String suggestion : finding.suggestions()) {
      json.writeString(suggestion);
    }
    json.writeEndArray();
    json.writeStringField("unit", passage.id());
    json.writeStringField("document", passage.document());
    json.writeStringField("fingerprint", Baseline.fingerprint(checked));
    side(json, "source", passage.source(), checked.sourceLocation(), finding.source());
    side(json, "target", passage.target(), checked.targetLocation(), finding.target());
    json.writeEndObject();
  }

  private static void side(
      JsonGenerator json, String name, String text, Location where, List<Span> spans)
      throws IOException {
    json.writeObjectFieldStart(name);
    json.writeStringField("file", where.file());
    json.writeNumberField("line", where.line());
    json.writeNumberField("column", where.column());
    json.writeStringField("text", text);
    json.writeArrayFieldStart("spans");
    for (Span span : spans) {
      json.writeStartArray();
      json.writeNumber(text.codePointCount(0, span.start()));
      json.writeNumber(text.codePointCount(0, span.end()));
      json.writeEndArray();
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
