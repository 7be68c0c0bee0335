package ballast.report.finding;

import ballast.check.LocatedFinding;
import ballast.check.TermFigures;
import ballast.report.page.HtmlText;
import java.io.IOException;
import java.io.Writer;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How every term was translated: a row each, with a bar of its renderings. */
final class TermFigureHtml {

  /** Looks that allowed renderings have in a bar, the commonest first; then they come again. */
  private static final int LOOKS = 4;

  /** Renderings named below a bar; the rest is counted. */
  private static final int NAMED = 6;

  private final Writer out;

  /** Numbers of the first finding about a term, and how many there are. */
  private final Map<String, Integer> first = new HashMap<>();

  private final Map<String, Integer> counts = new HashMap<>();

  /**
   * @param findings those on the page, in their order
   */
  TermFigureHtml(Writer out, List<LocatedFinding> findings) {
    this.out = out;
    for (int i = 0; i < findings.size(); i++) {
      String term = findings.get(i).finding().term();
      first.putIfAbsent(term, i + 1);
      counts.merge(term, 1, Integer::sum);
    }
  }

  /** Writes the table; those first that are most often not rendered as the glossary says. */
  void write(List<TermFigures> terms) throws IOException {
    out.write("<section id=\"terms\" tabindex=\"-1\">\n<h2>Terms</h2>\n");
    if (terms.isEmpty()) {
      out.write("<p class=\"nothing\">No term of the glossary occurs.</p>\n</section>\n");
      return;
    }
    out.write("<p class=\"soft\">Counted over pairs of texts in which a term occurs; those with");
    out.write(" most to put right come first.</p>\n<table class=\"terms\">\n");
    out.write("<caption>How the terms were translated</caption>\n<thead><tr>");
    out.write("<th scope=\"col\" class=\"term\">Term</th>");
    for (String head : List.of("Occurs", "Pairs", "Exact", "Inflected", "Forbidden", "Missing")) {
      out.write("<th scope=\"col\" class=\"number\">" + head + "</th>");
    }
    out.write("<th scope=\"col\" class=\"renderings\">Renderings</th></tr></thead>\n<tbody>\n");
    for (TermFigures term :
        terms.stream().sorted(Comparator.comparing(t -> -t.missing() - t.forbidden())).toList()) {
      write(term);
    }
    out.write("</tbody>\n</table>\n</section>\n");
  }

  private void write(TermFigures term) throws IOException {
    out.write(
        "<tr><th scope=\"row\" class=\"term\"><bdi lang=\"zh\">" + HtmlText.visible(term.zh()));
    out.write("</bdi> <bdi class=\"soft\">" + HtmlText.visible(term.id()) + "</bdi>");
    Integer number = first.get(term.id());
    if (number != null) {
      int count = counts.getOrDefault(term.id(), 0);
      out.write(" <a href=\"#f" + number + "\" data-term=\"" + HtmlText.escape(term.id()) + "\">");
      out.write(count + (count == 1 ? " finding" : " findings") + "</a>");
    }
    out.write("</th>");
    number("occurs", term.occurrences(), false);
    number("pairs", term.passages(), false);
    number("exact", term.exact(), false);
    number("inflected", term.inflected(), false);
    number("forbidden", term.forbidden(), true);
    number("missing", term.missing(), true);
    out.write("<td class=\"renderings\">");
    writeBar(term);
    writeNames(term);
    out.write("</td></tr>\n");
  }

  private void number(String label, int value, boolean bad) throws IOException {
    String look = value == 0 ? "number zero" : bad ? "number bad" : "number";
    out.write("<td class=\"" + look + "\" data-label=\"" + label + "\">" + value + "</td>");
  }

  /** A second way to what the names say: not for screen readers. */
  private void writeBar(TermFigures term) throws IOException {
    out.write("<svg class=\"meter bar\" viewBox=\"0 0 100 8\" preserveAspectRatio=\"none\"");
    out.write(" aria-hidden=\"true\"><rect class=\"all\" width=\"100\" height=\"8\"/>");
    int done = 0;
    int allowed = 0;
    for (Map.Entry<String, Integer> rendering : term.renderings().entrySet()) {
      String look = look(term, rendering.getKey(), allowed);
      allowed += term.wrong().contains(rendering.getKey()) ? 0 : 1;
      out.write(
          String.format(
              Locale.ROOT,
              "<rect class=\"%s\" x=\"%.2f\" y=\"%d\" width=\"%.2f\" height=\"8\"/>",
              look,
              100.0 * done / term.passages(),
              look.equals("wrong") ? 4 : 0, // lower, for who does not see the colour
              100.0 * rendering.getValue() / term.passages()));
      done += rendering.getValue();
    }
    out.write("</svg>");
  }

  private static String look(TermFigures term, String rendering, int allowed) {
    return term.wrong().contains(rendering) ? "wrong" : "r" + allowed % LOOKS;
  }

  private void writeNames(TermFigures term) throws IOException {
    out.write("<ul>");
    int allowed = 0;
    int named = 0;
    for (Map.Entry<String, Integer> rendering : term.renderings().entrySet()) {
      if (named++ == NAMED) {
        out.write("<li>and " + (term.renderings().size() - NAMED) + " more</li>");
        break;
      }
      boolean wrong = term.wrong().contains(rendering.getKey());
      String look = look(term, rendering.getKey(), allowed);
      allowed += wrong ? 0 : 1;
      out.write("<li><i class=\"key " + look + "\"></i><b>" + rendering.getValue() + "</b> <bdi>");
      out.write(HtmlText.visible(rendering.getKey()) + "</bdi>");
      out.write((wrong ? " <em>forbidden</em>" : "") + "</li>");
    }
    if (term.missing() > 0) {
      out.write("<li><i class=\"key all\"></i><b>" + term.missing() + "</b> <em>missing</em></li>");
    }
    out.write("</ul>");
  }
}
