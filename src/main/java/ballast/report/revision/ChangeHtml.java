package ballast.report.revision;

import ballast.report.page.HtmlText;
import ballast.revise.Change;
import ballast.revise.ChangeKind;
import ballast.revise.EditClass;
import ballast.revise.RateBand;
import ballast.revise.TermEffect;
import ballast.workflow.revise.ComparedVersions;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** Writes the changes of a page, each as a {@code tbody} of the table. */
final class ChangeHtml {

  private final Writer out;
  private final ComparedVersions compared;
  private final boolean sources;
  private final boolean remarks;
  private final SideHtml sides;

  /**
   * @param sources whether the table has a column for the source
   * @param remarks whether it has columns for handwritten remarks
   */
  ChangeHtml(Writer out, ComparedVersions compared, boolean sources, boolean remarks) {
    this.out = out;
    this.compared = compared;
    this.sources = sources;
    this.remarks = remarks;
    this.sides = new SideHtml(out);
  }

  void write(Change change, int number) throws IOException {
    out.write("<tbody class=\"change " + classes(change) + "\" id=\"c" + number + "\">\n<tr>");
    writeWhat(change, number);
    if (sources) {
      sides.writeSources(change.sources(), compared.sourceLanguage());
    }
    sides.writeOld(change, compared.old());
    sides.writeNew(change, compared.revised());
    if (remarks) {
      out.write("<td class=\"remark\"></td><td class=\"answer\">&#9744; yes<br>&#9744; no</td>");
    }
    out.write("</tr>\n");
    if (!change.terms().isEmpty()) {
      writeTerms(change.terms());
    }
    out.write("</tbody>\n");
  }

  private static String classes(Change change) {
    StringBuilder classes = new StringBuilder(change.kind().label());
    for (EditClass kind : EditClass.values()) {
      if (change.has(kind) || (kind == EditClass.TERM && !change.terms().isEmpty())) {
        classes.append(" has-").append(kind.label());
      }
    }
    if (change.isFormatOnly()) {
      classes.append(" format-only");
    }
    for (RateBand band : RateBand.values()) {
      if (RateBand.of(change.rate().rate()).compareTo(band) >= 0) {
        String from = band.label().split("-", -1)[0];
        classes.append(" from-").append(from);
      }
    }
    return classes.toString();
  }

  private void writeWhat(Change change, int number) throws IOException {
    String id = "c" + number;
    out.write("<th scope=\"row\" class=\"what\"><a class=\"no\" href=\"#" + id + "\">");
    out.write(number + "</a> <span class=\"kind\">" + change.kind().inWords() + "</span>");
    if (change.old().sentences().size() + change.revised().sentences().size() > 2) {
      out.write(" <span class=\"soft\">" + change.old().sentences().size() + " &#8594; ");
      out.write(change.revised().sentences().size() + "</span>");
    }
    if (!change.edits().isEmpty()) {
      long percent = Math.max(1, Math.round(100 * change.rate().rate()));
      out.write("<span class=\"rate\">" + percent + " %</span>");
      out.write(TotalsHtml.meter(percent, "share"));
    }
    String kinds = DiffText.classes(change);
    if (!kinds.isEmpty()) {
      out.write("<span class=\"tags\">");
      for (String kind : kinds.split(", ", -1)) {
        out.write("<span class=\"tag " + kind + "\">" + kind + "</span> ");
      }
      out.write("</span>");
    }
    if (change.kind() != ChangeKind.UNCHANGED) {
      out.write("<span class=\"place\">" + place(change) + "</span>");
    }
    out.write("</th>");
  }

  private static String place(Change change) {
    int old = change.old().line();
    int revised = change.revised().line();
    boolean moved = change.kind() == ChangeKind.MOVED;
    if (old == 0 && revised == 0) {
      return moved
          ? arrow("no. ", change.old().position() + 1, change.revised().position() + 1)
          : "";
    }
    if (old == 0 || revised == 0) {
      return "line " + Math.max(old, revised);
    }
    int from = change.old().inParagraph();
    int to = change.revised().inParagraph();
    return moved && old == revised && from != to
        ? arrow("line " + old + ", sentence ", from, to)
        : arrow("line ", old, revised);
  }

  private static String arrow(String what, int from, int to) {
    return what + from + (from == to ? "" : " &#8594; " + to);
  }

  private void writeTerms(List<TermEffect> terms) throws IOException {
    out.write("<tr class=\"terms\"><td colspan=\"");
    out.write((sources ? 4 : 3) + (remarks ? 2 : 0) + "\"><ul>");
    for (TermEffect effect : terms) {
      String kind = effect.kind().label();
      String label = kind.equals("open") ? "term still open" : "term " + kind;
      out.write("<li class=\"term-" + kind + "\"><b>" + label + "</b> ");
      out.write("<span lang=\"" + HtmlText.escape(compared.sourceLanguage()) + "\">");
      out.write(HtmlText.visible(effect.problem().term()) + "</span>: ");
      out.write(HtmlText.visible(effect.problem().message()) + "</li>");
    }
    out.write("</ul></td></tr>\n");
  }
}
