package ballast.report.alignment;

import ballast.bitext.Bead;
import ballast.bitext.Location;
import ballast.bitext.Segment;
import ballast.report.page.Style;
import ballast.report.page.TerminalText;
import ballast.workflow.align.AlignedText;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/**
 * {@code ballast align --review}: first the beads that need a look, each sentence with its place,
 * then the rest in order.
 */
final class ReviewText {

  private static final int INDENT = 6;
  private static final int MIN_TEXT = 20;

  private final PrintWriter out;
  private final Style style;

  ReviewText(PrintWriter out, Style style) {
    this.out = out;
    this.style = style;
  }

  /**
   * Writes the beads that need a look, document by document, then the other beads of all documents.
   */
  void write(List<AlignedText> texts) {
    for (AlignedText text : texts) {
      writeFirst(text);
    }
    for (AlignedText text : texts) {
      out.println(
          style.strong(TerminalText.plain(text.document())) + style.faint(": the rest, in order"));
      PairsText pairs = new PairsText(out, style);
      Attention.theRest(text).forEach(position -> pairs.write(text, position));
      out.println();
    }
  }

  private void writeFirst(AlignedText text) {
    List<Bead> beads = text.alignment().beads();
    List<Integer> first = Attention.inReviewOrder(text);
    out.println(style.strong(TerminalText.plain(text.document())) + ": " + counts(text, first));
    MovedBeads moved = new MovedBeads(text.alignment());
    for (int i : first) {
      Bead bead = beads.get(i);
      String mark = Attention.mark(text, bead);
      out.println(
          style.doubt(
              String.format(
                  Locale.ROOT, "%4d  %.2f %s  %s", i + 1, bead.confidence(), bead.shape(), mark)));
      if (bead.moved()) {
        faint("stands " + moved.placeInWords(i));
      }
      if (!bead.reasons().isEmpty()) {
        faint(TerminalText.plain(String.join("; ", bead.reasons())));
      }
      // The neighbours help a reader to judge a sentence without a partner.
      neighbour(text, bead, "before", i - 1);
      sentences(text, bead, false);
      neighbour(text, bead, "after", i + 1);
    }
    out.println();
  }

  private static String counts(AlignedText text, List<Integer> first) {
    if (first.isEmpty()) {
      return "nothing needs a look";
    }
    StringBuilder counts = new StringBuilder("needs a look first");
    for (Attention attention : Attention.values()) {
      long count =
          first.stream()
              .filter(i -> Attention.of(text, text.alignment().beads().get(i)) == attention)
              .count();
      if (count > 0) {
        counts.append(counts.indexOf(":") < 0 ? ": " : ", ");
        counts.append(count).append(' ').append(attention.label());
      }
    }
    return counts.toString();
  }

  private void neighbour(AlignedText text, Bead bead, String where, int position) {
    List<Bead> beads = text.alignment().beads();
    if (bead.isOneSided() && position >= 0 && position < beads.size()) {
      faint(where + ", no. " + (position + 1) + ":");
      sentences(text, beads.get(position), true);
    }
  }

  private void sentences(AlignedText text, Bead bead, boolean faint) {
    for (Segment segment : bead.source().of(text.alignment().source())) {
      sentence(segment, faint);
    }
    for (Segment segment : bead.target().of(text.alignment().target())) {
      sentence(segment, faint);
    }
  }

  private void sentence(Segment segment, boolean faint) {
    String line = TerminalText.plain(place(segment) + ": " + segment.text());
    if (faint) {
      faint("  " + line);
    } else {
      indented(line, false);
    }
  }

  /** {@code file:line}, which terminals and editors turn into a link, or {@code file (page 3)}. */
  static String place(Segment segment) {
    Location location = segment.location();
    return location.place().isEmpty()
        ? location.file() + ":" + location.line()
        : location.toString();
  }

  private void faint(String text) {
    indented(text, true);
  }

  private void indented(String text, boolean faint) {
    int room =
        style.columns() == 0 ? Integer.MAX_VALUE : Math.max(MIN_TEXT, style.columns() - INDENT);
    for (String line : TerminalText.wrap(text, room)) {
      out.println(" ".repeat(INDENT) + (faint ? style.faint(line) : line));
    }
  }
}
