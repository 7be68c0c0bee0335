package ballast.workflow.edit;

import ballast.align.Aligner;
import ballast.bitext.Alignment;
import ballast.bitext.Bead;
import ballast.bitext.Excerpt;
import ballast.bitext.Range;
import ballast.memory.PinnedBead;
import ballast.memory.RevisionInfo;
import ballast.workflow.align.ArticlePins;
import ballast.workflow.align.ArticlePins.Placed;
import ballast.workflow.align.ReadArticle;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Aligns articles around fixed beads. */
final class FixedAlignment {

  private static final int MAX_SHOWN = 40;

  private final Aligner aligner;

  FixedAlignment(Aligner aligner) {
    this.aligner = aligner;
  }

  /** An article with the beads that are fixed in the memory. */
  OpenArticle opened(ReadArticle read, RevisionInfo revision, List<PinnedBead> pins) {
    return aligned(read, revision, ArticlePins.place(pins, read.sources(), read.targets()));
  }

  /** An article with beads that have been found in it. */
  OpenArticle aligned(ReadArticle read, RevisionInfo revision, Placed placed) {
    Alignment alignment =
        aligner.align(placed.source(), placed.target(), read.known(), placed.pins());
    return new OpenArticle(
        read.aligned(alignment),
        byBead(alignment, placed),
        revision,
        placed.lost().stream().map(FixedAlignment::problem).toList(),
        read);
  }

  private static Map<Integer, PinnedBead> byBead(Alignment alignment, Placed placed) {
    List<PinnedBead> inOrder = ArticlePins.inForce(alignment, placed);
    Set<List<Range>> fixed = new HashSet<>();
    placed.pins().forEach(pin -> fixed.add(FixedBeads.place(pin.source(), pin.target())));
    Map<Integer, PinnedBead> pins = new HashMap<>();
    for (int i = 0; i < alignment.beads().size(); i++) {
      Bead bead = alignment.beads().get(i);
      if (fixed.contains(FixedBeads.place(bead.source(), bead.target()))) {
        pins.put(i, inOrder.get(pins.size()));
      }
    }
    return pins;
  }

  private static String problem(PinnedBead lost) {
    return "\""
        + Excerpt.of(lost.source().text(), MAX_SHOWN)
        + "\" and \""
        + Excerpt.of(lost.target().text(), MAX_SHOWN)
        + "\", set by "
        + (lost.author().isEmpty() ? "a person" : lost.author())
        + " at "
        + lost.time()
        + ", do not stand in the files any more";
  }
}
