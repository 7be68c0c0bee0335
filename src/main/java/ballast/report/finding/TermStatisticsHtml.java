package ballast.report.finding;

import ballast.check.LocatedFinding;
import ballast.check.TermCounts;
import ballast.report.page.Html;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes how every term was translated: a row for each, with a bar of its renderings. */
final class TermStatisticsHtml {

  /**
   * Number of looks for allowed renderings in a bar, the commonest rendering first; then they
   * repeat.
   */
  private static final int LOOKS = 4;

  /** Number of renderings that are named below a bar; the others are counted. */
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
   * Writes the table, beginning with the terms that are most often not rendered as the glossary
   * says.
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
          look.equals("wrong") ? 4 : 0, // lower, for who does not see the colour
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
