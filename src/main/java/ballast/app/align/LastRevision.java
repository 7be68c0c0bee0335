package ballast.app.align;

import ballast.align.Pin;
import ballast.app.align.ArticlePins.Placed;
import ballast.app.align.PlainPair.BeadStretch;
import ballast.bitext.Alignment;
import ballast.bitext.Bead;
import ballast.bitext.Range;
import ballast.bitext.Segment;
import ballast.bitext.Span;
import ballast.bitext.Unit;
import ballast.memory.Memory;
import ballast.memory.Revision;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
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
 * <p>It becomes a {@link Pin}, unless the texts may speak against it: the pair was doubtful, or a
 * sentence next to it is new and has no new counterpart. The aligner looks at such a pair again,
 * and only surer beads replace it.
 *
 * @param pairs in document order
 */
record LastRevision(List<Pair> pairs, Revision.Counts counts) {

  static final LastRevision NONE = new LastRevision(List.of(), new Revision.Counts(0, 0, 0, 0));

  /**
   * @param source in the form of {@link PlainText}, like the target
   */
  record Pair(String source, String target, Bead bead) {}

  LastRevision {
    pairs = List.copyOf(pairs);
  }

  /** Reads the pairs of a revision with the texts of its files, without later edits. */
  static LastRevision of(Memory memory, Revision latest) {
    List<Bead> beads = memory.beads(latest.document());
    Revision.Counts counts = latest.run().counts();
    if (beads.size() != counts.beads()) {
      return NONE; // not stored
    }
    List<Pair> pairs = new ArrayList<>();
    for (Unit unit : memory.unitsAt(latest.document(), latest.number())) {
      Bead bead = beads.get(unit.provenance().position() - 1);
      pairs.add(new Pair(PlainText.plain(unit.source()), PlainText.plain(unit.target()), bead));
    }
    return new LastRevision(pairs, counts);
  }

  /** Finds the pairs in an article, except those that a person has paired otherwise. */
  Kept in(PlainPair texts, Placed placed) {
    BitSet sources = new BitSet();
    BitSet targets = new BitSet();
    for (Pin pin : placed.pins()) {
      sources.set(pin.source().start(), pin.source().end());
      targets.set(pin.target().start(), pin.target().end());
    }
    List<Place> places = new ArrayList<>();
    @Nullable Spot[] found = new Finder(pairs, texts).find();
    for (int k = 0; k < found.length; k++) {
      Spot spot = found[k];
      if (spot != null) {
        Pair pair = pairs.get(k);
        Range source = texts.source().range(spot.source(), placed.source());
        Range target = texts.target().range(spot.target(), placed.target());
        if (isFree(source, sources, placed.source(), pair.source())
            && isFree(target, targets, placed.target(), pair.target())) {
          places.add(new Place(pair.bead(), source, target));
        }
      }
    }
    for (Place place : places) {
      sources.set(place.source().start(), place.source().end());
      targets.set(place.target().start(), place.target().end());
    }
    places.sort(Comparator.comparingInt(place -> place.source().start()));
    return Kept.of(
        places,
        gaps(places, free(sources, placed.source().size()), free(targets, placed.target().size())));
  }

  /** Returns for each sentence, and for the end, the number of free sentences before it. */
  private static int[] free(BitSet taken, int size) {
    int[] free = new int[size + 1];
    for (int i = 0; i < size; i++) {
      free[i + 1] = free[i] + (taken.get(i) ? 0 : 1);
    }
    return free;
  }

  /** Returns the gaps before, between and after places. */
  private List<Gap> gaps(List<Place> places, int[] freeSources, int[] freeTargets) {
    List<Gap> gaps = new ArrayList<>();
    int oldSource = 0;
    int oldTarget = 0;
    int source = 0;
    int target = 0;
    for (Place place : places) {
      gaps.add(
          new Gap(
              place.old().source().start() - oldSource,
              place.old().target().start() - oldTarget,
              freeSources[place.source().start()] - source,
              freeTargets[place.target().start()] - target));
      oldSource = place.old().source().end();
      oldTarget = place.old().target().end();
      source = freeSources[place.source().end()];
      target = freeTargets[place.target().end()];
    }
    gaps.add(
        new Gap(
            counts.sourceSentences() - oldSource,
            counts.targetSentences() - oldTarget,
            freeSources[freeSources.length - 1] - source,
            freeTargets[freeTargets.length - 1] - target));
    return gaps;
  }

  /** Whether a text is that of whole sentences of the article that no person has paired. */
  private static boolean isFree(Range range, BitSet pinned, List<Segment> sentences, String plain) {
    List<Segment> part = range.of(sentences);
    return pinned.get(range.start(), range.end()).isEmpty()
        && part.stream().allMatch(segment -> segment.type().isContent())
        && PlainText.plain(Alignment.text(part)).equals(plain);
  }

  /**
   * A pair in the article.
   *
   * @param old its bead in the latest revision
   */
  private record Place(Bead old, Range source, Range target) {}

  /**
   * The sentences between a pair and the next one in the source, in the latest revision and now.
   */
  private record Gap(int oldSources, int oldTargets, int sources, int targets) {

    /** Whether only one text has more of them now. */
    boolean isAnswered() {
      return !(targets == 0 && sources > Math.max(0, oldSources))
          && !(sources == 0 && targets > Math.max(0, oldTargets));
    }

    /** Whether they are, as far as their number says, those of before, without a pair. */
    boolean isAsBefore() {
      return sources == oldSources && targets == oldTargets && (sources == 0 || targets == 0);
    }
  }

