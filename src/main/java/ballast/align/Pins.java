package ballast.align;

import ballast.bitext.Bead;
import ballast.bitext.BlockType;
import ballast.bitext.Range;
import ballast.bitext.Segment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The pins of two texts. The search sees the sentences of a pin as one {@link Row}, so that a pin
 * is a pair of rows whatever its shape; here its result is put back into sentences. Immutable.
 */
final class Pins {

  private final List<Row> source;
  private final List<Row> target;
  private final int[] sourceStarts;
  private final int[] targetStarts;

  private Pins(List<Row> source, List<Row> target) {
    this.source = source;
    this.target = target;
    this.sourceStarts = starts(source);
    this.targetStarts = starts(target);
  }

  /**
   * @param pins in any order
   * @throws IllegalArgumentException if pins overlap, leave the texts, or contain or cross marks
   */
  static Pins of(List<Segment> source, List<Segment> target, List<Pin> pins) {
    Set<Pin> paired = inOrder(pins, target.size());
    List<Row> sourceRows = rows(source, pins, Pin::source, paired);
    List<Row> targetRows = rows(target, pins, Pin::target, paired);
    int[] sourceMarks = marks(source);
    int[] targetMarks = marks(target);
    for (Pin pin : pins) {
      if (!pin.isOneSided()
          && sourceMarks[pin.source().start()] != targetMarks[pin.target().start()]) {
        throw refused(pin, "crosses a mark");
      }
    }
    return new Pins(sourceRows, targetRows);
  }

  /** The two-sided pins with the most sentences of which none crosses another. */
  private static Set<Pin> inOrder(List<Pin> pins, int targets) {
    List<Pin> sorted =
        pins.stream()
            .filter(pin -> !pin.isOneSided() && pin.target().end() <= targets)
            .sorted(Comparator.comparingInt(pin -> pin.source().start()))
            .toList();
    List<Similarities.Point> points = new ArrayList<>();
    for (int k = 0; k < sorted.size(); k++) {
      Pin pin = sorted.get(k);
      int size = pin.source().size() + pin.target().size();
      points.add(new Similarities.Point(k, pin.target().start(), size));
    }
    Set<Pin> chain = new HashSet<>();
    for (Similarities.Point point : new Similarities(points).chain(targets)) {
      chain.add(sorted.get(point.left()));
    }
    return chain;
  }

  private static List<Row> rows(
      List<Segment> segments, List<Pin> pins, Function<Pin, Range> side, Set<Pin> paired) {
    List<Pin> sorted =
        pins.stream()
            .filter(pin -> !side.apply(pin).isEmpty())
            .sorted(Comparator.comparingInt(pin -> side.apply(pin).start()))
            .toList();
    List<Row> rows = new ArrayList<>();
    int next = 0;
    for (Pin pin : sorted) {
      Range range = side.apply(pin);
      if (range.start() < next || range.end() > segments.size()) {
        throw refused(pin, "overlaps another or leaves the text");
      }
      segments.subList(next, range.start()).forEach(segment -> rows.add(Row.of(segment)));
      List<Segment> pinned = range.of(segments);
      if (pinned.stream().anyMatch(segment -> segment.type() == BlockType.MARK)) {
        throw refused(pin, "contains a mark");
      }
      rows.add(new Row(List.copyOf(pinned), pin, paired.contains(pin)));
      next = range.end();
    }
    segments.subList(next, segments.size()).forEach(segment -> rows.add(Row.of(segment)));
    return List.copyOf(rows);
  }

  private static IllegalArgumentException refused(Pin pin, String why) {
    return new IllegalArgumentException(
        "pin " + pin.source().toIndexList() + ":" + pin.target().toIndexList() + " " + why);
  }

  /** How many marks stand before each sentence. */
  private static int[] marks(List<Segment> segments) {
    int[] marks = new int[segments.size() + 1];
    for (int i = 0; i < segments.size(); i++) {
      marks[i + 1] = marks[i] + (segments.get(i).type() == BlockType.MARK ? 1 : 0);
    }
    return marks;
  }

  private static int[] starts(List<Row> rows) {
    int[] starts = new int[rows.size() + 1];
    for (int i = 0; i < rows.size(); i++) {
      starts[i + 1] = starts[i] + rows.get(i).segments().size();
    }
    return starts;
  }

  List<Row> source() {
    return source;
  }

  List<Row> target() {
    return target;
  }

  /** The pins that cross others, as moved beads of one row on either side. */
  List<Bead> moved() {
    List<Bead> moved = new ArrayList<>();
    for (int i = 0; i < source.size(); i++) {
      Pin pin = source.get(i).pin();
      if (pin != null && !pin.isOneSided() && !source.get(i).paired()) {
        int j = row(targetStarts, pin.target().start());
        moved.add(
            new Bead(new Range(i, i + 1), new Range(j, j + 1), 1, List.of(), /* moved= */ true));
      }
    }
    return moved;
  }

  private static int row(int[] starts, int sentence) {
    return Arrays.binarySearch(starts, sentence);
  }

  /** Beads of rows as beads of sentences; those of pins are certain. */
  List<Bead> inSentences(List<Bead> beads) {
    return beads.stream().map(this::inSentences).toList();
  }

  private Bead inSentences(Bead bead) {
    Range from = sentences(sourceStarts, bead.source());
    Range to = sentences(targetStarts, bead.target());
    Pin pin = pin(bead);
    return pin == null
        ? new Bead(from, to, bead.confidence(), bead.reasons(), bead.moved())
        : new Bead(from, to, 1, List.of(pin.reason()), bead.moved());
  }

  private @Nullable Pin pin(Bead bead) {
    return bead.source().isEmpty()
        ? target.get(bead.target().start()).pin()
        : source.get(bead.source().start()).pin();
  }

  private static Range sentences(int[] starts, Range rows) {
    return new Range(starts[rows.start()], starts[rows.end()]);
  }
}
