package ballast.report.alignment;

import ballast.bitext.Alignment;
import ballast.bitext.Bead;
import ballast.bitext.BlockType;
import ballast.bitext.Segment;
import ballast.format.table.SafeCell;
import ballast.format.table.TsvLine;
import ballast.workflow.align.AlignedText;
import java.io.IOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Writes alignments as lines: bead lists, which the literature uses for scoring, and TSV. */
final class AlignmentLines {

  private AlignmentLines() {}

  /** Writes one {@code [0]:[0, 1]} for each bead, with 0-based sentence numbers. */
  static void writeBeads(Writer out, AlignedText text) throws IOException {
    for (Bead bead : text.alignment().beads()) {
      out.write(bead.toIndexLists());
      out.write("\n");
    }
  }

  /**
   * Writes one bead per line: source, target, confidence, shape. An empty cell is a missing
   * partner. Tabs and line breaks inside a cell are escaped as {@code \t \n \r}, a backslash as
   * {@code \\}; a cell that a spreadsheet program would take for a formula is a {@link SafeCell}.
   * Code, which is not text, is left out.
   */
  static void writeTsv(Writer out, AlignedText text) throws IOException {
    for (Bead bead : text.alignment().beads()) {
      if (isCode(text.alignment(), bead)) {
        continue;
      }
      writeLine(
          out,
          text.alignment().sourceText(bead),
          text.alignment().targetText(bead),
          String.format(Locale.ROOT, "%.2f", bead.confidence()),
          bead.shape());
    }
  }

  private static boolean isCode(Alignment alignment, Bead bead) {
    return Stream.concat(
            bead.source().of(alignment.source()).stream(),
            bead.target().of(alignment.target()).stream())
        .allMatch(segment -> segment.type() == BlockType.CODE);
  }

  /**
   * Writes the cells of {@link #writeTsv}, with the beads that need a look first and then the rest,
   * document by document. Each line has these further cells: the bead's number in its document, why
   * it needs a look (empty if it does not), the places of the first sentence on either side, and
   * the reasons.
   */
  static void writeReviewTsv(Writer out, List<AlignedText> texts) throws IOException {
    for (AlignedText text : texts) {
      for (int position : Attention.inReviewOrder(text)) {
        writeReviewed(out, text, position);
      }
    }
    for (AlignedText text : texts) {
      for (int position : Attention.theRest(text)) {
        writeReviewed(out, text, position);
      }
    }
  }

  private static void writeReviewed(Writer out, AlignedText text, int position) throws IOException {
    Alignment alignment = text.alignment();
    Bead bead = alignment.beads().get(position);
    writeLine(
        out,
        alignment.sourceText(bead),
        alignment.targetText(bead),
        String.format(Locale.ROOT, "%.2f", bead.confidence()),
        bead.shape(),
        Integer.toString(position + 1),
        Attention.mark(text, bead),
        place(bead.source().of(alignment.source())),
        place(bead.target().of(alignment.target())),
        String.join("; ", bead.reasons()));
  }

  private static void writeLine(Writer out, String... cells) throws IOException {
    out.write(TsvLine.of(Arrays.stream(cells).map(SafeCell::written).toArray(String[]::new)));
    out.write("\n");
  }

  private static String place(List<Segment> segments) {
    return segments.isEmpty() ? "" : ReviewText.place(segments.get(0));
  }
}
