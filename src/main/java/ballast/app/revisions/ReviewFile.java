package ballast.app.revisions;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.app.page.Form;
import ballast.app.page.Html;
import ballast.app.page.HtmlPage;
import ballast.bitext.CountedNoun;
import ballast.bitext.Sha256;
import ballast.format.table.TableFile;
import ballast.format.table.TableSheet;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Writes the changes to review in one of the forms.
 *
 * @param form CSV or Excel, which can be read back, or HTML, a page that saves the answers as CSV
 */
public record ReviewFile(Form form) {

  /** Reason for skipping a line. */
  public static final String TOO_LONG = "it is longer than a cell can be";

  /**
   * Returns the lines that fit the form. The cells of a table have a limit. A page shows longer
   * lines too, but accepts no answer to them.
   */
  public List<ReviewLine> fitting(ReviewExport.Result review) {
    return form == Form.HTML
        ? review.lines()
        : review.lines().stream().filter(ReviewSheet::fits).toList();
  }

  /** Returns the other lines, which are skipped as {@link #TOO_LONG}. */
  public List<ReviewLine> leftOut(ReviewExport.Result review) {
    return form == Form.HTML
        ? List.of()
        : review.lines().stream().filter(line -> !ReviewSheet.fits(line)).toList();
  }

  /**
   * Writes the lines that fit.
   *
   * @param stream stays open
   */
  public void write(OutputStream stream, ReviewExport.Result review) throws IOException {
    switch (form) {
      case XLSX -> TableFile.writeXlsx(stream, ReviewSheet.of(fitting(review)));
      case CSV -> TableFile.writeCsv(stream, ReviewSheet.of(fitting(review)));
      case HTML -> {
        Writer out = new OutputStreamWriter(stream, UTF_8);
        new ReviewHtml(out, review).write();
        out.flush();
      }
      default -> throw new IllegalStateException("a review is not written as " + form);
    }
  }

  /**
   * Writes the changes to review as a page to answer in a browser or on paper. Its script saves the
   * answers as the CSV of {@link ReviewSheet}; each row carries its cells. Without script the page
   * can be read and printed, with room to write.
   */
  private static final class ReviewHtml {

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

    void write() throws IOException {
      List<ReviewLine> answered = lines.stream().filter(ReviewSheet::fits).toList();
      TableSheet sheet = ReviewSheet.of(answered);
      HtmlPage.writeFormHead(
          out, "Review of " + compared.revised().name(), "diff.css", "review.js");
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
     * @param cells cells of its table row; empty if no table can hold it
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

    /** Returns the name of the answer file, without characters that file systems might refuse. */
    private String file() {
      String name = compared.revised().name();
      String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
      return last.replaceAll("[^\\p{L}\\p{M}\\p{N}._-]+", "-") + ".review.csv";
    }

    /** Identifies this table, so that the browser can store unsaved answers under the digest. */
    private static String digest(TableSheet sheet) {
      String keys = sheet.rows().stream().map(row -> row.get(row.size() - 1)).toList().toString();
      return Sha256.hex(keys).substring(0, DIGITS);
    }
  }

  /**
   * Encodes cells of a table as an attribute of a page, so that its script reads them back
   * unchanged: a JSON array with every character escaped that the page would make visible.
   */
  private static final class AnswerData {

    private AnswerData() {}

    static String of(List<String> cells) {
      return cells.stream().map(AnswerData::quoted).collect(Collectors.joining(",", "[", "]"));
    }

    private static String quoted(String cell) {
      StringBuilder quoted = new StringBuilder(cell.length() + 16).append('"');
      cell.codePoints()
          .forEach(
              c -> {
                if (c == '"' || c == '\\' || isEscaped(c)) {
                  for (char unit : Character.toChars(c)) {
                    quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) unit));
                  }
                } else {
                  quoted.appendCodePoint(c);
                }
              });
      return quoted.append('"').toString();
    }

    private static boolean isEscaped(int c) {
      return switch (Character.getType(c)) {
        case Character.CONTROL,
            Character.FORMAT,
            Character.SURROGATE,
            Character.LINE_SEPARATOR,
            Character.PARAGRAPH_SEPARATOR,
            Character.PRIVATE_USE,
            Character.UNASSIGNED ->
            true;
        default -> false;
      };
    }
  }
}
