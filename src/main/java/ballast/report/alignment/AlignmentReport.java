package ballast.report.alignment;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.bitext.Unit;
import ballast.report.page.Form;
import ballast.report.page.Style;
import ballast.workflow.align.AlignedText;
import ballast.workflow.align.AlignmentSink;
import ballast.workflow.align.RecordedUnits;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Writes the beads of aligned articles in one form. HTML, whose title counts the documents, and a
 * review, which sorts the beads of all documents, are written at the end; every other form is
 * written article by article, so that the use of memory does not grow with their number.
 */
public final class AlignmentReport implements AlignmentSink {

  private static final Set<Form> FORMS =
      EnumSet.of(Form.TEXT, Form.TSV, Form.JSON, Form.BEADS, Form.HTML);

  private final Form form;
  private final Style style;
  private final boolean isReview;
  private final Writer out;
  private final List<AlignedText> kept = new ArrayList<>();
  private int beads;

  /**
   * @param form text, TSV, JSON, beads or HTML
   * @param style the style of text
   * @param review whether doubtful beads come first, in the forms that can do so
   * @param out receives UTF-8; stays open
   */
  public AlignmentReport(Form form, Style style, boolean review, OutputStream out) {
    if (!FORMS.contains(form)) {
      throw new IllegalArgumentException("beads are not written as " + form);
    }
    this.form = form;
    this.style = style;
    this.isReview = review && hasReviewOrder(form);
    this.out = new OutputStreamWriter(out, UTF_8);
  }

  /** Whether a form can list doubtful beads first; the others keep document order. */
  public static boolean hasReviewOrder(Form form) {
    return form == Form.TEXT || form == Form.TSV;
  }

  @Override
  public Needs needs() {
    return Needs.BEADS;
  }

  @Override
  public void add(AlignedText text, List<Unit> units) {
    beads += text.alignment().beads().size();
    if (isReview || form == Form.HTML) {
      kept.add(text);
      return;
    }
    try {
      write(text);
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void finish(RecordedUnits units) {
    try {
      if (!kept.isEmpty()) {
        writeKept();
      }
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How many beads the articles have. */
  public int beads() {
    return beads;
  }

  private void write(AlignedText text) throws IOException {
    switch (form) {
      case TSV -> AlignmentLines.writeTsv(out, text);
      case JSON -> AlignmentJson.write(out, text);
      case BEADS -> AlignmentLines.writeBeads(out, text);
      default -> {
        PrintWriter printer = new PrintWriter(out);
        new PairsText(printer, style).write(text);
        printer.flush();
      }
    }
  }

  private void writeKept() throws IOException {
    switch (form) {
      case HTML -> new AlignmentHtml(out).write(kept);
      case TSV -> AlignmentLines.writeReviewTsv(out, kept);
      default -> {
        PrintWriter printer = new PrintWriter(out);
        new ReviewText(printer, style).write(kept);
        printer.flush();
      }
    }
  }
}
