package ballast.workflow.edit;

import ballast.align.Aligner;
import ballast.align.Pin;
import ballast.align.Rendering;
import ballast.bitext.Alignment;
import ballast.bitext.Bead;
import ballast.bitext.BlockType;
import ballast.bitext.Range;
import ballast.bitext.Segment;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The part of an article that holds all sentences without a bead, with some beads around them from
 * which the aligner learns. Every bead is inside or outside as a whole.
 *
 * @param source positions of the source sentences
 * @param target positions of the target sentences
 */
record FreeStretch(Range source, Range target) {

  /** So many sentences before and behind the free ones. */
  private static final int AROUND = 30;

  static FreeStretch of(Rearranged beads) {
    Range source = free(beads.source().size(), beads.beads(), EditedBead::source);
    Range target = free(beads.target().size(), beads.beads(), EditedBead::target);
    FreeStretch free = new FreeStretch(source, target).around(beads.beads());
    return new FreeStretch(
            wider(free.source(), beads.source().size()),
            wider(free.target(), beads.target().size()))
        .around(beads.beads());
  }

  /** From the first to the last sentence without a bead. */
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

  /** Widened until it cuts no bead. */
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

  /**
   * All beads of an article after the aligner has placed the free sentences; the others stay as
   * they are.
   */
  List<EditedBead> filled(Rearranged beads, Aligner aligner, List<Rendering> known) {
    List<EditedBead> before = new ArrayList<>();
    List<EditedBead> inside = new ArrayList<>();
    List<EditedBead> behind = new ArrayList<>();
    for (EditedBead bead : beads.beads()) {
      (touches(bead) ? inside : isBefore(bead) ? before : behind).add(bead);
    }
    List<Pin> held =
        inside.stream().filter(bead -> !isMark(bead, beads)).map(this::pinInside).toList();
    Alignment found =
        aligner.align(source.of(beads.source()), target.of(beads.target()), known, held);
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
    Pin pin = Rearranged.pin(bead);
    return new Pin(
        moved(pin.source(), -source.start()), moved(pin.target(), -target.start()), pin.author());
  }

  private static boolean isMark(EditedBead bead, Rearranged beads) {
    return Stream.concat(
            bead.source().of(beads.source()).stream(), bead.target().of(beads.target()).stream())
        .map(Segment::type)
        .anyMatch(type -> type == BlockType.MARK);
  }

  private static Range moved(Range range, int by) {
    return range.isEmpty() ? EditedBead.NONE : new Range(range.start() + by, range.end() + by);
  }

  /** A bead as a key. */
  private static EditedBead place(Range source, Range target) {
    return new EditedBead(source, target, null, null);
  }
}
