package ballast.report.finding;

import ballast.bitext.Lang;
import ballast.bitext.Location;
import ballast.bitext.Severity;
import ballast.bitext.Span;
import ballast.check.Finding;
import ballast.check.LocatedFinding;
import ballast.check.Passage;
import ballast.report.page.Html;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * Writes the findings of a page, each as a {@code tbody} of the table: the message, with both texts
 * below it.
 */
final class FindingRowHtml {

  private final Html html;
  private final Map<String, String> names;

  /**
   * @param names the Chinese terms by id
   */
  FindingRowHtml(Html html, Map<String, String> names) {
    this.html = html;
    this.names = names;
  }

  /** Writes a row with the name of a file above its findings. */
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

  /** The name of a severity on the page. */
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

  private void writeSide(String side, Lang lang, String text, List<Span> spans) throws IOException {
    if (text.isBlank()) {
      html.add("<td class=\"{} none\"><p class=\"soft\">no translation</p></td>", side);
      return;
    }
    html.add("<td class=\"{}\"><p lang=\"{}\">", side, lang);
    FoundPlaces.write(html, text, spans);
    html.add("</p></td>");
  }
}
