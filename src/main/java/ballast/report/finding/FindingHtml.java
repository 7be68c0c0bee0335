package ballast.report.finding;

import ballast.bitext.Severity;
import ballast.check.LocatedFinding;
import ballast.check.Rule;
import ballast.check.Rules;
import ballast.check.TermCounts;
import ballast.check.Unchecked;
import ballast.report.page.Html;
import ballast.report.page.HtmlPage;
import ballast.workflow.align.PairList;
import ballast.workflow.check.FindingReport;
import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * {@code ballast check --format html}: one self-contained page for screen, keyboard and paper, with
 * the findings, both texts of each with the words in question marked, and the translations of every
 * term. Style alone filters by severity and rule; a script filters by term, file and word, and its
 * controls appear only if it runs.
 */
final class FindingHtml {

  private static final List<Severity> WORST_FIRST =
      List.of(Severity.ERROR, Severity.WARNING, Severity.INFO);

  private final Writer out;
  private final Html html;

  FindingHtml(Writer out) {
    this.out = out;
    this.html = new Html(out);
  }

  /**
   * Writes the page.
   *
   * @param checked what the user calls the checked text
   * @param terms how the terms that occur were translated
   */
  void write(FindingReport report, String checked, List<TermCounts> terms) throws IOException {
    List<LocatedFinding> findings = report.findings();
    HtmlPage.writeHead(out, "Check of " + checked, "check.css", filterStyle(findings), "check.js");
    html.add("<a class=\"skip\" href=\"#findings\">Skip to the findings</a>\n<header>\n");
    html.add("<h1>{}</h1>\n<p class=\"soft\">held against the glossary", checked);
    html.add(" and looked through for slips</p>\n");
    html.add("<nav aria-label=\"On this page\"><a href=\"#findings\">Findings</a>");
    html.add(" <a href=\"#terms\">Terms</a></nav>\n</header>\n<main>\n");
    writeCounts(report);
    GlossaryAdvice.write(html, report);
    if (!findings.isEmpty()) {
      writeFilters(findings, terms);
    }
    writeFindings(findings, terms);
    new TermStatisticsHtml(html, findings).write(terms);
    html.add("</main>\n");
    HtmlPage.writeFoot(out, "check-help.html", "check.js");
  }

  /** The rules that hide findings whose box is not ticked, without a script. */
  private static String filterStyle(List<LocatedFinding> findings) {
    String hidden =
        classes(findings).keySet().stream()
            .map(name -> "body:has(#" + name + ":not(:checked)) .finding." + name)
            .collect(Collectors.joining(",\n"));
    return hidden.isEmpty() ? "" : hidden + " { display: none; }\n";
  }

  /** The number of findings by class: first the severities, then the rules. */
  private static Map<String, Integer> classes(List<LocatedFinding> findings) {
    Map<String, Integer> classes = new LinkedHashMap<>();
    for (Severity severity : WORST_FIRST) {
      count(classes, findings, severity.label());
    }
    for (Rule rule : Rules.all()) {
      count(classes, findings, "rule-" + rule.id());
    }
    return classes;
  }

  private static void count(
      Map<String, Integer> classes, List<LocatedFinding> findings, String name) {
    long count =
        findings.stream()
            .filter(
                one ->
                    one.finding().severity().label().equals(name)
                        || ("rule-" + one.finding().rule()).equals(name))
            .count();
    if (count > 0) {
      classes.put(name, (int) count);
    }
  }

  private void writeCounts(FindingReport report) throws IOException {
    html.add("<dl class=\"figures\">\n");
    writeCount("pairs checked", report.checked(), "");
    FindingReport.Changed changed = report.changed();
    if (changed != null) {
      writeCount("changed since " + changed.since(), changed.pairs(), "");
    }
    for (Severity severity : WORST_FIRST) {
      long count = report.count(severity);
      String name = FindingRowHtml.name(severity) + (count == 1 ? "" : "s");
      writeCount(name, count, count > 0 ? severity.label() : "");
    }
    if (report.inBaseline() > 0) {
      writeCount("in the baseline", report.inBaseline(), "");
    }
    int hidden = report.all().size() - report.findings().size();
    if (hidden > 0) {
      writeCount("not on this page", hidden, "");
    }
    html.add("</dl>\n");
    for (Unchecked one : report.extent().unchecked()) {
      html.add("<p class=\"soft\">{}</p>\n", one.message());
    }
    for (PairList.Alone text : report.leftOut()) {
      html.add("<p class=\"soft\">{} is left out: {}</p>\n", text.file(), text.reason());
    }
  }

