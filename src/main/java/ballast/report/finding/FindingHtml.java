package ballast.report.finding;

import ballast.bitext.Severity;
import ballast.check.LocatedFinding;
import ballast.check.Rule;
import ballast.check.Rules;
import ballast.check.TermFigures;
import ballast.report.page.HtmlPage;
import ballast.report.page.HtmlText;
import ballast.workflow.check.FindingReport;
import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * {@code ballast check --format html}: one self-contained page with the findings, both texts of
 * each with what it is about marked, and how every term was translated; for the screen, the
 * keyboard and paper. Severities and rules are filtered by style alone; terms, files and words by a
 * script, whose controls appear only where it runs.
 */
public final class FindingHtml {

  private static final List<Severity> WORST_FIRST =
      List.of(Severity.ERROR, Severity.WARNING, Severity.INFO);

  private final Writer out;

  public FindingHtml(Writer out) {
    this.out = out;
  }

  /**
   * Writes the page.
   *
   * @param checked what was checked, as the user calls it
   * @param terms how the terms that occur were translated
   */
  public void write(FindingReport report, String checked, List<TermFigures> terms)
      throws IOException {
    List<LocatedFinding> findings = report.findings();
    HtmlPage.writeHead(out, "Check of " + checked, "check.css", filterStyle(findings), "check.js");
    out.write("<a class=\"skip\" href=\"#findings\">Skip to the findings</a>\n<header>\n<h1>");
    out.write(HtmlText.visible(checked) + "</h1>\n<p class=\"soft\">held against the glossary");
    out.write(" and looked through for slips</p>\n");
    out.write("<nav aria-label=\"On this page\"><a href=\"#findings\">Findings</a>");
    out.write(" <a href=\"#terms\">Terms</a></nav>\n</header>\n<main>\n");
    writeFigures(report);
    if (!findings.isEmpty()) {
      writeFilters(findings, terms);
    }
    writeFindings(findings, terms);
    new TermFigureHtml(out, findings).write(terms);
    out.write("</main>\n");
    HtmlPage.writeFoot(out, "check-help.html", "check.js");
  }

  /** Without script: what is not ticked is not shown. */
  private static String filterStyle(List<LocatedFinding> findings) {
    String hidden =
        classes(findings).keySet().stream()
            .map(name -> "body:has(#" + name + ":not(:checked)) .finding." + name)
            .collect(Collectors.joining(",\n"));
    return hidden.isEmpty() ? "" : hidden + " { display: none; }\n";
  }

  /** The classes of findings that there are, of severities and then of rules, and how many. */
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

  private void writeFigures(FindingReport report) throws IOException {
    out.write("<dl class=\"figures\">\n");
    figure("pairs checked", report.checked(), "");
    FindingReport.Changed changed = report.changed();
    if (changed != null) {
      figure("changed since " + HtmlText.visible(changed.since()), changed.pairs(), "");
    }
    for (Severity severity : WORST_FIRST) {
      long count = report.count(severity);
      figure(name(severity) + (count == 1 ? "" : "s"), count, count > 0 ? severity.label() : "");
    }
    if (report.inBaseline() > 0) {
      figure("in the baseline", report.inBaseline(), "");
    }
    int hidden = report.all().size() - report.findings().size();
    if (hidden > 0) {
      figure("not on this page", hidden, "");
    }
    out.write("</dl>\n");
  }

  private void figure(String name, long value, String look) throws IOException {
    out.write("<div class=\"" + look + "\"><dt>" + name + "</dt><dd>");
    out.write(String.format(Locale.ROOT, "%,d", value) + "</dd></div>\n");
  }

  /** What a severity is called on the page. */
  static String name(Severity severity) {
    return severity == Severity.INFO ? "hint" : severity.label();
  }

  private void writeFilters(List<LocatedFinding> findings, List<TermFigures> terms)
      throws IOException {
    Map<String, Integer> classes = classes(findings);
    out.write("<form class=\"filters\" aria-label=\"Filters\">\n<fieldset><legend>Show</legend>\n");
    for (Severity severity : WORST_FIRST) {
      if (classes.containsKey(severity.label())) {
        box(severity.label(), name(severity) + "s", classes.get(severity.label()), "");
      }
    }
    out.write("</fieldset>\n<fieldset class=\"scripted\" hidden><legend>Only with</legend>\n");
    Map<String, String> names = new TreeMap<>();
    findings.forEach(one -> names.put(one.finding().term(), one.finding().term()));
    names.remove("");
    terms.forEach(term -> names.computeIfPresent(term.id(), (id, n) -> term.zh() + " " + id));
    choice("term", "Term", names);
    Map<String, String> files = new TreeMap<>();
    findings.forEach(one -> files.put(one.location().file(), one.location().file()));
    choice("file", "File", files);
    out.write("<label>Text <input type=\"search\" id=\"words\"></label>\n");
    out.write("<button type=\"reset\">All</button>\n</fieldset>\n");
    out.write("<fieldset class=\"rules\"><legend>Rules</legend>\n");
    for (Rule rule : Rules.all()) {
      Integer count = classes.get("rule-" + rule.id());
      if (count != null) {
        box("rule-" + rule.id(), rule.id(), count, rule.summary());
      }
    }
    out.write("</fieldset>\n</form>\n<p class=\"shown soft\" role=\"status\"></p>\n");
  }

  private void box(String id, String name, int count, String what) throws IOException {
    out.write("<label><input type=\"checkbox\" id=\"" + id + "\" checked> " + name);
    out.write(" <b>" + count + "</b>");
    out.write(
        what.isEmpty() ? "</label>\n" : " <span class=\"soft\">" + what + "</span></label>\n");
  }

  private void choice(String id, String label, Map<String, String> values) throws IOException {
    if (values.size() < 2) {
      return;
    }
    out.write("<label>" + label + " <select id=\"" + id + "\"><option value=\"\">any</option>");
    for (Map.Entry<String, String> value : values.entrySet()) {
      out.write("<option value=\"" + HtmlText.escape(value.getKey()) + "\">");
      out.write(HtmlText.escape(value.getValue()) + "</option>");
    }
    out.write("</select></label>\n");
  }

  private void writeFindings(List<LocatedFinding> findings, List<TermFigures> terms)
      throws IOException {
    out.write("<section id=\"findings\" tabindex=\"-1\">\n<h2>Findings</h2>\n");
    if (findings.isEmpty()) {
      out.write("<p class=\"nothing\">Nothing was found.</p>\n</section>\n");
      return;
    }
    Map<String, String> names =
        terms.stream().collect(Collectors.toMap(TermFigures::id, TermFigures::zh));
    out.write("<table class=\"findings\">\n<caption>Findings</caption>\n<thead><tr>");
    out.write("<th scope=\"col\" class=\"what\">Finding</th><th scope=\"col\">Source</th>");
    out.write("<th scope=\"col\">Translation</th></tr></thead>\n");
    FindingRowHtml rows = new FindingRowHtml(out, names);
    String file = "";
    for (int i = 0; i < findings.size(); i++) {
      String its = findings.get(i).location().file();
      if (i == 0 || !its.equals(file)) {
        rows.writeFile(its);
        file = its;
      }
      rows.write(findings.get(i), i + 1);
    }
    out.write("</table>\n</section>\n");
  }
}
