package ballast.workflow.edit;

import ballast.align.Aligner;
import ballast.align.Pin;
import ballast.bitext.Alignment;
import ballast.bitext.Bead;
import ballast.bitext.BlockType;
import ballast.bitext.Excerpt;
import ballast.bitext.Range;
import ballast.memory.PinnedBead;
import ballast.memory.RevisionInfo;
import ballast.workflow.align.ArticlePins;
import ballast.workflow.align.ArticlePins.Placed;
import ballast.workflow.align.ReadArticle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Gives the beads of an article around those that a person has fixed. */
final class FixedAlignment {

  private static final int MAX_SHOWN = 40;

  private final Aligner aligner;

  FixedAlignment(Aligner aligner) {
    this.aligner = aligner;
  }

  /**
   * An article with the beads that are fixed in the memory.
   *
   * @param recorded the beads of the revision; empty when unknown: the article is aligned
   */
  OpenArticle opened(
      ReadArticle read, RevisionInfo revision, List<PinnedBead> pins, List<Bead> recorded) {
    Placed placed = ArticlePins.place(pins, read.sources(), read.targets());
    Alignment alignment =
        recorded(placed, recorded)
            .orElseGet(
                () -> aligner.align(placed.source(), placed.target(), read.known(), placed.pins()));
    return new OpenArticle(
        read.aligned(alignment),
        byBead(alignment, placed),
        revision,
        placed.lost().stream().map(FixedAlignment::problem).toList(),
        read,
        OpenArticle.Steps.NONE);
  }

  /** The beads as they were recorded; empty if they do not fit what the files hold now. */
  private static Optional<Alignment> recorded(Placed placed, List<Bead> beads) {
    Set<List<Range>> places = new HashSet<>();
    beads.forEach(bead -> places.add(place(bead.source(), bead.target())));
    boolean fits =
        !beads.isEmpty()
            && placed.lost().isEmpty()
            && placed.pins().stream()
                .allMatch(pin -> places.contains(place(pin.source(), pin.target())));
    if (!fits) {
      return Optional.empty();
    }
    try {
      return Optional.of(new Alignment(placed.source(), placed.target(), beads));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // another version split the texts in another way
    }
  }

  /**
   * An article after a move: beads stay as they are, and the aligner places what is in none of
   * them.
   */
  OpenArticle moved(OpenArticle before, Rearranged beads) {
    ReadArticle read = before.read();
    Placed placed = ArticlePins.place(beads.pinned(), read.sources(), read.targets());
    Rearranged there = beads.in(placed);
    Alignment alignment =
        there.isComplete()
            ? BeadOrder.alignment(there.source(), there.target(), there.beads())
            : completed(there, read);
    return new OpenArticle(
        read.aligned(alignment),
        byBead(alignment, placed),
        before.revision(),
        List.of(),
        read,
        OpenArticle.Steps.NONE);
  }

  private Alignment completed(Rearranged beads, ReadArticle read) {
    List<Pin> held =
        beads.beads().stream().filter(bead -> !isMark(bead, beads)).map(Rearranged::pin).toList();
    Alignment found = aligner.align(beads.source(), beads.target(), read.known(), held);
    Map<List<Range>, EditedBead> stayed = new HashMap<>();
    beads.beads().forEach(bead -> stayed.put(place(bead.source(), bead.target()), bead));
    List<Bead> all = new ArrayList<>();
    for (Bead bead : found.beads()) {
      EditedBead same = stayed.get(place(bead.source(), bead.target()));
      all.add(
          same == null
              ? bead
              : same.in(bead.source().start(), bead.target().start(), bead.moved()));
    }
    return new Alignment(found.source(), found.target(), all);
  }

  private static boolean isMark(EditedBead bead, Rearranged beads) {
    return Stream.concat(
            bead.source().of(beads.source()).stream(), bead.target().of(beads.target()).stream())
        .anyMatch(sentence -> sentence.type() == BlockType.MARK);
  }

  private static Map<Integer, PinnedBead> byBead(Alignment alignment, Placed placed) {
    List<PinnedBead> inOrder = ArticlePins.inForce(alignment, placed);
    Set<List<Range>> fixed = new HashSet<>();
    placed.pins().forEach(pin -> fixed.add(place(pin.source(), pin.target())));
    Map<Integer, PinnedBead> pins = new HashMap<>();
    for (int i = 0; i < alignment.beads().size(); i++) {
      Bead bead = alignment.beads().get(i);
      if (fixed.contains(place(bead.source(), bead.target()))) {
        pins.put(i, inOrder.get(pins.size()));
      }
    }
    return pins;
  }

  /** A bead as a key; where an empty side stands does not matter. */
  private static List<Range> place(Range source, Range target) {
    return List.of(
        source.isEmpty() ? EditedBead.NONE : source, target.isEmpty() ? EditedBead.NONE : target);
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