  private void writeCount(String name, long value, String look) throws IOException {
    html.add("<div class=\"{}\"><dt>{}</dt>", look, name);
    html.add("<dd>{}</dd></div>\n", Html.count(value));
  }

  private void writeFilters(List<LocatedFinding> findings, List<TermCounts> terms)
      throws IOException {
    Map<String, Integer> classes = classes(findings);
    html.add("<form class=\"filters\" aria-label=\"Filters\">\n<fieldset><legend>Show</legend>\n");
    for (Severity severity : WORST_FIRST) {
      Integer count = classes.get(severity.label());
      if (count != null) {
        box(severity.label(), FindingRowHtml.name(severity) + "s", count, "");
      }
    }
    html.add("</fieldset>\n<fieldset class=\"scripted\" hidden><legend>Only with</legend>\n");
    Map<String, String> names = new TreeMap<>();
    findings.forEach(one -> names.put(one.finding().term(), one.finding().term()));
    names.remove("");
    terms.forEach(term -> names.computeIfPresent(term.id(), (id, n) -> term.zh() + " " + id));
    choice("term", "Term", names);
    Map<String, String> files = new TreeMap<>();
    findings.forEach(one -> files.put(one.location().file(), one.location().file()));
    choice("file", "File", files);
    html.add("<label>Text <input type=\"search\" id=\"words\"></label>\n");
    html.add("<button type=\"reset\">All</button>\n</fieldset>\n");
    html.add("<fieldset class=\"rules\"><legend>Rules</legend>\n");
    for (Rule rule : Rules.all()) {
      Integer count = classes.get("rule-" + rule.id());
      if (count != null) {
        box("rule-" + rule.id(), rule.id(), count, rule.summary());
      }
    }
    html.add("</fieldset>\n</form>\n<p class=\"shown soft\" role=\"status\"></p>\n");
  }

  private void box(String id, String name, int count, String what) throws IOException {
    html.add("<label><input type=\"checkbox\" id=\"{}\" checked> {} <b>{}</b>", id, name, count);
    if (!what.isEmpty()) {
      html.add(" <span class=\"soft\">{}</span>", what);
    }
    html.add("</label>\n");
  }

  private void choice(String id, String label, Map<String, String> values) throws IOException {
    if (values.size() < 2) {
      return;
    }
    html.add("<label>{} <select id=\"{}\"><option value=\"\">any</option>", label, id);
    for (Map.Entry<String, String> value : values.entrySet()) {
      html.add("<option value=\"{}\">{}</option>", value.getKey(), value.getValue());
    }
    html.add("</select></label>\n");
  }

  private void writeFindings(List<LocatedFinding> findings, List<TermCounts> terms)
      throws IOException {
    html.add("<section id=\"findings\" tabindex=\"-1\">\n<h2>Findings</h2>\n");
    if (findings.isEmpty()) {
      html.add("<p class=\"nothing\">Nothing was found.</p>\n</section>\n");
      return;
    }
    Map<String, String> names =
        terms.stream().collect(Collectors.toMap(TermCounts::id, TermCounts::zh));
    html.add("<table class=\"findings\">\n<caption>Findings</caption>\n<thead><tr>");
    html.add("<th scope=\"col\" class=\"what\">Finding</th><th scope=\"col\">Source</th>");
    html.add("<th scope=\"col\">Translation</th></tr></thead>\n");
    FindingRowHtml rows = new FindingRowHtml(html, names);
    String previous = "";
    for (int i = 0; i < findings.size(); i++) {
      String file = findings.get(i).location().file();
      if (i == 0 || !file.equals(previous)) {
        rows.writeFile(file);
        previous = file;
      }
      rows.write(findings.get(i), i + 1);
    }
    html.add("</table>\n</section>\n");
  }
}
