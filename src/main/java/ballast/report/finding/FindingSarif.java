package ballast.report.finding;

import ballast.bitext.Location;
import ballast.bitext.Severity;
import ballast.check.Baseline;
import ballast.check.Finding;
import ballast.check.LocatedFinding;
import ballast.check.Rule;
import ballast.check.Rules;
import ballast.check.Waived;
import ballast.report.alignment.AlignmentJson;
import ballast.workflow.check.FindingReport;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** {@code ballast check --format sarif}: SARIF 2.1.0 (OASIS 2020), as code scanning reads it. */
public final class FindingSarif {

  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

  /** What would be a link, up to its destination; brackets that stand alone are just brackets. */
  private static final Pattern LINK = Pattern.compile("\\[([^\\[\\]]*)\\]\\(");

  private FindingSarif() {}

  /**
   * Writes one run.
   *
   * @param version of the program
   */
  public static void write(Writer out, FindingReport report, String version) throws IOException {
    try (JsonGenerator json = AlignmentJson.generator(out)) {
      json.useDefaultPrettyPrinter();
      json.writeStartObject();
      json.writeStringField("$schema", SCHEMA);
      json.writeStringField("version", "2.1.0");
      json.writeArrayFieldStart("runs");
      json.writeStartObject();
      tool(json, version);
      json.writeStringField("columnKind", "unicodeCodePoints");
      json.writeArrayFieldStart("results");
      List<String> rules = Rules.all().stream().map(Rule::id).toList();
      for (LocatedFinding checked : report.findings()) {
        startResult(json, checked, rules.indexOf(checked.finding().rule()));
        if (!report.waived().isEmpty()) {
          // All results say whether they are suppressed, or none does (3.27.23).
          json.writeArrayFieldStart("suppressions");
          json.writeEndArray();
        }
        json.writeEndObject();
      }
      for (Waived waived : report.waived()) {
        startResult(json, waived.checked(), rules.indexOf(waived.checked().finding().rule()));
        suppression(json, waived);
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
      json.writeEndArray();
      json.writeEndObject();
    }
    out.write("\n");
  }

  private static void tool(JsonGenerator json, String version) throws IOException {
    json.writeObjectFieldStart("tool");
    json.writeObjectFieldStart("driver");
    json.writeStringField("name", "Ballast");
    json.writeStringField("version", version);
    json.writeArrayFieldStart("rules");
    for (Rule rule : Rules.all()) {
      json.writeStartObject();
      json.writeStringField("id", rule.id());
      text(json, "shortDescription", rule.summary());
      json.writeObjectFieldStart("defaultConfiguration");
      json.writeStringField("level", level(rule.severity()));
      json.writeEndObject();
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndObject();
  }

  /** Somebody has written beside the text that the finding is right as it is. */
  private static void suppression(JsonGenerator json, Waived waived) throws IOException {
    json.writeArrayFieldStart("suppressions");
    json.writeStartObject();
    json.writeStringField("kind", "inSource");
    json.writeStringField("justification", waived.waiver().reason());
    json.writeEndObject();
    json.writeEndArray();
  }

  private static void startResult(JsonGenerator json, LocatedFinding checked, int rule)
      throws IOException {
    Finding finding = checked.finding();
    json.writeStartObject();
    json.writeStringField("ruleId", finding.rule());
    json.writeNumberField("ruleIndex", rule);
    json.writeStringField("level", level(finding.severity()));
    text(json, "message", finding.message());
    json.writeArrayFieldStart("locations");
    location(json, checked.location(), -1, "");
    json.writeEndArray();
    if (!checked.sourceLocation().equals(checked.location())) {
      json.writeArrayFieldStart("relatedLocations");
      location(json, checked.sourceLocation(), 1, "the source text");
      json.writeEndArray();
    }
    json.writeObjectFieldStart("partialFingerprints");
    json.writeStringField("ballast/v1", Baseline.fingerprint(checked));
    json.writeEndObject();
    if (!finding.term().isEmpty()) {
      json.writeObjectFieldStart("properties");
      json.writeStringField("term", finding.term());
      json.writeEndObject();
    }
  }

  /**
   * A place.
   *
   * @param id number of a related place; negative for none
   * @param message what is there; empty for nothing
   */
  private static void location(JsonGenerator json, Location where, int id, String message)
      throws IOException {
    json.writeStartObject();
    if (id >= 0) {
      json.writeNumberField("id", id);
    }
    json.writeObjectFieldStart("physicalLocation");
    json.writeObjectFieldStart("artifactLocation");
    json.writeStringField("uri", uri(where.file()));
    json.writeEndObject();
    json.writeObjectFieldStart("region");
    json.writeNumberField("startLine", where.line());
    json.writeNumberField("startColumn", where.column());
    json.writeEndObject();
    json.writeEndObject();
    if (!message.isEmpty()) {
      text(json, "message", message);
    }
    json.writeEndObject();
  }

  private static void text(JsonGenerator json, String field, String text) throws IOException {
    json.writeObjectFieldStart(field);
    json.writeStringField("text", plain(text));
    json.writeEndObject();
  }

  /** A message that says just this: no placeholder (3.11.5) and no link (3.11.6) is read in it. */
  private static String plain(String text) {
    String braces = text.replace("{", "{{").replace("}", "}}");
    return LINK.matcher(braces)
        .replaceAll(link -> Matcher.quoteReplacement("\\[" + link.group(1) + "\\]("));
  }

  /** A relative reference: each part of the path percent-encoded. */
  private static String uri(String file) {
    String path = file.replace('\\', '/');
    return Arrays.stream(path.split("/", -1))
        .map(part -> URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20"))
        .collect(Collectors.joining("/"));
  }

  private static String level(Severity severity) {
    return severity == Severity.INFO ? "note" : severity.label();
  }
}
