package ballast.app.check;

import ballast.app.page.Json;
import ballast.bitext.Location;
import ballast.bitext.Severity;
import ballast.check.Baseline;
import ballast.check.Finding;
import ballast.check.LocatedFinding;
import ballast.check.PairChecker.Unchecked;
import ballast.check.Rule;
import ballast.check.Rules;
import ballast.check.Waivers.Waived;
import java.io.IOException;
import java.io.Writer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes {@code ballast check --format sarif}: SARIF 2.1.0 (OASIS 2020), which code scanning reads.
 */
public final class FindingSarif {

  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

  /** The start of a link, up to its destination; other brackets have no meaning. */
  private static final Pattern LINK = Pattern.compile("\\[([^\\[\\]]*)\\]\\(");

  private FindingSarif() {}

  public static void write(Writer out, FindingReport report, String version) throws IOException {
    try (Json json = Json.foreign(out)) {
      json.put("$schema", SCHEMA);
      json.put("version", "2.1.0");
      json.array("runs");
      json.object();
      tool(json, version);
      json.put("columnKind", "unicodeCodePoints");
      json.array("results");
      List<String> rules = Rules.ids();
      for (LocatedFinding checked : report.findings()) {
        startResult(json, checked, rules.indexOf(checked.finding().rule()));
        if (!report.waived().isEmpty()) {
          // Either all results have this member or none does (3.27.23).
          json.array("suppressions");
          json.end();
        }
        json.end();
      }
      for (Waived waived : report.waived()) {
        startResult(json, waived.checked(), rules.indexOf(waived.checked().finding().rule()));
        suppression(json, waived);
        json.end();
      }
      json.end();
      invocation(json, report.extent().unchecked());
      json.end();
      json.end();
    }
  }

  private static void invocation(Json json, List<Unchecked> all) throws IOException {
    if (all.isEmpty()) {
      return;
    }
    json.array("invocations");
    json.object();
    json.put("executionSuccessful", all.stream().allMatch(one -> one.mistake() == null));
    json.array("toolExecutionNotifications");
    for (Unchecked one : all) {
      json.object();
      json.put("level", one.mistake() == null ? "warning" : "error");
      text(
          json,
          "message",
          "not checked by " + String.join(", ", one.rules()) + ": " + one.reason());
      json.array("locations");
      location(json, one.place().target().at(0), -1, "");
      json.end();
      json.end();
    }
    json.end();
    json.end();
    json.end();
  }

  private static void tool(Json json, String version) throws IOException {
    json.object("tool");
    json.object("driver");
    json.put("name", "Ballast");
    json.put("version", version);
    json.array("rules");
    for (Rule rule : Rules.all()) {
      json.object();
      json.put("id", rule.id());
      text(json, "shortDescription", rule.summary());
      json.object("defaultConfiguration");
      json.put("level", level(rule.severity()));
      json.end();
      json.end();
    }
    json.end();
    json.end();
    json.end();
  }

  private static void suppression(Json json, Waived waived) throws IOException {
    json.array("suppressions");
    json.object();
    json.put("kind", "inSource");
    json.put("justification", waived.waiver().reason());
    json.end();
    json.end();
  }

  private static void startResult(Json json, LocatedFinding checked, int rule) throws IOException {
    Finding finding = checked.finding();
    json.object();
    json.put("ruleId", finding.rule());
    json.put("ruleIndex", rule);
    json.put("level", level(finding.severity()));
    text(json, "message", finding.message());
    json.array("locations");
    location(json, checked.location(), -1, "");
    json.end();
    if (!checked.sourceLocation().equals(checked.location())) {
      json.array("relatedLocations");
      location(json, checked.sourceLocation(), 1, "the source text");
      json.end();
    }
    json.object("partialFingerprints");
    json.put("ballast/v1", Baseline.fingerprint(checked));
    json.end();
    if (!finding.term().isEmpty()) {
      json.object("properties");
      json.put("term", finding.term());
      json.end();
    }
  }

  /**
   * @param id number of a related place; negative if it needs none
   * @param message description of the place; may be empty
   */
  private static void location(Json json, Location where, int id, String message)
      throws IOException {
    json.object();
    if (id >= 0) {
      json.put("id", id);
    }
    json.object("physicalLocation");
    json.object("artifactLocation");
    json.put("uri", uri(where.file()));
    json.end();
    if (where.place().isEmpty()) {
      json.object("region");
      json.put("startLine", where.line());
      json.put("startColumn", where.column());
      json.end();
    }
    json.end();
    if (!where.place().isEmpty()) {
      // A place in a file without lines has only a name (3.33).
      json.array("logicalLocations");
      json.object();
      json.put("fullyQualifiedName", where.place());
      json.end();
      json.end();
    }
    if (!message.isEmpty()) {
      text(json, "message", message);
    }
    json.end();
  }

  private static void text(Json json, String field, String text) throws IOException {
    json.object(field);
    json.put("text", plain(text));
    json.end();
  }

  /**
   * Escapes a message, so that nothing in it is read as a placeholder (3.11.5) or link (3.11.6).
   */
  private static String plain(String text) {
    String braces = text.replace("{", "{{").replace("}", "}}");
    return LINK.matcher(braces)
        .replaceAll(link -> Matcher.quoteReplacement("\\[" + link.group(1) + "\\]("));
  }

  /** A relative URI reference, with each part of the path percent-encoded. */
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
