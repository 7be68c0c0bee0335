package ballast.report.alignment;

import ballast.bitext.Alignment;
import ballast.bitext.Bead;
import ballast.bitext.BlockType;
import ballast.bitext.CountedNoun;
import ballast.report.page.Style;
import ballast.report.page.TerminalText;
import ballast.workflow.align.AlignedText;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/**
 * Shows an alignment on a terminal: with both sides side by side if it is wide, otherwise one above
 * the other.
 */
final class PairsText {

  private static final int SIDE_BY_SIDE = 120;
  private static final int MARGIN = 16;
  private static final int MIN_TEXT = 20;

  private final PrintWriter out;
  private final Style style;

  PairsText(PrintWriter out, Style style) {
    this.out = out;
    this.style = style;
  }

  /** Writes one document's beads. */
  void write(AlignedText text) {
    Alignment alignment = text.alignment();
    out.println(style.strong(TerminalText.plain(text.document())));
    out.println(
        style.faint(
            String.format(
                Locale.ROOT,
                "%d %s, %d %s sentences, %s; no., confidence, shape if not 1-1",
                alignment.source().size(),
                text.source().language(),
                alignment.target().size(),
                text.target().language(),
                CountedNoun.of(alignment.beads().size(), "bead"))));
    for (int i = 0; i < alignment.beads().size(); i++) {
      write(text, i);
    }
    out.println();
  }

  /** Writes one bead, its position counted from 0. */
  void write(AlignedText text, int position) {
    Bead bead = text.alignment().beads().get(position);
    BlockType type = text.type(bead);
    String shape = bead.shape().equals("1-1") ? "" : bead.shape();
    String head =
        TerminalText.pad(
            String.format(Locale.ROOT, "%4d  %.2f %s", position + 1, bead.confidence(), shape),
            MARGIN);
    String mark = bead.isOneSided() ? "" : Attention.mark(text, bead);
    String source =
        (mark.isEmpty() ? "" : "[" + mark + "] ")
            + side(text.sourceSentences(bead), type, "(added in the translation)");
    String target = side(text.targetSentences(bead), type, "(not translated)");
    if (style.columns() >= SIDE_BY_SIDE) {
      sideBySide(head, source, target, bead);
    } else {
      stacked(head, source, target, bead);
    }
  }

  private static String side(List<String> sentences, BlockType type, String none) {
    if (sentences.isEmpty()) {
      return type.isContent() ? none : "";
    }
    String joined = TerminalText.plain(String.join(" | ", sentences));
    return type.isContent() ? joined : "[" + type.label() + "] " + joined;
  }

  private void stacked(String head, String source, String target, Bead bead) {
    int room =
        style.columns() == 0 ? Integer.MAX_VALUE : Math.max(MIN_TEXT, style.columns() - MARGIN);
    String margin = styled(head, bead);
    for (String line : TerminalText.wrap(source, room)) {
      out.println(margin + line);
      margin = " ".repeat(MARGIN);
    }
    if (!target.isEmpty()) {
      for (String line : TerminalText.wrap(target, room)) {
        out.println(" ".repeat(MARGIN) + line);
      }
    }
  }

  private void sideBySide(String head, String source, String target, Bead bead) {
    int room = (style.columns() - MARGIN - 3) / 2;
    List<String> left = TerminalText.wrap(source, room);
    List<String> right = TerminalText.wrap(target, room);
    String margin = styled(head, bead);
    for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
      String leftLine = i < left.size() ? left.get(i) : "";
      String rightLine = i < right.size() ? right.get(i) : "";
      out.println((margin + TerminalText.pad(leftLine, room) + "   " + rightLine).stripTrailing());
      margin = " ".repeat(MARGIN);
    }
  }

  private String styled(String head, Bead bead) {
    return bead.isDoubtful() || bead.isOneSided() || bead.moved()
        ? style.doubt(head)
        : style.faint(head);
  }
}
