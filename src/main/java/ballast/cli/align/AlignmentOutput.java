package ballast.cli.align;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.bitext.Lang;
import ballast.cli.option.DoubtfulUnits;
import ballast.cli.option.Form;
import ballast.format.unit.SinkOptions;
import ballast.format.unit.UnitFormat;
import ballast.format.unit.UnitSink;
import ballast.format.unit.XliffVersion;
import ballast.report.alignment.AlignmentHtml;
import ballast.report.alignment.AlignmentJson;
import ballast.report.alignment.AlignmentLines;
import ballast.report.alignment.PairsText;
import ballast.report.alignment.ReviewText;
import ballast.report.page.Style;
import ballast.workflow.align.AlignedText;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes aligned articles in one of the forms.
 *
 * @param format which form
 * @param style the style of text, used if the form is text
 * @param review whether doubtful beads come first, in the forms that can do so
 * @param doubtful which units go into a file of units
 * @param xliff the version, used if the form is XLIFF
 * @param warnings receives warnings about the written data
 */
record AlignmentOutput(
    Form format,
    Style style,
    boolean review,
    DoubtfulUnits doubtful,
    XliffVersion xliff,
    Consumer<String> warnings) {

  /** Writes articles in a form that holds beads. */
  void write(OutputStream stream, List<AlignedText> texts) throws IOException {
    Writer out = new OutputStreamWriter(stream, UTF_8);
    if (format == Form.HTML) {
      new AlignmentHtml(out).write(texts);
    } else if (isReview()) {
      writeReview(out, texts);
    } else {
      for (AlignedText text : texts) {
        write(out, text);
      }
    }
    out.flush();
  }

  /** Whether the articles must be written together, in one call. */
  boolean needsAll() {
    return format == Form.HTML || isReview();
  }

  private boolean isReview() {
    return review && AlignForms.hasReviewOrder(format);
  }

  private void write(Writer out, AlignedText text) throws IOException {
    switch (format) {
      case TEXT -> {
        PrintWriter printer = new PrintWriter(out);
        new PairsText(printer, style).write(text);
        printer.flush();
      }
      case TSV -> AlignmentLines.writeTsv(out, text);
      case JSON -> AlignmentJson.write(out, text);
      case BEADS -> AlignmentLines.writeBeads(out, text);
      default -> throw new IllegalStateException(format + " is not written article by article");
    }
  }

  private void writeReview(Writer out, List<AlignedText> texts) throws IOException {
    if (format == Form.TSV) {
      AlignmentLines.writeReviewTsv(out, texts);
      return;
    }
    PrintWriter printer = new PrintWriter(out);
    new ReviewText(printer, style).write(texts);
    printer.flush();
  }

  /**
   * Begins a file of units.
   *
   * @param source language of all source texts; null if there are several
   * @param from language of the source texts of a file that has one pair of languages
   * @param to the other one of this pair
   */
  UnitSink units(OutputStream out, @Nullable Lang source, Lang from, Lang to) throws IOException {
    UnitFormat units = format == Form.XLIFF ? UnitFormat.XLIFF : UnitFormat.TMX;
    return units.begin(out, SinkOptions.of(from, to).withSource(source).in(xliff));
  }
}
