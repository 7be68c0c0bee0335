package ballast.app.check;

import ballast.app.align.PairList;
import ballast.app.page.Html;
import ballast.app.page.HtmlPage;
import ballast.bitext.Lang;
import ballast.bitext.Location;
import ballast.bitext.Severity;
import ballast.bitext.Span;
import ballast.check.Finding;
import ballast.check.LocatedFinding;
import ballast.check.PairChecker.Unchecked;
import ballast.check.Passage;
import ballast.check.Rule;
import ballast.check.Rules;
import ballast.check.TermStatistics.TermCounts;
import java.io.IOException;
import java.io.Writer;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * {@code ballast check --format html}: one self-contained page for screen, keyboard and paper, with
 * the findings, both texts of each with the relevant words marked, and the translations of every
 * term. CSS alone filters by severity and rule. A script filters by term, file and word, and its
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
   * @param checked the name of the checked text
   * @param terms translations of the terms that occur
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

  /** CSS that hides findings with an unticked box, without a script. */
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

  /** Writes the translations of every term: a row for each, with a bar of its renderings. */
  private static final class TermStatisticsHtml {

    /**
     * Number of styles for allowed renderings in a bar, the commonest rendering first; then they
     * repeat.
     */
    private static final int LOOKS = 4;

    /** Maximum renderings named below a bar; the others are counted. */
    private static final int NAMED = 6;

    private final Html html;

    /** The number of the first finding about each term. */
    private final Map<String, Integer> first = new HashMap<>();

    private final Map<String, Integer> counts = new HashMap<>();

    /**
     * @param findings the findings on the page, in their order
     */
    TermStatisticsHtml(Html html, List<LocatedFinding> findings) {
      this.html = html;
      for (int i = 0; i < findings.size(); i++) {
        String term = findings.get(i).finding().term();
        first.putIfAbsent(term, i + 1);
        counts.merge(term, 1, Integer::sum);
      }
    }

    /**
     * Writes the table, starting with the terms that most often lack a rendering from the glossary.
     */
    void write(List<TermCounts> terms) throws IOException {
      html.add("<section id=\"terms\" tabindex=\"-1\">\n<h2>Terms</h2>\n");
      if (terms.isEmpty()) {
        html.add("<p class=\"nothing\">No term of the glossary occurs.</p>\n</section>\n");
        return;
      }
      html.add("<p class=\"soft\">Counted over pairs of texts in which a term occurs; those with");
      html.add(" most to put right come first.</p>\n<table class=\"terms\">\n");
      html.add("<caption>How the terms were translated</caption>\n<thead><tr>");
      html.add("<th scope=\"col\" class=\"term\">Term</th>");
      for (String head : List.of("Occurs", "Pairs", "Exact", "Inflected", "Forbidden", "Missing")) {
        html.add("<th scope=\"col\" class=\"number\">{}</th>", head);
      }
      html.add("<th scope=\"col\" class=\"renderings\">Renderings</th></tr></thead>\n<tbody>\n");
      for (TermCounts term :
          terms.stream()
              .sorted(Comparator.comparing(t -> -t.pairs().missing() - t.pairs().forbidden()))
              .toList()) {
        write(term);
      }
      html.add("</tbody>\n</table>\n</section>\n");
    }

    private void write(TermCounts term) throws IOException {
      html.add("<tr><th scope=\"row\" class=\"term\"><bdi lang=\"zh\">{}</bdi> ", term.zh());
      html.add("<bdi class=\"soft\">{}</bdi>", term.id());
      Integer number = first.get(term.id());
      if (number != null) {
        int count = counts.getOrDefault(term.id(), 0);
        html.add(" <a href=\"#f{}\" data-term=\"{}\">{}", number, term.id(), count);
        html.add(count == 1 ? " finding</a>" : " findings</a>");
      }
      html.add("</th>");
      number("occurs", term.occurrences(), false);
      number("pairs", term.pairs().all(), false);
      number("exact", term.pairs().exact(), false);
      number("inflected", term.pairs().inflected(), false);
      number("forbidden", term.pairs().forbidden(), true);
      number("missing", term.pairs().missing(), true);
      html.add("<td class=\"renderings\">");
      writeBar(term);
      writeNames(term);
      html.add("</td></tr>\n");
    }

    private void number(String label, int value, boolean bad) throws IOException {
      String look = value == 0 ? "number zero" : bad ? "number bad" : "number";
      html.add("<td class=\"{}\" data-label=\"{}\">{}</td>", look, label, value);
    }

    /** Writes the bar, which only repeats the names and so is hidden from screen readers. */
    private void writeBar(TermCounts term) throws IOException {
      html.add("<svg class=\"meter bar\" viewBox=\"0 0 100 8\" preserveAspectRatio=\"none\"");
      html.add(" aria-hidden=\"true\"><rect class=\"all\" width=\"100\" height=\"8\"/>");
      int written = 0;
      int allowed = 0;
      for (Map.Entry<String, Integer> rendering : term.renderings().pairs().entrySet()) {
        String look = look(term, rendering.getKey(), allowed);
        allowed += term.renderings().forbidden().contains(rendering.getKey()) ? 0 : 1;
        html.add(
            "<rect class=\"{}\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"8\"/>",
            look,
            share(written, term),
            look.equals("wrong") ? 4 : 0, // lower, for readers who do not see the colour
            share(rendering.getValue(), term));
        written += rendering.getValue();
      }
      html.add("</svg>");
    }

    private static String share(int pairs, TermCounts term) {
      return String.format(Locale.ROOT, "%.2f", 100.0 * pairs / term.pairs().all());
    }

    private static String look(TermCounts term, String rendering, int allowed) {
      return term.renderings().forbidden().contains(rendering) ? "wrong" : "r" + allowed % LOOKS;
    }

    private void writeNames(TermCounts term) throws IOException {
      html.add("<ul>");
      int allowed = 0;
      int named = 0;
      for (Map.Entry<String, Integer> rendering : term.renderings().pairs().entrySet()) {
        if (named++ == NAMED) {
          html.add("<li>and {} more</li>", term.renderings().pairs().size() - NAMED);
          break;
        }
        boolean wrong = term.renderings().forbidden().contains(rendering.getKey());
        String look = look(term, rendering.getKey(), allowed);
        allowed += wrong ? 0 : 1;
        html.add("<li><i class=\"key {}\"></i><b>{}</b> ", look, rendering.getValue());
        html.add("<bdi>{}</bdi>", rendering.getKey());
        html.add(wrong ? " <em>forbidden</em></li>" : "</li>");
      }
      if (term.pairs().missing() > 0) {
        html.add(
            "<li><i class=\"key all\"></i><b>{}</b> <em>missing</em></li>", term.pairs().missing());
      }
      html.add("</ul>");
    }
  }

  /**
   * Writes the findings of a page, each as a {@code tbody} of the table: the message, with both
   * texts below it.
   */
  private static final class FindingRowHtml {

    private final Html html;
    private final Map<String, String> names;

    FindingRowHtml(Html html, Map<String, String> names) {
      this.html = html;
      this.names = names;
    }

    void writeFile(String file) throws IOException {
      html.add("<tbody class=\"file\" data-file=\"{}\"><tr>", file);
      html.add("<th colspan=\"3\" scope=\"rowgroup\"><bdi>{}</bdi></th></tr></tbody>\n", file);
    }

    void write(LocatedFinding checked, int number) throws IOException {
      Finding finding = checked.finding();
      Passage passage = checked.place().value();
      html.add("<tbody class=\"finding {} rule-{}\"", finding.severity().label(), finding.rule());
      html.add(" id=\"f{}\" data-term=\"{}\"", number, finding.term());
      html.add(" data-file=\"{}\">\n<tr>", checked.location().file());
      writeWhat(checked, number);
      writeMessage(finding);
      html.add("</tr>\n<tr class=\"texts\">");
      writeSide("source", passage.sourceLang(), passage.source(), finding.spans().source());
      writeSide("target", passage.targetLang(), passage.target(), finding.spans().target());
      html.add("</tr>\n</tbody>\n");
    }

    private void writeWhat(LocatedFinding checked, int number) throws IOException {
      Finding finding = checked.finding();
      html.add("<th scope=\"rowgroup\" rowspan=\"2\" class=\"what\">");
      html.add("<a class=\"no\" href=\"#f{}\">{}</a> ", number, number);
      html.add("<span class=\"severity\">{}</span> ", name(finding.severity()));
      html.add("<span class=\"rule\">{}</span> ", finding.rule());
      html.add("<span class=\"place\">{}</span></th>", place(checked));
    }

    static String name(Severity severity) {
      return severity == Severity.INFO ? "hint" : severity.label();
    }

    private static String place(LocatedFinding checked) {
      Location target = checked.location();
      Location source = checked.sourceLocation();
      String place =
          target.lineOrPlace() + (target.place().isEmpty() ? ", column " + target.column() : "");
      return source.equals(target) ? place : place + "; source " + source.lineOrPlace();
    }

    private void writeMessage(Finding finding) throws IOException {
      html.add("<td colspan=\"2\" class=\"message\"><p>{}</p>", finding.message());
      html.add("<div class=\"also\">");
      if (!finding.suggestions().isEmpty()) {
        html.add("<p class=\"better\">Instead: ");
        for (int i = 0; i < finding.suggestions().size(); i++) {
          html.add(i == 0 ? "" : ", ").add("<ins>{}</ins>", finding.suggestions().get(i));
        }
        html.add("</p>");
      }
      if (!finding.term().isEmpty()) {
        String zh = names.getOrDefault(finding.term(), "");
        html.add("<p class=\"term soft\">Term: <bdi lang=\"zh\">{}</bdi> ", zh);
        html.add("<bdi>{}</bdi></p>", finding.term());
      }
      html.add("</div></td>");
    }

    private void writeSide(String side, Lang lang, String text, List<Span> spans)
        throws IOException {
      if (text.isBlank()) {
        html.add("<td class=\"{} none\"><p class=\"soft\">no translation</p></td>", side);
        return;
      }
      html.add("<td class=\"{}\"><p lang=\"{}\">", side, lang);
      FoundPlaces.write(html, text, spans);
      html.add("</p></td>");
    }
  }
}
