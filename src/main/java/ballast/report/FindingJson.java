package ballast.report;

import ballast.bitext.Finding;
import ballast.bitext.Location;
import ballast.bitext.Severity;
import ballast.bitext.Span;
import ballast.check.Checked;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.TreeMap;

/** {@code ballast check --format json}; the contract is in {@code src/site/markdown/json.md}. */
public final class FindingJson {

  private FindingJson() {}

  /**
   * Writes all findings as one JSON value and a line break.
   *
   * @param passages how many pairs were checked
   */
  public static void write(Writer out, List<Checked> findings, int passages) throws IOException {
    try (JsonGenerator json = AlignmentJson.generator(out)) {
      json.useDefaultPrettyPrinter();
      json.writeStartObject();
      json.writeNumberField("schema", 1);
      json.writeArrayFieldStart("findings");
      for (Checked checked : findings) {
        write(json, checked);
      }
      json.writeEndArray();
      json.writeObjectFieldStart("summary");
      json.writeNumberField("checked", passages);
      json.writeNumberField("findings", findings.size());
      for (Severity severity : Severity.values()) {
        json.writeNumberField(
            severity.label(),
            findings.stream().filter(c -> c.finding().severity() == severity).count());
      }
      json.writeObjectFieldStart("rules");
      TreeMap<String, Integer> rules = new TreeMap<>();
      findings.forEach(checked -> rules.merge(checked.finding().rule(), 1, Integer::sum));
      for (var entry : rules.entrySet()) {
        json.writeNumberField(entry.getKey(), entry.getValue());
      }
      json.writeEndObject();
      json.writeEndObject();
      json.writeEndObject();
    }
    out.write("\n");
  }

  private static void write(JsonGenerator json, Checked checked) throws IOException {
    Finding finding = checked.finding();
    Location where = checked.location();
    json.writeStartObject();
    json.writeStringField("rule", finding.rule());
    json.writeStringField("severity", finding.severity().label());
    json.writeStringField("file", where.file());
    json.writeNumberField("line", where.line());
    json.writeNumberField("column", where.column());
    json.writeStringField("term", finding.term());
    json.writeStringField("message", finding.message());
    json.writeArrayFieldStart("suggestions");
    for (String suggestion : finding.suggestions()) {
      json.writeString(suggestion);
    }
    json.writeEndArray();
    json.writeStringField("unit", checked.place().value().id());
    json.writeStringField("document", checked.place().value().document());
    side(
        json,
        "source",
        checked.place().value().source(),
        checked.sourceLocation(),
        finding.source());
    side(
        json,
        "target",
        checked.place().value().target(),
        checked.targetLocation(),
        finding.target());
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
