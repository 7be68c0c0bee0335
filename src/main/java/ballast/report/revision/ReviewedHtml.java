package ballast.report.revision;

import ballast.report.page.HtmlText;
import ballast.revise.ChangedBy;
import ballast.revise.RevisedPassage;
import ballast.workflow.revise.ComparedVersions;
import java.io.IOException;
import java.io.Writer;

/** Writes the passages of a page of two reviews, each as a {@code tbody} of the table. */
final class ReviewedHtml {

  private final Writer out;
  private final ComparedVersions compared;
  private final boolean sources;
  private final SideHtml sides;

  /**
   * @param sources whether the table has a column for the source
   */
  ReviewedHtml(Writer out, ComparedVersions compared, boolean sources) {
    this.out = out;
    this.compared = compared;
    this.sources = sources;
    this.sides = new SideHtml(out);
  }

  void write(RevisedPassage passage, int number) throws IOException {
    ChangedBy by = passage.by();
    String id = "c" + number;
    String kind = by == ChangedBy.NOBODY ? " unchanged" : "";
    out.write("<tbody class=\"change by-" + by.label() + kind + "\" id=\"" + id + "\">\n<tr>");
    out.write("<th scope=\"row\" class=\"what\"><a class=\"no\" href=\"#" + id + "\">" + number);
    out.write("</a> <span class=\"kind\">" + HtmlText.visible(compared.inWords(by)) + "</span>");
    if (passage.moved()) {
      out.write("<span class=\"tags\"><span class=\"tag\">moved</span></span>");
    }
    out.write("</th>");
    if (sources) {
      sides.writeSources(passage.sources(), compared.sourceLanguage());
    }
    sides.writePlain(passage.old(), compared.old());
    for (int i = 0; i < passage.changes().size(); i++) {
      sides.writeBoth(passage.changes().get(i), compared.reviews().get(i));
    }
    out.write("</tr>\n</tbody>\n");
  }
}
