package ballast.report.revision;

import ballast.report.page.HtmlPage;
import ballast.report.page.HtmlText;
import ballast.report.page.PageRows;
import ballast.revise.ChangedBy;
import ballast.revise.ThreeWayChange;
import ballast.workflow.revise.ThreeView;
import java.io.IOException;
import java.io.Writer;
import java.util.Map;

/**
 * Who changed what of a draft, as one self-contained page: the draft beside both reviews, each with
 * what it changed. The filters are style only; there is no script.
 */
public final class ThreeHtml {

  private final Writer out;
  private final ThreeView view;
  private final SideHtml texts;
  private final boolean sources;

  private ThreeHtml(Writer out, ThreeView view) {
    this.out = out;
    this.view = view;
    this.texts = new SideHtml(out);
    this.sources = view.passages().stream().anyMatch(passage -> !passage.sources().isEmpty());
  }

  /** Writes the page, what nobody changed too, which is shown when asked for. */
  public static void write(Writer out, ThreeView view) throws IOException {
    new ThreeHtml(out, view).write();
  }

  private void write() throws IOException {
    HtmlPage.writeHead(out, "Who changed " + view.draft().name(), "diff.css", "");
    out.write("<header>\n<h1>" + HtmlText.visible(view.draft().name()) + "</h1>\n");
    out.write("<p class=\"soft\">reviewed by " + HtmlText.visible(view.first().name()));
    out.write(view.apart() ? " and by " : ", then by ");
    out.write(HtmlText.visible(view.second().name()) + "</p>\n</header>\n");
    figures();
    PageRows<ThreeWayChange> rows =
        PageRows.of(view.passages(), 0, passage -> passage.part() == ChangedBy.NOBODY);
    filters();
    out.write(rows.leftOut("The other forms hold all."));
    out.write("<main id=\"changes\">\n<table class=\"three-versions\">\n<thead><tr>");
    head("Who", " class=\"what\"");
    if (sources) {
      head("Source", "");
    }
    head(view.draft().name(), "");
    head(view.first().name(), "");
    head(view.second().name(), "");
    out.write("</tr></thead>\n");
    for (PageRows.Row<ThreeWayChange> row : rows.rows()) {
      row(row.value(), row.number());
    }
    out.write("</table>\n</main>\n");
    HtmlPage.writeFoot(out);
  }

  private void head(String text, String attributes) throws IOException {
    out.write("<th scope=\"col\"" + attributes + ">" + HtmlText.visible(text) + "</th>");
  }

  private void figures() throws IOException {
    out.write("<dl class=\"figures\">\n");
    figure("of the words by " + view.first().name(), DiffText.percent(view.firstRate().rate()));
    figure("of the words by " + view.second().name(), DiffText.percent(view.secondRate().rate()));
    for (Map.Entry<ChangedBy, Integer> count : view.counts().entrySet()) {
      if (count.getValue() > 0) {
        figure(view.inWords(count.getKey()), count.getValue().toString());
      }
    }
    out.write("</dl>\n");
  }

  private void figure(String name, String value) throws IOException {
    out.write("<div><dt>" + HtmlText.visible(name) + "</dt><dd>" + value + "</dd></div>\n");
  }

  private void filters() throws IOException {
    out.write("<form class=\"filters\" aria-label=\"Filters\">\n<fieldset><legend>Show</legend>\n");
    for (Map.Entry<ChangedBy, Integer> count : view.counts().entrySet()) {
      if (count.getValue() > 0) {
        String label = count.getKey().label();
        boolean on = count.getKey() != ChangedBy.NOBODY || view.all();
        out.write("<label><input type=\"checkbox\" id=\"by-" + label + "\"");
        out.write((on ? " checked" : "") + "> ");
        out.write(HtmlText.visible(view.inWords(count.getKey())) + " " + count.getValue());
        out.write("</label>\n");
      }
    }
    out.write("</fieldset>\n</form>\n");
  }

  private void row(ThreeWayChange passage, int number) throws IOException {
    ChangedBy part = passage.part();
    String id = "c" + number;
    String kind = part == ChangedBy.NOBODY ? " unchanged" : "";
    out.write("<tbody class=\"change by-" + part.label() + kind + "\" id=\"" + id + "\">\n<tr>");
    out.write("<th scope=\"row\" class=\"what\"><a class=\"no\" href=\"#" + id + "\">" + number);
    out.write("</a> <span class=\"kind\">" + HtmlText.visible(view.inWords(part)) + "</span>");
    if (passage.moved()) {
      out.write("<span class=\"tags\"><span class=\"tag\">moved</span></span>");
    }
    out.write("</th>");
    if (sources) {
      writeSources(passage);
    }
    texts.writePlain(passage.draft(), view.draft());
    texts.writeBoth(passage.first(), view.first());
    texts.writeBoth(passage.second(), view.second());
    out.write("</tr>\n</tbody>\n");
  }

  private void writeSources(ThreeWayChange passage) throws IOException {
    out.write("<td class=\"source\">");
    for (String source : passage.sources()) {
      out.write("<p lang=\"" + HtmlText.escape(view.sourceLanguage()) + "\">");
      out.write(HtmlText.visible(source) + "</p>");
    }
    out.write("</td>");
  }
}
