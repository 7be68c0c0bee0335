package ballast.report.revision;

import ballast.bitext.CountedNoun;
import ballast.bitext.Sha256;
import ballast.format.table.TableSheet;
import ballast.report.page.Html;
import ballast.report.page.HtmlPage;
import ballast.workflow.revise.ComparedVersions;
import ballast.workflow.revise.ReviewExport;
import ballast.workflow.revise.ReviewLine;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/**
 * Writes the changes to review as a page to answer in a browser or on paper. Its script saves the
 * answers as the CSV that {@link ReviewSheet} describes; each row has its cells with it. Without a
 * script, the page can be read and printed, and there is room to write.
 */
final class ReviewHtml {

  private static final int DIGITS = 16;

  private final Writer out;
  private final Html html;
  private final ComparedVersions compared;
  private final List<ReviewLine> lines;
  private final boolean olds;
  private final ReviewLineHtml texts;

  ReviewHtml(Writer out, ReviewExport.Result review) {
    this.out = out;
    this.html = new Html(out);
    this.compared = review.compared();
    this.lines = review.lines();
    this.olds = !ReviewSheet.isAllNew(lines);
    this.texts = new ReviewLineHtml(html, review);
  }

  /** Writes the page with the lines, numbered by their places in the document. */
  void write() throws IOException {
    List<ReviewLine> answered = lines.stream().filter(ReviewSheet::fits).toList();
    TableSheet sheet = ReviewSheet.of(answered);
    HtmlPage.writeFormHead(out, "Review of " + compared.revised().name(), "diff.css", "review.js");
    writeHeader();
    html.add("<main id=\"changes\">\n<table class=\"{}\"", olds ? "review" : "review new-only");
    html.add(" data-file=\"{}\" data-review=\"{}\"", file(), digest(sheet));
    html.add(" data-columns=\"{}\">\n<thead><tr>", AnswerData.of(heads(sheet)));
    html.add("<th scope=\"col\" class=\"what\">Change</th><th scope=\"col\">Source</th>");
    html.add(olds ? "<th scope=\"col\">Old</th><th scope=\"col\">New</th>" : "");
    html.add(olds ? "" : "<th scope=\"col\">Translation</th>");
    html.add("<th scope=\"col\" class=\"remark\">Comment</th>");
    html.add("<th scope=\"col\" class=\"answer\">Accept?</th></tr></thead>\n");
    int row = 0;
    for (int i = 0; i < lines.size(); i++) {
      boolean fits = ReviewSheet.fits(lines.get(i));
      writeLine(lines.get(i), i + 1, fits ? AnswerData.of(sheet.rows().get(row++)) : "");
    }
    html.add("</table>\n");
    if (lines.isEmpty()) {
      html.add("<p class=\"nothing\">There is nothing to review.</p>\n");
    }
    html.add("</main>\n");
    HtmlPage.writeFoot(out, "review-help.html", "review.js");
  }

  private void writeHeader() throws IOException {
    html.add("<header>\n<h1>{}</h1>\n", compared.revised().name());
    html.add("<p class=\"soft\">");
    if (!compared.old().name().isEmpty()) {
      html.add("compared with {}; ", compared.old().name());
    }
    html.add("{} to review</p>\n", CountedNoun.of(lines.size(), "sentence"));
    html.add("<p class=\"soft on-paper\">Reviewer: <span class=\"blank-line\"></span> Date: ");
    html.add("<span class=\"blank-line\"></span></p>\n</header>\n");
  }

  /**
   * @param cells of its row in the table; empty if no table can hold it
   */
  private void writeLine(ReviewLine line, int row, String cells) throws IOException {
    String id = line.isRemoved() ? "r" + row : "c" + line.number();
    html.add("<tbody class=\"change {}\" id=\"{}\"", ChangeHtml.classes(line.change()), id);
    if (!cells.isEmpty()) {
      html.add(" data-cells=\"{}\"", cells);
    }
    html.add(">\n<tr>");
    texts.write(line, id);
    html.add("<td class=\"remark\"></td>");
    boolean answerable = !line.isRemoved() && !cells.isEmpty();
    html.add(answerable ? "<td class=\"answer\"><span class=\"boxes\">&#9744; yes<br>" : "");
    html.add(answerable ? "&#9744; no</span></td>" : "<td class=\"soft\">");
    html.add(answerable ? "" : line.isRemoved() ? "gone</td>" : "too long for a table</td>");
    html.add("</tr>\n</tbody>\n");
  }

  private static List<String> heads(TableSheet sheet) {
    return sheet.columns().stream().map(TableSheet.Column::head).toList();
  }

  /** The name of the file of answers, without anything that a file system might refuse. */
  private String file() {
    String name = compared.revised().name();
    String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    return last.replaceAll("[^\\p{L}\\p{M}\\p{N}._-]+", "-") + ".review.csv";
  }

  /** Tells this table from others; the browser keeps unsaved answers under it. */
  private static String digest(TableSheet sheet) {
    String keys = sheet.rows().stream().map(row -> row.get(row.size() - 1)).toList().toString();
    return Sha256.hex(keys).substring(0, DIGITS);
  }
}
