package ballast.app.align;

import ballast.align.Pin;
import ballast.app.align.PlainPair.BeadStretch;
import ballast.bitext.Alignment;
import ballast.bitext.Bead;
import ballast.bitext.BlockType;
import ballast.bitext.Document;
import ballast.bitext.Range;
import ballast.bitext.Segment;
import ballast.bitext.Span;
import ballast.memory.PinnedBead;
import ballast.memory.PinnedBead.PinnedText;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds the beads set by people in the sentences of an article, and describes beads so that they
 * can be found again.
 *
 * <p>A bead is found if both its texts are still in the article, ignoring white space and straight
 * quotation marks. Each text must begin and end at a sentence boundary or at another of these
 * beads, so a sentence that has become longer is not divided. If a text occurs several times, the
 * occurrence with the same number counts, provided there are as many as before. Otherwise it is the
 * one next to or between the adjacent beads. A bead of code is never found because code is not
 * text.
 *
 * <p>Not thread-safe because it caches look-ups.
 */
public final class ArticlePins {

  private final PlainPair texts;

  /**
   * @param source the source sentences of the article, undivided
   */
  public ArticlePins(List<Segment> source, List<Segment> target) {
    this.texts = PlainPair.of(source, target);
  }

  PlainPair texts() {
    return texts;
  }

  /** Returns the source sentences of the article, undivided. */
  public List<Segment> sources() {
    return texts.source().segments();
  }

  public List<Segment> targets() {
    return texts.target().segments();
  }

  /**
   * Pinned beads located in the sentences of an article.
   *
   * @param source its source sentences, divided where a person divided them, with the block types
   *     set by people
   * @param pins for the aligner, one per bead in {@code kept}
   */
  public record Placed(
      List<Segment> source,
      List<Segment> target,
      List<Pin> pins,
      List<PinnedBead> kept,
      List<PinnedBead> lost) {

    public Placed {
      source = List.copyOf(source);
      target = List.copyOf(target);
      pins = List.copyOf(pins);
      kept = List.copyOf(kept);
      lost = List.copyOf(lost);
    }
  }

  /**
   * Finds beads in an article.
   *
   * @param pins in document order
   */
  public Placed place(List<PinnedBead> pins) {
    if (pins.isEmpty()) {
      return new Placed(sources(), targets(), List.of(), List.of(), List.of());
    }
    List<@Nullable BeadStretch> found = find(pins);
    List<PinnedBead> kept = new ArrayList<>();
    List<PinnedBead> lost = new ArrayList<>();
    List<BeadStretch> stretches = new ArrayList<>();
    for (int k = 0; k < pins.size(); k++) {
      BeadStretch stretch = found.get(k);
      if (stretch == null) {
        lost.add(pins.get(k));
      } else {
        kept.add(pins.get(k));
        stretches.add(stretch);
      }
    }
    return placed(stretches, kept, lost);
  }

  /**
   * @param stretches the places of the kept beads; no two overlap
   */
  Placed placed(List<BeadStretch> stretches, List<PinnedBead> kept, List<PinnedBead> lost) {
    List<Segment> sources = texts.source().divided(spans(stretches, BeadStretch::source));
    List<Segment> targets = texts.target().divided(spans(stretches, BeadStretch::target));
    List<Pin> pins = new ArrayList<>();
    for (int k = 0; k < stretches.size(); k++) {
      Range source = texts.source().range(stretches.get(k).source(), sources);
      Range target = texts.target().range(stretches.get(k).target(), targets);
      pins.add(new Pin(source, target, kept.get(k).author()));
    }
    return new Placed(
        typed(sources, pins, Pin::source, kept),
        typed(targets, pins, Pin::target, kept),
        pins,
        kept,
        lost);
  }

  private static List<Span> spans(
      List<BeadStretch> beads, Function<BeadStretch, @Nullable Span> side) {
    return beads.stream().map(side).filter(Objects::nonNull).toList();
  }

  /** Returns the position of each bead, or null if its texts are gone. */
  List<@Nullable BeadStretch> find(List<PinnedBead> pins) {
    List<PinnedText> sources = pins.stream().map(PinnedBead::source).toList();
    List<PinnedText> targets = pins.stream().map(PinnedBead::target).toList();
    @Nullable Span[] inSource = CellFinder.ofPinned(texts.source(), sources).find();
    @Nullable Span[] inTarget = CellFinder.ofPinned(texts.target(), targets).find();
    List<@Nullable BeadStretch> found = new ArrayList<>();
    for (int k = 0; k < pins.size(); k++) {
      boolean stands =
          (sources.get(k).isEmpty() || inSource[k] != null)
              && (targets.get(k).isEmpty() || inTarget[k] != null)
              && (inSource[k] != null || inTarget[k] != null);
      BeadStretch stretch = new BeadStretch(inSource[k], inTarget[k]);
      boolean isBead = stands && !texts.crossesMark(stretch) && !texts.isMark(stretch);
      found.add(isBead ? stretch : null);
    }
    while (dropFragments(found, BeadStretch::source, texts.source())
        || dropFragments(found, BeadStretch::target, texts.target())) {
      // A dropped fragment may have been the neighbour of another one.
    }
    return found;
  }

