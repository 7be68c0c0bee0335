package ballast.workbench.align;

import ballast.bitext.Bead;
import ballast.bitext.Range;
import ballast.bitext.Segment;
import ballast.memory.PinnedBead;
import ballast.workflow.align.AlignedText;
import ballast.workflow.edit.OpenArticle;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of a page a move changes.
 *
 * @param before rows to be taken out, by their positions before the move
 * @param after rows to be put in their place, by their positions after it
 */
record RowChange(Range before, Range after) {

  /** What a row shows; rows that show the same are equal. */
  private record Shown(
      List<String> source, List<String> target, Bead bead, String type, @Nullable PinnedBead pin) {}

  static RowChange between(OpenArticle before, OpenArticle after) {
    List<Shown> old = rows(before);
    List<Shown> now = rows(after);
    int least = Math.min(old.size(), now.size());
    int start = 0;
    while (start < least && old.get(start).equals(now.get(start))) {
      start++;
    }
    int end = 0;
    while (end < least - start
        && old.get(old.size() - 1 - end).equals(now.get(now.size() - 1 - end))) {
      end++;
    }
    return new RowChange(new Range(start, old.size() - end), new Range(start, now.size() - end));
  }

  private static List<Shown> rows(OpenArticle article) {
    AlignedText text = article.text();
    boolean moves = article.beads().stream().anyMatch(Bead::moved);
    List<Shown> rows = new ArrayList<>();
    for (int i = 0; i < article.beads().size(); i++) {
      Bead bead = article.beads().get(i);
      Range nowhere = new Range(0, 1);
      rows.add(
          new Shown(
              text.sourceSentences(bead),
              text.targetSentences(bead),
              // Rows name others by their numbers only if beads have moved.
              moves ? bead : new Bead(nowhere, nowhere, bead.confidence(), bead.reasons(), false),
              text.type(bead).label(),
              article.pin(i)));
    }
    return rows;
  }

  /** Where the first sentence of a bead is after a move. */
  static int follow(OpenArticle before, int bead, OpenArticle after) {
    Bead old = before.beads().get(bead);
    boolean inSource = !old.source().isEmpty();
    Segment first =
        inSource
            ? before.alignment().source().get(old.source().start())
            : before.alignment().target().get(old.target().start());
    for (int i = 0; i < after.beads().size(); i++) {
      Bead now = after.beads().get(i);
      List<Segment> segments =
          inSource
              ? now.source().of(after.alignment().source())
              : now.target().of(after.alignment().target());
      if (segments.stream().anyMatch(one -> holds(one, first))) {
        return i;
      }
    }
    return Math.min(bead, after.beads().size() - 1);
  }

  /** Whether a sentence has the beginning of another one, which may have been cut since. */
  private static boolean holds(Segment one, Segment other) {
    int start = other.span().start();
    return one.blockIndex() == other.blockIndex()
        && one.span().start() <= start
        && start < one.span().end();
  }
}
