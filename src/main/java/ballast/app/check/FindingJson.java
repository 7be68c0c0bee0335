package ballast.app.check;

import ballast.app.align.PairList;
import ballast.app.page.Json;
import ballast.bitext.Location;
import ballast.bitext.Severity;
import ballast.bitext.Span;
import ballast.check.Baseline;
import ballast.check.Decision;
import ballast.check.Finding;
import ballast.check.LocatedFinding;
import ballast.check.PairChecker.Unchecked;
import ballast.check.Passage;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** {@code ballast check --format json}; the contract is in {@code src/site/markdown/json.md}. */
final class FindingJson {

  private FindingJson() {}

  static void write(Writer out, FindingReport report, boolean decisions) throws IOException {
    try (Json json = Json.pretty(out)) {
      json.array("findings");
      for (LocatedFinding checked : report.findings()) {
        write(json, checked);
      }
      json.end();
      if (decisions) {
        decisions(json, report);
      }
      summary(json, report);
      unchecked(json, report.extent().unchecked());
    }
  }

  private static void decisions(Json json, FindingReport report) throws IOException {
    json.array("decisions");
    for (Decision decision : report.decisions()) {
      Decision.Agreed agreed = decision.agreed();
      json.object();
      json.put("key", decision.key());
      json.put("term", decision.term());
      json.put("zh", agreed.zh());
      json.strings("agreed", agreed.renderings());
      json.strings("words", decision.words());
      json.put("severity", decision.severity().label());
      json.put("forbidden", decision.isForbidden());
      json.put("places", decision.findings().size());
      json.put("articles", decision.articles());
      json.put("pairs", agreed.use().all());
      json.put("asAgreed", agreed.use().right());
      json.strings("findings", decision.findings().stream().map(Baseline::fingerprint).toList());
      json.end();
    }
    json.end();
  }

  private static void summary(Json json, FindingReport report) throws IOException {
    json.object("summary");
    json.put("checked", report.checked());
    FindingReport.Changed changed = report.changed();
    if (changed != null) {
      json.put("since", changed.since());
      json.put("changed", changed.pairs());
    }
    json.put("findings", report.all().size());
    json.put("shown", report.findings().size());
    json.put("inBaseline", report.inBaseline());
    json.put("waived", report.waived().size());
    for (Severity severity : Severity.values()) {
      json.put(severity.label(), report.count(severity));
    }
    json.array("leftOut");
    for (PairList.Alone text : report.leftOut()) {
      json.object().put("file", text.file()).put("reason", text.reason());
      json.end();
    }
    json.end();
    json.object("rules");
    Map<String, Integer> rules = new TreeMap<>();
    report.all().forEach(checked -> rules.merge(checked.finding().rule(), 1, Integer::sum));
    for (Map.Entry<String, Integer> rule : rules.entrySet()) {
      json.put(rule.getKey(), rule.getValue());
    }
    json.end();
    json.end();
  }

  private static void unchecked(Json json, List<Unchecked> all) throws IOException {
    if (all.isEmpty()) {
      return;
    }
    json.array("unchecked");
    for (Unchecked one : all) {
      Location where = one.place().target().at(0);
      json.object();
      json.put("file", where.file());
      json.put("line", where.line());
      if (!where.place().isEmpty()) {
        json.put("place", where.place());
      }
      json.put("unit", one.place().value().id());
      json.strings("rules", one.rules());
      json.put("reason", one.reason());
      json.put("error", one.mistake() != null);
      json.end();
    }
    json.end();
  }

  /** Writes a finding and its place as members of the open object. */
  static void writePlace(Json json, LocatedFinding checked) throws IOException {
    Finding finding = checked.finding();
    json.put("rule", finding.rule());
    json.put("severity", finding.severity().label());
    json.place(checked.location());
    json.put("term", finding.term());
    json.put("message", finding.message());
  }

  private static void write(Json json, LocatedFinding checked) throws IOException {
    Finding finding = checked.finding();
    Passage passage = checked.place().value();
    json.object();
    writePlace(json, checked);
    json.strings("suggestions", finding.suggestions());
    json.put("unit", passage.id());
    json.put("document", passage.document());
    json.put("fingerprint", Baseline.fingerprint(checked));
    side(json, "source", passage.source(), checked.sourceLocation(), finding.spans().source());
    side(json, "target", passage.target(), checked.targetLocation(), finding.spans().target());
    json.end();
  }

  private static void side(Json json, String name, String text, Location where, List<Span> spans)
      throws IOException {
    json.object(name).place(where);
    json.put("text", text);
    json.spans("spans", text, spans);
    json.end();
  }
}
