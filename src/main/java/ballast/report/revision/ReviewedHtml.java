package ballast.report.revision;

import ballast.report.page.Html;
import ballast.revise.ChangedBy;
import ballast.revise.RevisedPassage;
import ballast.workflow.revise.ComparedVersions;
import java.io.IOException;

/** Writes the passages of a page of two reviews, each as a {@code tbody} of the table. */
final class ReviewedHtml {

  private final Html html;
  private final ComparedVersions compared;
  private final boolean sources;
  private final SideHtml sides;

  /**
   * @param sources whether the table has a column for the source
   */
  ReviewedHtml(Html html, ComparedVersions compared, boolean sources) {
    this.html = html;
    this.compared = compared;
    this.sources = sources;
    this.sides = new SideHtml(html);
  }

  void write(RevisedPassage passage, int number) throws IOException {
    ChangedBy by = passage.by();
    String kind = by == ChangedBy.NOBODY ? " unchanged" : "";
    html.add("<tbody class=\"change by-{}{}\" id=\"c{}\">\n<tr>", by.label(), kind, number);
    html.add("<th scope=\"row\" class=\"what\"><a class=\"no\" href=\"#c{}\">{}", number, number);
    html.add("</a> <span class=\"kind\">{}</span>", compared.inWords(by));
    if (passage.moved()) {
      html.add("<span class=\"tags\"><span class=\"tag\">moved</span></span>");
    }
    html.add("</th>");
    if (sources) {
      sides.writeSources(passage.sources(), compared.sourceLanguage());
    }
    sides.writePlain(passage.old(), compared.old());
    for (int i = 0; i < passage.changes().size(); i++) {
      sides.writeBoth(passage.changes().get(i), compared.reviews().get(i));
    }
    html.add("</tr>\n</tbody>\n");
  }
}
