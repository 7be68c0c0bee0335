package ballast.app.revisions;

import ballast.app.page.Html;
import ballast.revise.Change;
import ballast.revise.Edit;
import ballast.revise.EditRate;
import ballast.revise.TermEffect;
import java.io.IOException;
import java.util.List;

/** Writes the changes of a page, each as a {@code tbody} of the table. */
final class ChangeHtml {

  private final Html html;
  private final ComparedVersions compared;
  private final boolean sources;
  private final SideHtml sides;

  ChangeHtml(Html html, ComparedVersions compared, boolean sources) {
    this.html = html;
    this.compared = compared;
    this.sources = sources;
    this.sides = new SideHtml(html);
  }

  void write(Change change, int number) throws IOException {
    html.add("<tbody class=\"change {}\" id=\"c{}\">\n<tr>", classes(change), number);
    writeWhat(change, number);
    if (sources) {
      sides.writeSources(change.sources(), compared.sourceLanguage());
    }
    sides.writeOld(change, compared.old());
    sides.writeNew(change, compared.revised());
    html.add("</tr>\n");
    if (!change.terms().isEmpty()) {
      writeTerms(change.terms());
    }
    html.add("</tbody>\n");
  }

  static String classes(Change change) {
    StringBuilder classes = new StringBuilder(change.kind().label());
    for (Edit.Kind kind : Edit.Kind.values()) {
      if (change.has(kind) || (kind == Edit.Kind.TERM && !change.terms().isEmpty())) {
        classes.append(" has-").append(kind.label());
      }
    }
    if (change.isFormatOnly()) {
      classes.append(" format-only");
    }
    for (EditRate.Band band : EditRate.Band.values()) {
      if (EditRate.Band.of(change.rate().rate()).compareTo(band) >= 0) {
        String from = band.label().split("-", -1)[0];
        classes.append(" from-").append(from);
      }
    }
    return classes.toString();
  }

  private void writeWhat(Change change, int number) throws IOException {
    html.add("<th scope=\"row\" class=\"what\"><a class=\"no\" href=\"#c{}\">", number);
    html.add("{}</a> <span class=\"kind\">{}</span>", number, change.kind().inWords());
    writeFacts(change);
    html.add("</th>");
  }

  void writeFacts(Change change) throws IOException {
    if (change.old().sentences().size() + change.revised().sentences().size() > 2) {
      html.add(
          " <span class=\"soft\">{} &#8594; {}</span>",
          change.old().sentences().size(),
          change.revised().sentences().size());
    }
    if (!change.edits().isEmpty()) {
      double rate = change.rate().rate();
      html.add("<span class=\"rate\">{}</span>", DiffTotals.percent(rate));
      html.meter(Math.max(1, Math.round(100 * rate)), "share");
    }
    String kinds = DiffText.classes(change);
    if (!kinds.isEmpty()) {
      html.add("<span class=\"tags\">");
      for (String kind : kinds.split(", ", -1)) {
        html.add("<span class=\"tag {}\">{}</span> ", kind, kind);
      }
      html.add("</span>");
    }
    if (change.kind() != Change.Kind.UNCHANGED) {
      html.add("<span class=\"place\">{}</span>", place(change));
    }
    String authors = RevisionAuthors.inWords(change, compared);
    if (!authors.isEmpty()) {
      html.add("<span class=\"place\">{}</span>", authors);
    }
  }

  private static String place(Change change) {
    int old = change.old().line();
    int revised = change.revised().line();
    boolean moved = change.kind() == Change.Kind.MOVED;
    if (old == 0 && revised == 0) {
      return moved
          ? arrow("no. ", change.old().position() + 1, change.revised().position() + 1)
          : "";
    }
    if (old == 0 || revised == 0) {
      return (old == 0 ? change.revised() : change.old()).lineOrPlace();
    }
    int from = change.old().inParagraph();
    int to = change.revised().inParagraph();
    return moved && old == revised && from != to
        ? arrow(change.old().lineOrPlace() + ", sentence ", from, to)
        : arrow(change.old(), change.revised());
  }

  private static String arrow(Change.Side old, Change.Side revised) {
    if (old.place().isEmpty()) {
      return arrow("line ", old.line(), revised.line());
    }
    String from = old.place();
    return from.equals(revised.place()) ? from : from + " \u2192 " + revised.place();
  }

  private static String arrow(String what, int from, int to) {
    return what + from + (from == to ? "" : " \u2192 " + to);
  }

  private void writeTerms(List<TermEffect> terms) throws IOException {
    html.add("<tr class=\"terms\"><td colspan=\"{}\"><ul>", sources ? 4 : 3);
    for (TermEffect effect : terms) {
      String kind = effect.kind().label();
      String label = kind.equals("open") ? "term still open" : "term " + kind;
      html.add("<li class=\"term-{}\"><b>{}</b> ", kind, label);
      html.add("<span lang=\"{}\">", compared.sourceLanguage());
      html.add("{}</span>: {}</li>", effect.problem().term(), effect.problem().message());
    }
    html.add("</ul></td></tr>\n");
  }
}
