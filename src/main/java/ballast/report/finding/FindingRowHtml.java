package ballast.report.finding;

import ballast.bitext.Lang;
import ballast.bitext.Location;
import ballast.bitext.Span;
import ballast.check.Finding;
import ballast.check.LocatedFinding;
import ballast.check.Passage;
import ballast.report.page.HtmlText;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;

/** The findings of a page, each a body of the table: what is wrong, below it both texts. */
final class FindingRowHtml {

  private final Writer out;
  private final Map<String, String> names;

  /**
   * @param names the Chinese of terms, by id
   */
  FindingRowHtml(Writer out, Map<String, String> names) {
    this.out = out;
    this.names = names;
  }

  /** A line above the findings of a file. */
  void writeFile(String file) throws IOException {
    out.write("<tbody class=\"file\" data-file=\"" + HtmlText.escape(file) + "\"><tr>");
    out.write("<th colspan=\"3\" scope=\"rowgroup\"><bdi>" + HtmlText.visible(file));
    out.write("</bdi></th></tr></tbody>\n");
  }

  void write(LocatedFinding checked, int number) throws IOException {
    Finding finding = checked.finding();
    Passage passage = checked.place().value();
    out.write("<tbody class=\"finding " + finding.severity().label() + " rule-" + finding.rule());
    out.write("\" id=\"f" + number + "\" data-term=\"" + HtmlText.escape(finding.term()));
    out.write("\" data-file=\"" + HtmlText.escape(checked.location().file()) + "\">\n<tr>");
    writeWhat(checked, number);
    writeMessage(finding);
    out.write("</tr>\n<tr class=\"texts\">");
    writeSide("source", passage.sourceLang(), passage.source(), finding.source());
    writeSide("target", passage.targetLang(), passage.target(), finding.target());
    out.write("</tr>\n</tbody>\n");
  }

  private void writeWhat(LocatedFinding checked, int number) throws IOException {
    Finding finding = checked.finding();
    out.write("<th scope=\"rowgroup\" rowspan=\"2\" class=\"what\"><a class=\"no\" href=\"#f");
    out.write(number + "\">" + number + "</a> <span class=\"severity\">");
    out.write(FindingHtml.name(finding.severity()) + "</span> <span class=\"rule\">");
    out.write(finding.rule());
    out.write("</span> <span class=\"place\">" + place(checked) + "</span></th>");
  }

  private static String place(LocatedFinding checked) {
    Location target = checked.location();
    Location source = checked.sourceLocation();
    String place = "line " + target.line() + ", column " + target.column();
    return source.equals(target) ? place : place + "; source line " + source.line();
  }

  private void writeMessage(Finding finding) throws IOException {
    out.write("<td colspan=\"2\" class=\"message\"><p>" + HtmlText.visible(finding.message()));
    out.write("</p><div class=\"also\">");
    if (!finding.suggestions().isEmpty()) {
      out.write("<p class=\"better\">Instead: ");
      for (int i = 0; i < finding.suggestions().size(); i++) {
        out.write(i == 0 ? "" : ", ");
        out.write("<ins>" + HtmlText.visible(finding.suggestions().get(i)) + "</ins>");
      }
      out.write("</p>");
    }
    if (!finding.term().isEmpty()) {
      String zh = names.getOrDefault(finding.term(), "");
      out.write("<p class=\"term soft\">Term: <bdi lang=\"zh\">" + HtmlText.visible(zh));
      out.write("</bdi> <bdi>" + HtmlText.visible(finding.term()) + "</bdi></p>");
    }
    out.write("</div></td>");
  }

  private void writeSide(String side, Lang lang, String text, List<Span> spans) throws IOException {
    if (text.isBlank()) {
      out.write("<td class=\"" + side + " none\"><p class=\"soft\">no translation</p></td>");
      return;
    }
    out.write("<td class=\"" + side + "\"><p lang=\"" + HtmlText.escape(lang.toString()) + "\">");
    int at = 0;
    for (Span span : spans) {
      // Places may lie in each other; what is marked once is not marked again.
      int start = Math.max(at, span.start());
      if (span.end() > start) {
        out.write(HtmlText.visible(text.substring(at, start)) + "<mark>");
        out.write(HtmlText.visible(text.substring(start, span.end())) + "</mark>");
        at = span.end();
      }
    }
    out.write(HtmlText.visible(text.substring(at)) + "</p></td>");
  }
}