  private static boolean dropFragments(
      List<@Nullable BeadStretch> found,
      Function<BeadStretch, @Nullable Span> side,
      PlainText text) {
    BitSet starts = new BitSet();
    BitSet ends = new BitSet();
    for (BeadStretch one : found) {
      Span span = one == null ? null : side.apply(one);
      if (span != null) {
        starts.set(span.start());
        ends.set(span.end());
      }
    }
    boolean dropped = false;
    for (int k = 0; k < found.size(); k++) {
      BeadStretch one = found.get(k);
      Span span = one == null ? null : side.apply(one);
      if (span != null
          && !((text.isStart(span.start()) || ends.get(span.start()))
              && (text.isEnd(span.end()) || starts.get(span.end())))) {
        found.set(k, null);
        dropped = true;
      }
    }
    return dropped;
  }

  private static List<Segment> typed(
      List<Segment> segments, List<Pin> pins, Function<Pin, Range> side, List<PinnedBead> beads) {
    Map<Integer, BlockType> types = new TreeMap<>();
    for (int k = 0; k < pins.size(); k++) {
      BlockType type = beads.get(k).type();
      if (type != null && !type.isWhole()) {
        side.apply(pins.get(k)).of(segments).forEach(one -> types.put(one.blockIndex(), type));
      }
    }
    if (types.isEmpty()) {
      return segments;
    }
    Document document = segments.get(0).document().withTypes(types);
    return segments.stream()
        .map(one -> new Segment(document, one.blockIndex(), one.span()))
        .toList();
  }

  /**
   * Describes the text of a side of a bead, so that it can be found again.
   *
   * @param sentences of the source or a part of it; empty for an empty side
   */
  public PinnedText source(List<Segment> sentences) {
    return text(sentences, texts.source());
  }

  public PinnedText target(List<Segment> sentences) {
    return text(sentences, texts.target());
  }

  /**
   * Describes the kept beads with their present texts.
   *
   * @param alignment made with {@code placed.pins()}
   * @return in document order
   */
  public List<PinnedBead> inForce(Alignment alignment, Placed placed) {
    if (placed.kept().isEmpty()) {
      return List.of();
    }
    Map<Integer, PinnedBead> bySource = new HashMap<>();
    Map<Integer, PinnedBead> byTarget = new HashMap<>();
    for (int k = 0; k < placed.kept().size(); k++) {
      Pin pin = placed.pins().get(k);
      if (pin.source().isEmpty()) {
        byTarget.put(pin.target().start(), placed.kept().get(k));
      } else {
        bySource.put(pin.source().start(), placed.kept().get(k));
      }
    }
    List<PinnedBead> pins = new ArrayList<>();
    for (Bead bead : alignment.beads()) {
      PinnedBead pin =
          bead.source().isEmpty()
              ? byTarget.get(bead.target().start())
              : bySource.get(bead.source().start());
      if (pin != null) {
        pins.add(
            new PinnedBead(
                source(bead.source().of(alignment.source())),
                target(bead.target().of(alignment.target())),
                pin.confirmed(),
                pin.type(),
                pin.author(),
                pin.time()));
      }
    }
    return List.copyOf(pins);
  }

  private static PinnedText text(List<Segment> sentences, PlainText text) {
    if (sentences.isEmpty()) {
      return PinnedText.NONE;
    }
    String joined = Alignment.text(sentences);
    List<Integer> all = text.occurrences(PlainText.plain(joined));
    int place = Collections.binarySearch(all, text.start(sentences.get(0)));
    return place < 0 ? new PinnedText(joined, 0) : new PinnedText(joined, place, all.size());
  }

  /**
   * The beads set by people in an article, as recorded in the memory.
   *
   * @param pins in document order
   * @param discarded whether they are dropped; a bead repeated by a table of corrections keeps its
   *     author and time
   */
  record PinnedBeads(List<PinnedBead> pins, boolean discarded) {

    static final PinnedBeads NONE = new PinnedBeads(List.of(), false);

    PinnedBeads {
      pins = List.copyOf(pins);
    }

    List<PinnedBead> kept() {
      return discarded ? List.of() : pins;
    }

    boolean hasDiscarded() {
      return discarded && !pins.isEmpty();
    }
  }
}
