package ballast.app.align;

import ballast.align.Pin;
import ballast.app.align.ArticlePins.Placed;
import ballast.app.align.PlainPair.BeadStretch;
import ballast.bitext.Alignment;
import ballast.bitext.Bead;
import ballast.bitext.Range;
import ballast.bitext.Span;
import ballast.bitext.Unit;
import ballast.memory.Memory;
import ballast.memory.Revision;
import ballast.memory.UnitFilter;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The pairs of a document's latest revision, as evidence when the document is aligned again: a pair
 * stays as long as both its texts do.
 *
 * <p>It becomes a {@link Pin}, unless the texts next to it may speak against it: one text has a new
 * sentence there and the other has none, or the pair was doubtful and they have changed. The
 * aligner looks at such a pair again, and only surer beads, or very sure ones, replace it.
 *
 * @param pairs in document order
 */
record LastRevision(List<Pair> pairs, Revision.Counts counts) {

  static final LastRevision NONE = new LastRevision(List.of(), new Revision.Counts(0, 0, 0, 0));

  /** Minimum confidence of a bead that replaces any pair that may give way. */
  private static final double SURE = 0.95;

  /** Minimum length of a pair that does not occur twice by chance, in UTF-16 units. */
  private static final int TELLING = 40;

  /**
   * @param source as in a {@link PlainText}, like the targets
   * @param edited the target as the memory has it now, which {@code ballast apply} writes
   */
  record Pair(String source, String target, String edited, Bead bead) {

    Pair(String source, String target, Bead bead) {
      this(source, target, target, bead);
    }

    String target(PlainText text) {
      return text.contains(target) ? target : edited;
    }
  }

  /** Reads the pairs of a revision with the texts of its files, and later edits apart. */
  static LastRevision of(Memory memory, Revision latest) {
    List<Bead> beads = memory.beads(latest.document());
    Revision.Counts counts = latest.run().counts();
    if (beads.size() != counts.beads()) {
      return NONE; // not stored
    }
    Map<String, String> now = new HashMap<>();
    memory.forEachUnit(
        UnitFilter.CURRENT.inDocuments(Set.of(latest.document())),
        unit -> now.put(unit.id(), unit.target()));
    List<Pair> pairs = new ArrayList<>();
    for (Unit unit : memory.unitsAt(latest.document(), latest.number())) {
      Bead bead = beads.get(unit.provenance().position() - 1);
      String edited = PlainText.plain(now.getOrDefault(unit.id(), unit.target()));
      String target = PlainText.plain(unit.target());
      pairs.add(new Pair(PlainText.plain(unit.source()), target, edited, bead));
    }
    return new LastRevision(List.copyOf(pairs), counts);
  }

  /** Finds the pairs in an article, except those that a person has paired otherwise. */
  Kept in(PlainPair texts, Placed placed) {
    BitSet sources = new BitSet();
    BitSet targets = new BitSet();
    placed.pins().forEach(pin -> sources.set(pin.source().start(), pin.source().end()));
    placed.pins().forEach(pin -> targets.set(pin.target().start(), pin.target().end()));
    List<Place> places = new ArrayList<>();
    @Nullable Spot[] spots = spots(texts);
    for (int k = 0; k < spots.length; k++) {
      Spot spot = spots[k];
      if (spot != null) {
        Range source = texts.source().range(spot.source(), placed.source());
        Range target = texts.target().range(spot.target(), placed.target());
        if (isFree(sources, source) && isFree(targets, target)) {
          places.add(new Place(pairs.get(k).bead(), source, target));
        }
      }
    }
    places.forEach(place -> sources.set(place.source().start(), place.source().end()));
    places.forEach(place -> targets.set(place.target().start(), place.target().end()));
    places.sort(Comparator.comparingInt(place -> place.source().start()));
    int[] end = {
      counts.sourceSentences(),
      counts.targetSentences(),
      placed.source().size(),
      placed.target().size()
    };
    return new Kept(places.stream().map(Place::pin).toList(), open(places, end, sources, targets));
  }

  private static boolean isFree(BitSet taken, Range range) {
    return taken.get(range.start(), range.end()).isEmpty();
  }

  /**
   * Returns which pairs may give way.
   *
   * @param places by source
   * @param end numbers of sentences, like {@link Place#starts}
   * @param sources the paired sentences
   */
  private static BitSet open(List<Place> places, int[] end, BitSet sources, BitSet targets) {
    BitSet open = new BitSet();
    int[] last = new int[end.length];
    for (int k = 0; k <= places.size(); k++) {
      int[] next = k == places.size() ? end : places.get(k).starts();
      int oldFrom = next[0] - last[0];
      int oldTo = next[1] - last[1];
      int from = unpaired(sources, last[2], next[2]);
      int to = unpaired(targets, last[3], next[3]);
      boolean isUnanswered =
          (to == 0 && from > Math.max(0, oldFrom)) || (from == 0 && to > Math.max(0, oldTo));
      boolean isChanged = from != oldFrom || to != oldTo || (from > 0 && to > 0);
      for (int beside = Math.max(0, k - 1); beside <= k && beside < places.size(); beside++) {
        if (isUnanswered || (isChanged && places.get(beside).old().isDoubtful())) {
          open.set(beside);
        }
      }
      last = k == places.size() ? end : places.get(k).ends();
    }
    return open;
  }

