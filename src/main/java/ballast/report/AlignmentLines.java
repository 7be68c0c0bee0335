package ballast.report;

import ballast.bitext.Bead;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;

/** The line forms of an alignment: bead lists as the literature scores them, and TSV. */
public final class AlignmentLines {

  private AlignmentLines() {}

  /** One {@code [0]:[0, 1]} a bead, sentence numbers 0-based. */
  public static void writeBeads(Writer out, AlignedText text) throws IOException {
    for (Bead bead : text.alignment().beads()) {
      out.write(bead.toIndexLists());
      out.write("\n");
    }
  }

  /**
   * One bead a line: source, target, confidence, shape. An empty cell is a missing partner. Tabs
   * and line breaks inside a cell are escaped as {@code \t \n \r}, a backslash as {@code \\}.
   */
  public static void writeTsv(Writer out, AlignedText text) throws IOException {
    for (Bead bead : text.alignment().beads()) {
      out.write(
          TsvLine.of(
              text.alignment().sourceText(bead),
              text.alignment().targetText(bead),
              String.format(Locale.ROOT, "%.2f", bead.confidence()),
              bead.shape()));
      out.write("\n");
    }
  }
}
