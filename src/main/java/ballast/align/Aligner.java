package ballast.align;

import ballast.bitext.Alignment;
import ballast.bitext.Bead;
import ballast.bitext.BlockType;
import ballast.bitext.Range;
import ballast.bitext.Segment;
import ballast.lexicon.Lexicon;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds which sentences of two texts translate each other.
 *
 * <p>Learns which words translate each other from the two texts themselves, beside the lexicon.
 * Works in both directions between Chinese and English, and less well between other languages.
 * Deterministic; immutable and thread-safe; each call runs on the calling thread, unless {@link
 * #withThreads} allows more.
 */
public final class Aligner {

  private final Lexicon lexicon;
  private final AlignerParameters parameters;
  private final SentenceReader reader;
  private final int threads;

  /** An aligner with the default weights. */
  public Aligner(Lexicon lexicon) {
    this(lexicon, AlignerParameters.DEFAULT);
  }

  public Aligner(Lexicon lexicon, AlignerParameters parameters) {
    this(lexicon, parameters, new SentenceReader(lexicon.words()), 1);
  }

  private Aligner(
      Lexicon lexicon, AlignerParameters parameters, SentenceReader reader, int threads) {
    this.lexicon = lexicon;
    this.parameters = parameters;
    this.reader = reader;
    this.threads = threads;
  }

  /**
   * The same aligner for long texts, of which it searches several windows at a time. The beads are
   * the same; each further thread needs up to 250 MB of heap.
   *
   * @param newThreads at least 1; texts of at most 4,000 sentences, both sides together, use one
   */
  public Aligner withThreads(int newThreads) {
    if (newThreads < 1) {
      throw new IllegalArgumentException(newThreads + " threads");
    }
    return new Aligner(lexicon, parameters, reader, newThreads);
  }

  /**
   * Aligns two texts without any known renderings.
   *
   * @param source sentences of one document, in order; may be empty
   * @param target sentences of its translation, in order; may be empty
   * @return every sentence in one bead, each with a confidence and reasons; no beads when both
   *     sides are empty, only one-sided ones when one is. The first {@link
   *     ballast.bitext.BlockType#MARK} of one side pairs with the first of the other, and so on; no
   *     bead crosses them
   * @throws IllegalArgumentException if neither side is empty and one has more marks
   */
  public Alignment align(List<Segment> source, List<Segment> target) {
    return align(source, target, List.of());
  }

  /**
   * Aligns two texts with the help of known renderings.
   *
   * @param known glossary terms and approved units, from source to target; units must not come from
   *     these two texts, or the aligner would confirm its own earlier result
   */
  public Alignment align(List<Segment> source, List<Segment> target, List<Rendering> known) {
    return align(source, target, known, List.of());
  }

  /**
   * Aligns two texts around beads that a person has set.
   *
   * @param known as in {@link #align(List, List, List)}
   * @param pins in any order. Each comes back as a bead with confidence 1 and the reason {@code set
   *     by NAME}; no other bead crosses those that are in order
   * @throws IllegalArgumentException if pins overlap, leave the texts, or contain or cross marks
   */
  public Alignment align(
      List<Segment> source, List<Segment> target, List<Rendering> known, List<Pin> pins) {
    int sourceEnd = contentEnd(source);
    int targetEnd = contentEnd(target);
    for (Pin pin : pins) {
      sourceEnd = pin.source().isEmpty() ? sourceEnd : Math.max(sourceEnd, pin.source().end());
      targetEnd = pin.target().isEmpty() ? targetEnd : Math.max(targetEnd, pin.target().end());
    }
    if (sourceEnd == 0 || targetEnd == 0) {
      return new Alignment(source, target, beads(Pins.of(source, target, pins), known));
    }
    // Heads and feet of pages come last; between the sentences they would shift the others.
    List<Segment> sourceContent = source.subList(0, Math.min(sourceEnd, source.size()));
    List<Segment> targetContent = target.subList(0, Math.min(targetEnd, target.size()));
    List<Bead> beads = new ArrayList<>(beads(Pins.of(sourceContent, targetContent, pins), known));
    Pins tail =
        Pins.of(
            source.subList(sourceEnd, source.size()),
            target.subList(targetEnd, target.size()),
            List.of());
    for (Bead bead : beads(tail, known)) {
      beads.add(moved(bead, sourceEnd, targetEnd));
    }
    return new Alignment(source, target, beads);
  }

  /** How many segments there are without the furniture at the end. */
  private static int contentEnd(List<Segment> segments) {
    int end = segments.size();
    while (end > 0 && segments.get(end - 1).type() == BlockType.FURNITURE) {
      end--;
    }
    return end;
  }

  private static Bead moved(Bead bead, int bySource, int byTarget) {
    return new Bead(
        moved(bead.source(), bySource),
        moved(bead.target(), byTarget),
        bead.confidence(),
        bead.reasons(),
        bead.moved());
  }

  private static Range moved(Range range, int by) {
    return new Range(range.start() + by, range.end() + by);
  }

  private List<Bead> beads(Pins pins, List<Rendering> known) {
    boolean swap = isChinese(pins.target()) && !isChinese(pins.source());
    TextSide left = TextSide.ofRows(swap ? pins.target() : pins.source(), reader);
    TextSide right = TextSide.ofRows(swap ? pins.source() : pins.target(), reader);
    if (left.size() == 0 || right.size() == 0) {
      return pins.inSentences(alone(pins.source(), pins.target()));
    }
    BothTexts texts =
        BothTexts.of(left, right, lexicon, parameters)
            .withPrecedents(
                known.stream().map(one -> Precedent.of(one, lexicon.words(), swap)).toList());
    CoarsePath coarse = CoarsePath.of(texts);
    List<Bead> beads = new Windows(texts, coarse, swap).beads(threads);
    MovedPassages moved = new MovedPassages(texts, coarse.similarities(), swap);
    return pins.inSentences(moved.pairUp(beads, pins.moved()));
  }

  private static boolean isChinese(List<Row> rows) {
    return !rows.isEmpty() && rows.get(0).first().document().lang().isChinese();
  }

  /** One-sided beads of one row each, when the other text is empty. */
  private static List<Bead> alone(List<Row> source, List<Row> target) {
    List<Bead> beads = new ArrayList<>();
    for (int i = 0; i < source.size(); i++) {
      beads.add(new Bead(new Range(i, i + 1), new Range(0, 0), 1, reasons(source.get(i).first())));
    }
    for (int j = 0; j < target.size(); j++) {
      beads.add(new Bead(new Range(0, 0), new Range(j, j + 1), 1, reasons(target.get(j).first())));
    }
    return beads;
  }

  private static List<String> reasons(Segment alone) {
    boolean furniture = alone.type() == BlockType.FURNITURE;
    return List.of(furniture ? "page furniture: left alone" : "only here: the other text is empty");
  }
}
