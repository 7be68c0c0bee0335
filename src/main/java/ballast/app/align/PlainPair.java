package ballast.app.align;

import ballast.align.Pin;
import ballast.bitext.Range;
import ballast.bitext.Segment;
import ballast.bitext.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

record PlainPair(PlainText source, PlainText target) {

  static final List<Integer> NO_PLACE = List.of(-1, -1);

  private static final Range NONE = new Range(0, 0);

  static PlainPair of(List<Segment> source, List<Segment> target) {
    return new PlainPair(new PlainText(source), new PlainText(target));
  }

  /** Whether a bead is one of the user's marks, which the texts already pair. */
  boolean isMark(BeadStretch bead) {
    Span from = bead.source();
    Span to = bead.target();
    return (from != null && source.isMark(from)) || (to != null && target.isMark(to));
  }

  boolean crossesMark(BeadStretch bead) {
    Span from = bead.source();
    Span to = bead.target();
    return from != null
        && to != null
        && (source.marksBefore(from.start()) != target.marksBefore(to.start())
            || source.isMark(from) != target.isMark(to));
  }

  /** Returns the start and end of a bead in both documents; shorter if it cuts a sentence. */
  List<Integer> place(BeadStretch bead) {
    List<Integer> place = new ArrayList<>();
    Span from = bead.source();
    Span to = bead.target();
    place.addAll(from == null ? NO_PLACE : source.edges(from));
    place.addAll(to == null ? NO_PLACE : target.edges(to));
    return place;
  }

  /** The sentences, divided where a bead begins or ends inside one. */
  record Divided(List<Segment> source, List<Segment> target, List<Pin> pins) {}

  /**
   * @param beads no two overlap
   */
  Divided divided(List<BeadStretch> beads, IntFunction<String> authors) {
    List<Segment> sources = source.divided(spans(beads, BeadStretch::source));
    List<Segment> targets = target.divided(spans(beads, BeadStretch::target));
    List<Pin> pins = new ArrayList<>();
    for (int k = 0; k < beads.size(); k++) {
      Span from = beads.get(k).source();
      Span to = beads.get(k).target();
      pins.add(
          new Pin(
              from == null ? NONE : source.range(from, sources),
              to == null ? NONE : target.range(to, targets),
              authors.apply(k)));
    }
    return new Divided(sources, targets, List.copyOf(pins));
  }

  private static List<Span> spans(
      List<BeadStretch> beads, Function<BeadStretch, @Nullable Span> side) {
    return beads.stream().map(side).filter(Objects::nonNull).toList();
  }

  /**
   * The positions of the two sides of a bead in the {@linkplain PlainText plain texts} of an
   * article, null for an empty side.
   */
  record BeadStretch(@Nullable Span source, @Nullable Span target) {

    boolean isEmpty() {
      return source == null && target == null;
    }

    boolean overlaps(BeadStretch other) {
      return overlap(source, other.source) || overlap(target, other.target);
    }

    private static boolean overlap(@Nullable Span one, @Nullable Span other) {
      return one != null && other != null && one.start() < other.end() && other.start() < one.end();
    }
  }
}
