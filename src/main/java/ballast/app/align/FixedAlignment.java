package ballast.app.align;

import ballast.align.Aligner;
import ballast.align.Pin;
import ballast.align.Rendering;
import ballast.app.align.ArticlePins.Placed;
import ballast.app.align.ArticleReader.ReadArticle;
import ballast.app.align.Rearrangement.EditedBead;
import ballast.bitext.Alignment;
import ballast.bitext.Bead;
import ballast.bitext.BlockType;
import ballast.bitext.Excerpt;
import ballast.bitext.Range;
import ballast.bitext.Segment;
import ballast.memory.PinnedBead;
import ballast.memory.Revision;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** Aligns an article around the beads that a person has fixed. */
final class FixedAlignment {

  private static final int MAX_SHOWN = 40;

  private final Aligner aligner;
  private final Function<ReadArticle, List<Rendering>> evidence;

  /**
   * @param evidence finds renderings for the aligner; called only if something is aligned
   */
  FixedAlignment(Aligner aligner, Function<ReadArticle, List<Rendering>> evidence) {
    this.aligner = aligner;
    this.evidence = evidence;
  }

  /**
   * @param recorded the beads of the revision; if empty, the article is aligned
   */
  OpenArticle opened(
      ReadArticle read, Revision revision, List<PinnedBead> pins, List<Bead> recorded) {
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
        read);
  }

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
      return Optional.empty(); // another version split the texts differently
    }
  }

  /** Returns an article after a move: its beads stay, the aligner places the other sentences. */
  OpenArticle moved(OpenArticle before, Rearrangement move) {
    ReadArticle read = before.read();
    Placed placed = read.pins().place(move.pins());
    List<EditedBead> beads = move.in(placed);
    if (!move.isComplete()) {
      FreeStretch free = FreeStretch.of(placed, beads);
      beads = free.filled(placed, beads, aligner, evidence.apply(read));
    }
    Alignment alignment = new Alignment(placed.source(), placed.target(), ordered(beads));
    return new OpenArticle(
        read.aligned(alignment),
        byBead(read, alignment, placed),
        before.revision(),
        List.of(),
        read);
  }

  /**
   * Sorts beads into the order of an {@link Alignment}. Those that cross others become moved ones.
   *
   * @param beads contain every sentence
   */
  private static List<Bead> ordered(List<EditedBead> beads) {
    NavigableMap<Integer, EditedBead> straight = straight(beads);
    List<Bead> ordered = new ArrayList<>();
    int from = 0;
    int to = 0;
    for (EditedBead bead : bySource(beads, straight)) {
      boolean moved = !bead.isOneSided() && !bead.equals(straight.get(bead.source().start()));
      ordered.add(bead.in(from, to, moved));
      from = bead.source().isEmpty() ? from : bead.source().end();
      to = moved || bead.target().isEmpty() ? to : bead.target().end();
    }
    return ordered;
  }

  /**
   * Returns beads that do not cross, by the start of their source. Beads that were in order before
   * take precedence over those made by a move.
   */
  private static NavigableMap<Integer, EditedBead> straight(List<EditedBead> beads) {
    NavigableMap<Integer, EditedBead> straight = new TreeMap<>();
    beads.stream()
        .filter(bead -> !bead.isOneSided())
        .sorted(Comparator.comparing(bead -> bead.old() == null || bead.old().moved()))
        .forEach(
            bead -> {
              int target = bead.target().start();
              Map.Entry<Integer, EditedBead> above = straight.lowerEntry(bead.source().start());
              Map.Entry<Integer, EditedBead> below = straight.higherEntry(bead.source().start());
              if ((above == null || above.getValue().target().start() < target)
                  && (below == null || below.getValue().target().start() > target)) {
                straight.put(bead.source().start(), bead);
              }
            });
    return straight;
  }

  /** Sorts beads by source, and those without a source by target among them. */
  private static List<EditedBead> bySource(
      List<EditedBead> beads, NavigableMap<Integer, EditedBead> straight) {
    Map<EditedBead, Integer> places = new HashMap<>();
    beads.forEach(bead -> places.put(bead, places.size()));
    Deque<EditedBead> alone = new ArrayDeque<>();
    List<EditedBead> sources = new ArrayList<>();
    beads.stream()
        .sorted(Comparator.comparingInt(bead -> bead.target().start()))
        .forEach(bead -> (bead.source().isEmpty() ? alone : sources).add(bead));
    sources.sort(Comparator.comparingInt(bead -> bead.source().start()));
    List<EditedBead> sorted = new ArrayList<>();
    for (EditedBead bead : sources) {
      Map.Entry<Integer, EditedBead> next = straight.ceilingEntry(bead.source().start());
      while (!alone.isEmpty()) {
        EditedBead first = alone.element();
        boolean isBehind =
            next != null && next.getValue().target().start() < first.target().start();
        boolean isNext = next != null && next.getValue().equals(bead);
        if (isBehind || !(isNext || places.getOrDefault(first, 0) < places.getOrDefault(bead, 0))) {
          break;
        }
        sorted.add(alone.remove());
      }
      sorted.add(bead);
    }
    sorted.addAll(alone);
    return sorted;
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

  /** Returns a bead as a key, in which the position of an empty side does not matter. */
  private static List<Range> place(Range source, Range target) {
    return List.of(
        source.isEmpty() ? EditedBead.NONE : source, target.isEmpty() ? EditedBead.NONE : target);
  }

  private static String problem(PinnedBead lost) {
    return "\"%s\" and \"%s\", set by %s at %s, are no longer in the files"
        .formatted(
            Excerpt.of(lost.source().text(), MAX_SHOWN),
            Excerpt.of(lost.target().text(), MAX_SHOWN),
            lost.author().isEmpty() ? "a user" : lost.author(),
            lost.time());
  }

  /**
   * The part of an article with all sentences that have no bead, and some beads around them for the
   * aligner to learn from. Contains beads only as a whole.
   */
  record FreeStretch(Range source, Range target) {

    /** Sentences taken before and after the free ones. */
    private static final int AROUND = 30;

    static FreeStretch of(Placed text, List<EditedBead> beads) {
      int sources = text.source().size();
      int targets = text.target().size();
      FreeStretch free =
          new FreeStretch(
                  free(sources, beads, EditedBead::source),
                  free(targets, beads, EditedBead::target))
              .around(beads);
      return new FreeStretch(wider(free.source(), sources), wider(free.target(), targets))
          .around(beads);
    }

    private static Range free(int size, List<EditedBead> beads, Function<EditedBead, Range> side) {
      BitSet free = new BitSet();
      free.set(0, size);
      beads.forEach(bead -> free.clear(side.apply(bead).start(), side.apply(bead).end()));
      return free.isEmpty() ? EditedBead.NONE : new Range(free.nextSetBit(0), free.length());
    }

    private static Range wider(Range range, int size) {
      return range.isEmpty()
          ? range
          : new Range(Math.max(0, range.start() - AROUND), Math.min(size, range.end() + AROUND));
    }

    /** Returns this stretch, widened until it cuts no bead. */
    private FreeStretch around(List<EditedBead> beads) {
      FreeStretch all = this;
      for (FreeStretch before = null; !all.equals(before); ) {
        before = all;
        for (EditedBead bead : beads) {
          if (all.touches(bead)) {
            all = new FreeStretch(hull(all.source, bead.source()), hull(all.target, bead.target()));
          }
        }
      }
      return all;
    }

    private boolean touches(EditedBead bead) {
      return overlap(source, bead.source()) || overlap(target, bead.target());
    }

    private static boolean overlap(Range one, Range other) {
      return one.start() < other.end() && other.start() < one.end();
    }

    private static Range hull(Range one, Range other) {
      if (one.isEmpty() || other.isEmpty()) {
        return one.isEmpty() ? other : one;
      }
      return new Range(Math.min(one.start(), other.start()), Math.max(one.end(), other.end()));
    }

    List<EditedBead> filled(
        Placed text, List<EditedBead> beads, Aligner aligner, List<Rendering> known) {
      List<EditedBead> before = new ArrayList<>();
      List<EditedBead> inside = new ArrayList<>();
      List<EditedBead> behind = new ArrayList<>();
      for (EditedBead bead : beads) {
        (touches(bead) ? inside : isBefore(bead) ? before : behind).add(bead);
      }
      List<Pin> held =
          inside.stream().filter(bead -> !isMark(bead, text)).map(this::pinInside).toList();
      Alignment found =
          aligner.align(source.of(text.source()), target.of(text.target()), known, held);
      Map<EditedBead, EditedBead> stayed = new HashMap<>();
      inside.forEach(bead -> stayed.put(place(bead.source(), bead.target()), bead));
      List<EditedBead> all = new ArrayList<>(before);
      for (Bead bead : found.beads()) {
        Range from = moved(bead.source(), source.start());
        Range to = moved(bead.target(), target.start());
        EditedBead same = stayed.get(place(from, to));
        all.add(same == null ? new EditedBead(from, to, bead, null) : same);
      }
      all.addAll(behind);
      return all;
    }

    private boolean isBefore(EditedBead bead) {
      return bead.source().isEmpty()
          ? bead.target().start() < target.start()
          : bead.source().start() < source.start();
    }

    private Pin pinInside(EditedBead bead) {
      Pin pin = bead.forAligner();
      return new Pin(
          moved(pin.source(), -source.start()),
          moved(pin.target(), -target.start()),
          pin.confidence(),
          pin.reasons());
    }

    private static boolean isMark(EditedBead bead, Placed text) {
      return Stream.concat(
              bead.source().of(text.source()).stream(), bead.target().of(text.target()).stream())
          .map(Segment::type)
          .anyMatch(type -> type == BlockType.MARK);
    }

    private static Range moved(Range range, int by) {
      return range.isEmpty() ? EditedBead.NONE : new Range(range.start() + by, range.end() + by);
    }

    private static EditedBead place(Range source, Range target) {
      return new EditedBead(source, target, null, null);
    }
  }
}