  /**
   * The pairs that are still in an article, by their sources.
   *
   * @param open positions of the pairs that may give way
   */
  record Kept(List<Pin> pins, BitSet open) {

    private static Kept of(List<Place> places, List<Gap> gaps) {
      BitSet open = new BitSet();
      for (int k = 0; k < places.size(); k++) {
        Gap before = gaps.get(k);
        Gap after = gaps.get(k + 1);
        boolean isDoubtful = places.get(k).old().isDoubtful();
        open.set(
            k,
            !(before.isAnswered() && after.isAnswered())
                || (isDoubtful && !(before.isAsBefore() && after.isAsBefore())));
      }
      return new Kept(
          places.stream()
              .map(p -> new Pin(p.source(), p.target(), p.old().confidence(), p.old().reasons()))
              .toList(),
          open);
    }

    List<Pin> certain() {
      return IntStream.range(0, pins.size()).filter(k -> !open.get(k)).mapToObj(pins::get).toList();
    }

    /**
     * Returns the pins that stay, all but those that surer beads replace; empty if an alignment
     * found with the certain ones has all of them.
     */
    Optional<List<Pin>> staying(Alignment found) {
      Bead[] bySource = owners(found.source().size(), found, Bead::source);
      Bead[] byTarget = owners(found.target().size(), found, Bead::target);
      List<Pin> staying = new ArrayList<>();
      boolean isLost = false;
      for (int k = 0; k < pins.size(); k++) {
        Pin pin = pins.get(k);
        Set<Bead> now = new HashSet<>();
        now.addAll(pin.source().of(Arrays.asList(bySource)));
        now.addAll(pin.target().of(Arrays.asList(byTarget)));
        boolean isThere =
            now.stream()
                .anyMatch(b -> b.source().equals(pin.source()) && b.target().equals(pin.target()));
        boolean isReplaced = !isThere && areSurer(now, pin.confidence());
        if (!isReplaced) {
          staying.add(pin);
          isLost |= !isThere;
        }
      }
      return isLost ? Optional.of(staying) : Optional.empty();
    }

    private static boolean areSurer(Set<Bead> now, double confidence) {
      return now.stream().anyMatch(bead -> !bead.isOneSided())
          && now.stream().allMatch(bead -> bead.confidence() > confidence);
    }

    private static Bead[] owners(int size, Alignment found, Function<Bead, Range> side) {
      Bead[] owners = new Bead[size];
      found
          .beads()
          .forEach(b -> Arrays.fill(owners, side.apply(b).start(), side.apply(b).end(), b));
      return owners;
    }
  }

  private record Spot(Span source, Span target) {

    boolean isBefore(Spot next) {
      return source.end() <= next.source.start() && target.end() <= next.target.start();
    }

    boolean isNextTo(Spot next) {
      return source.end() == next.source.start() && target.end() == next.target.start();
    }
  }

  /**
   * Finds the texts of pairs in an article. A text that is short or repeated counts only between
   * the pairs around it, or directly next to one of them.
   */
  private static final class Finder {

    /** Minimum length of a pair that does not occur twice by chance, in UTF-16 units. */
    private static final int TELLING = 40;

    private final List<Pair> pairs;
    private final PlainPair texts;
    private final @Nullable Spot[] found;

    Finder(List<Pair> pairs, PlainPair texts) {
      this.pairs = pairs;
      this.texts = texts;
      this.found = new Spot[pairs.size()];
    }

    /** Returns the place of each pair, or null. */
    @Nullable Spot[] find() {
      @Nullable Span[] sources = find(texts.source(), Pair::source);
      @Nullable Span[] targets = find(texts.target(), Pair::target);
      for (int k = 0; k < found.length; k++) {
        Span source = sources[k];
        Span target = targets[k];
        if (source != null
            && target != null
            && !texts.crossesMark(new BeadStretch(source, target))) {
          found[k] = new Spot(source, target);
        }
      }
      BitSet telling = telling();
      Spot last = null;
      for (int k = 0; k < found.length; k++) {
        int next = telling.nextSetBit(k + 1);
        if (!telling.get(k) && !fits(last, found[k], next < 0 ? null : found[next])) {
          found[k] = null;
        }
        last = found[k] == null ? last : found[k];
      }
      return found;
    }

    private @Nullable Span[] find(PlainText text, Function<Pair, String> side) {
      return new CellFinder(text, pairs.stream().map(side).toList()).find();
    }

    private BitSet telling() {
      Map<String, Integer> times = new HashMap<>();
      pairs.forEach(pair -> times.merge(pair.source(), 1, Integer::sum));
      pairs.forEach(pair -> times.merge(pair.target(), 1, Integer::sum));
      BitSet telling = new BitSet();
      for (int k = 0; k < found.length; k++) {
        String source = pairs.get(k).source();
        String target = pairs.get(k).target();
        telling.set(
            k,
            found[k] != null
                && source.length() + target.length() >= TELLING
                && times.getOrDefault(source, 0) + times.getOrDefault(target, 0) == 2
                && texts.source().hasOnce(source)
                && texts.target().hasOnce(target));
      }
      return telling;
    }

    private static boolean fits(@Nullable Spot last, @Nullable Spot spot, @Nullable Spot next) {
      return spot != null
          && ((last != null && last.isNextTo(spot))
              || (next != null && spot.isNextTo(next))
              || ((last == null || last.isBefore(spot)) && (next == null || spot.isBefore(next))));
    }
  }
}
