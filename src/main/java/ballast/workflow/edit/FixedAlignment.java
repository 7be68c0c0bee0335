package ballast.workflow.edit;

import ballast.align.Aligner;
import ballast.align.Rendering;
import ballast.bitext.Alignment;
import ballast.bitext.Bead;
import ballast.bitext.Excerpt;
import ballast.bitext.Range;
import ballast.memory.PinnedBead;
import ballast.memory.RevisionInfo;
import ballast.workflow.align.ArticlePins.Placed;
import ballast.workflow.align.ReadArticle;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Gives the beads of an article around those that a person has fixed. */
final class FixedAlignment {

  private static final int MAX_SHOWN = 40;

  private final Aligner aligner;
  private final Function<ReadArticle, List<Rendering>> evidence;

  /**
   * @param evidence finds renderings for the aligner; asked only when something is aligned
   */
  FixedAlignment(Aligner aligner, Function<ReadArticle, List<Rendering>> evidence) {
    this.aligner = aligner;
    this.evidence = evidence;
  }

  /**
   * An article with the beads that are fixed in the memory.
   *
   * @param recorded the beads of the revision; empty when unknown: the article is aligned
   */
  OpenArticle opened(
      ReadArticle read, RevisionInfo revision, List<PinnedBead> pins, List<Bead> recorded) {
    Placed placed = read.pins().place(pins);
    Alignment alignment =
        recorded(placed, recorded)
            .orElseGet(
                () ->
                    aligner.align(
                        placed.source(), placed.target(), evidence.apply(read), placed.pins()));
    return new OpenArticle(
        read.aligned(alignment),
        byBead(read, alignment, placed),
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
    Placed placed = read.pins().place(beads.pinned(read.pins()));
    Rearranged there = beads.in(placed);
    List<EditedBead> all =
        there.isComplete()
            ? there.beads()
            : FreeStretch.of(there).filled(there, aligner, evidence.apply(read));
    Alignment alignment = BeadOrder.alignment(there.source(), there.target(), all);
    return new OpenArticle(
        read.aligned(alignment),
        byBead(read, alignment, placed),
        before.revision(),
        List.of(),
        read,
        OpenArticle.Steps.NONE);
  }

  private static Map<Integer, PinnedBead> byBead(
      ReadArticle read, Alignment alignment, Placed placed) {
    List<PinnedBead> inOrder = read.pins().inForce(alignment, placed);
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