  private static int unpaired(BitSet paired, int start, int end) {
    return end - start - (start < end ? paired.get(start, end).cardinality() : 0);
  }

  /**
   * Returns the place of each pair in an article, or null. A pair that is short or repeated counts
   * only between the pairs around it, or directly next to one of them.
   */
  private @Nullable Spot[] spots(PlainPair texts) {
    Map<String, Integer> times = new HashMap<>();
    pairs.forEach(pair -> times.merge(pair.source(), 1, Integer::sum));
    pairs.forEach(pair -> times.merge(pair.target(), 1, Integer::sum));
    @Nullable Span[] sources = spans(texts.source(), Pair::source);
    @Nullable Span[] targets = spans(texts.target(), pair -> pair.target(texts.target()));
    @Nullable Spot[] spots = new Spot[pairs.size()];
    BitSet telling = new BitSet();
    for (int k = 0; k < spots.length; k++) {
      Span source = sources[k];
      Span target = targets[k];
      if (source != null && target != null && !texts.crossesMark(new BeadStretch(source, target))) {
        spots[k] = new Spot(source, target);
        Pair pair = pairs.get(k);
        boolean isRepeated =
            times.getOrDefault(pair.source(), 0) + times.getOrDefault(pair.target(), 0) > 2;
        telling.set(k, !isRepeated && source.length() + target.length() >= TELLING);
      }
    }
    Spot last = null;
    for (int k = 0; k < spots.length; k++) {
      Spot spot = spots[k];
      int next = telling.nextSetBit(k + 1);
      if (spot != null && !telling.get(k) && !spot.fits(last, next < 0 ? null : spots[next])) {
        spots[k] = null;
      }
      last = spots[k] == null ? last : spots[k];
    }
    return spots;
  }

  /** Returns where the texts of one side are whole sentences, or null. */
  private @Nullable Span[] spans(PlainText text, Function<Pair, String> side) {
    @Nullable Span[] spans = new CellFinder(text, pairs.stream().map(side).toList()).find();
    for (int k = 0; k < spans.length; k++) {
      Span span = spans[k];
      spans[k] = span == null || text.edges(span).isEmpty() ? null : span;
    }
    return spans;
  }

  /** The texts of a pair, in the plain texts of an article. */
  private record Spot(Span source, Span target) {

    boolean fits(@Nullable Spot last, @Nullable Spot next) {
      return ((last == null || last.isBefore(this)) && (next == null || isBefore(next)))
          || (last != null && last.isNextTo(this))
          || (next != null && isNextTo(next));
    }

    private boolean isBefore(Spot next) {
      return source.end() <= next.source.start() && target.end() <= next.target.start();
    }

    private boolean isNextTo(Spot next) {
      return source.end() == next.source.start() && target.end() == next.target.start();
    }
  }

  /**
   * A pair in an article.
   *
   * @param old its bead in the latest revision
   */
  private record Place(Bead old, Range source, Range target) {

    Pin pin() {
      return new Pin(source, target, old.confidence(), old.reasons());
    }

    /** Returns where source and target began, and where they begin now. */
    int[] starts() {
      return new int[] {old.source().start(), old.target().start(), source.start(), target.start()};
    }

    int[] ends() {
      return new int[] {old.source().end(), old.target().end(), source.end(), target.end()};
    }
  }

  /**
   * The pairs that are still in an article, by source.
   *
   * @param open positions of those that may give way
   */
  record Kept(List<Pin> pins, BitSet open) {

    List<Pin> certain() {
      return IntStream.range(0, pins.size()).filter(k -> !open.get(k)).mapToObj(pins::get).toList();
    }

    /**
     * Returns all but the pairs that surer beads replace; empty if an alignment found around the
     * certain ones has them all.
     */
    Optional<List<Pin>> staying(Alignment found) {
      List<Pin> staying = new ArrayList<>(pins);
      boolean isLost = false;
      for (int k = open.nextSetBit(0); k >= 0; k = open.nextSetBit(k + 1)) {
        Pin pin = pins.get(k);
        List<Bead> now = found.beads().stream().filter(bead -> overlap(bead, pin)).toList();
        boolean isThere =
            now.size() == 1
                && now.get(0).source().equals(pin.source())
                && now.get(0).target().equals(pin.target());
        boolean isReplaced =
            !isThere
                && now.stream().anyMatch(bead -> !bead.isOneSided())
                && now.stream()
                    .allMatch(bead -> bead.confidence() > Math.min(pin.confidence(), SURE));
        if (isReplaced) {
          staying.remove(pin);
        } else {
          isLost |= !isThere;
        }
      }
      return isLost ? Optional.of(staying) : Optional.empty();
    }

    private static boolean overlap(Bead bead, Pin pin) {
      return overlap(bead.source(), pin.source()) || overlap(bead.target(), pin.target());
    }

    private static boolean overlap(Range one, Range other) {
      return one.start() < other.end() && other.start() < one.end();
    }
  }
}
