package ballast.app.align;

import ballast.bitext.Alignment;
import ballast.bitext.Bead;
import ballast.bitext.Segment;
import ballast.bitext.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

record PlainPair(PlainText source, PlainText target) {

  static final List<Integer> NO_PLACE = List.of(-1, -1);

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

  /**
   * The positions of the two sides of a bead in the texts of an article or in its {@linkplain
   * PlainText plain texts}, null for an empty side.
   */
  record BeadStretch(@Nullable Span source, @Nullable Span target) {

    static BeadStretch of(Bead bead, Alignment alignment) {
      return new BeadStretch(
          span(bead.source().of(alignment.source())), span(bead.target().of(alignment.target())));
    }

    private static @Nullable Span span(List<Segment> side) {
      return side.isEmpty()
          ? null
          : new Span(side.get(0).span().start(), side.get(side.size() - 1).span().end());
    }

    boolean isEmpty() {
      return source == null && target == null;
    }

    boolean overlaps(BeadStretch other) {
      return overlap(source, other.source) || overlap(target, other.target);
    }

    private static boolean overlap(@Nullable Span one, @Nullable Span other) {
      return one != null && other != null && one.start() < other.end() && other.start() < one.end();
    }

    /** Returns the mean over both sides of the share of text in common, 0 to 1. */
    double likeness(BeadStretch other) {
      return (share(source, other.source) + share(target, other.target)) / 2;
    }

    private static double share(@Nullable Span one, @Nullable Span other) {
      if (one == null || other == null) {
        return 0;
      }
      int common = Math.min(one.end(), other.end()) - Math.max(one.start(), other.start());
      return 2.0 * Math.max(0, common) / (one.length() + other.length());
    }
  }
}
