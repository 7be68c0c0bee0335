package ballast.align;

import ballast.bitext.Alignment;
import ballast.bitext.Bead;
import ballast.bitext.BlockType;
import ballast.bitext.Range;
import ballast.bitext.Segment;
import ballast.lexicon.Lexicon;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds which sentences of two texts translate each other.
 *
 * <p>In addition to the lexicon, it learns word translations from the two texts themselves. Works
 * in both directions between Chinese and English, and less well between other languages.
 * Deterministic, immutable and thread-safe. Each call runs on the calling thread unless {@link
 * #withThreads} allows more.
 */
public final class Aligner {

  private final Lexicon lexicon;
  private final AlignerParameters parameters;
  private final Sentence.Reader reader;
  private final int threads;

  public Aligner(Lexicon lexicon) {
    this(lexicon, AlignerParameters.DEFAULT);
  }

  public Aligner(Lexicon lexicon, AlignerParameters parameters) {
    this(lexicon, parameters, new Sentence.Reader(lexicon.words()), 1);
  }

  private Aligner(
      Lexicon lexicon, AlignerParameters parameters, Sentence.Reader reader, int threads) {
    this.lexicon = lexicon;
    this.parameters = parameters;
    this.reader = reader;
    this.threads = threads;
  }

  /**
   * Returns an aligner that searches several windows of a long text at a time. The beads are the
   * same. Each further thread needs up to 250 MB of heap.
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
   * Aligns two texts without any known renderings. Either text may be empty.
   *
   * <p>The first {@link ballast.bitext.BlockType#MARK} of one side pairs with the first of the
   * other, and so on; no bead crosses them.
   *
   * @return every sentence in one bead, each with a confidence and reasons; no beads if both sides
   *     are empty, and only one-sided ones if one is
   * @throws IllegalArgumentException if neither side is empty and one has more marks
   */
  public Alignment align(List<Segment> source, List<Segment> target) {
    return align(source, target, List.of(), List.of());
  }

  /**
   * Aligns two texts around beads that are certain, with the help of known renderings.
   *
   * @param known glossary terms and approved units, from source to target; units must not come from
   *     these two texts, or the aligner would confirm its own earlier result
   * @param pins in any order. Each becomes a bead with its confidence and reasons; no other bead
   *     crosses the pins that are in order
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
    // Page headers and footers come last. Between the sentences they would shift the others.
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

  private static boolean isChinese(List<TextSide.Row> rows) {
    return !rows.isEmpty() && rows.get(0).first().document().lang().isChinese();
  }

  private static List<Bead> alone(List<TextSide.Row> source, List<TextSide.Row> target) {
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

  /**
   * The pins of two texts. The search sees the sentences of a pin as one {@link TextSide.Row}, so a
   * pin of any shape is a pair of rows. {@link #inSentences} turns the resulting beads back into
   * sentences.
   */
  private static final class Pins {

    private final List<TextSide.Row> source;
    private final List<TextSide.Row> target;
    private final int[] sourceStarts;
    private final int[] targetStarts;

    private Pins(List<TextSide.Row> source, List<TextSide.Row> target) {
      this.source = source;
      this.target = target;
      this.sourceStarts = starts(source);
      this.targetStarts = starts(target);
    }

    static Pins of(List<Segment> source, List<Segment> target, List<Pin> pins) {
      Set<Pin> paired = inOrder(pins, target.size());
      List<TextSide.Row> sourceRows = rows(source, pins, Pin::source, paired);
      List<TextSide.Row> targetRows = rows(target, pins, Pin::target, paired);
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

    /** The largest set of two-sided pins, by sentences, in which no pin crosses another. */
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

    private static List<TextSide.Row> rows(
        List<Segment> segments, List<Pin> pins, Function<Pin, Range> side, Set<Pin> paired) {
      List<Pin> sorted =
          pins.stream()
              .filter(pin -> !side.apply(pin).isEmpty())
              .sorted(Comparator.comparingInt(pin -> side.apply(pin).start()))
              .toList();
      List<TextSide.Row> rows = new ArrayList<>();
      int next = 0;
      for (Pin pin : sorted) {
        Range range = side.apply(pin);
        if (range.start() < next || range.end() > segments.size()) {
          throw refused(pin, "overlaps another or leaves the text");
        }
        segments
            .subList(next, range.start())
            .forEach(segment -> rows.add(TextSide.Row.of(segment)));
        List<Segment> pinned = range.of(segments);
        if (pinned.stream().anyMatch(segment -> segment.type() == BlockType.MARK)) {
          throw refused(pin, "contains a mark");
        }
        rows.add(new TextSide.Row(List.copyOf(pinned), pin, paired.contains(pin)));
        next = range.end();
      }
      segments
          .subList(next, segments.size())
          .forEach(segment -> rows.add(TextSide.Row.of(segment)));
      return List.copyOf(rows);
    }

    private static IllegalArgumentException refused(Pin pin, String why) {
      return new IllegalArgumentException(
          "pin " + pin.source().toIndexList() + ":" + pin.target().toIndexList() + " " + why);
    }

    private static int[] marks(List<Segment> segments) {
      int[] marks = new int[segments.size() + 1];
      for (int i = 0; i < segments.size(); i++) {
        marks[i + 1] = marks[i] + (segments.get(i).type() == BlockType.MARK ? 1 : 0);
      }
      return marks;
    }

    private static int[] starts(List<TextSide.Row> rows) {
      int[] starts = new int[rows.size() + 1];
      for (int i = 0; i < rows.size(); i++) {
        starts[i + 1] = starts[i] + rows.get(i).segments().size();
      }
      return starts;
    }

    List<TextSide.Row> source() {
      return source;
    }

    List<TextSide.Row> target() {
      return target;
    }

    /** The pins that cross others, as moved beads of one row on each side. */
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

    /** Converts beads of rows to beads of sentences; those of pins get the pin's confidence. */
    List<Bead> inSentences(List<Bead> beads) {
      return beads.stream().map(this::inSentences).toList();
    }

    private Bead inSentences(Bead bead) {
      Range from = sentences(sourceStarts, bead.source());
      Range to = sentences(targetStarts, bead.target());
      Pin pin = pin(bead);
      return pin == null
          ? new Bead(from, to, bead.confidence(), bead.reasons(), bead.moved())
          : new Bead(from, to, pin.confidence(), pin.reasons(bead.moved()), bead.moved());
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

  /**
   * Cuts long texts into windows along a coarse path, so that the search's memory does not grow
   * with the texts. Windows overlap and are searched independently. Two neighbours are joined at
   * the surest border that both have ({@link Joint}).
   */
  static final class Windows {

    static final String THREAD = "align a window";

    private final BothTexts texts;
    private final CoarsePath coarsePath;
    private final boolean swapped;

    Windows(BothTexts texts, CoarsePath coarsePath, boolean swapped) {
      this.texts = texts;
      this.coarsePath = coarsePath;
      this.swapped = swapped;
    }

    /** The beads, in the user's order of sides; the same for any number of threads. */
    List<Bead> beads(int threads) {
      List<List<Link>> windows = cut(coarsePath.find());
      List<List<Joint.Placed>> found =
          threads == 1 || windows.size() == 1
              ? windows.stream().map(this::search).toList()
              : searched(windows, Math.min(threads, windows.size()));
      List<Joint.Placed> joined = new ArrayList<>(found.get(0));
      for (List<Joint.Placed> next : found.subList(1, found.size())) {
        join(joined, next);
      }
      return joined.stream().map(Joint.Placed::bead).toList();
    }

    /**
     * @throws CancellationException if this thread is interrupted; it stays so, and the others end
     */
    private List<List<Joint.Placed>> searched(List<List<Link>> windows, int threads) {
      ExecutorService pool =
          Executors.newFixedThreadPool(threads, task -> new Thread(task, THREAD));
      try {
        List<Future<List<Joint.Placed>>> results = new ArrayList<>();
        windows.forEach(window -> results.add(pool.submit(() -> search(window))));
        List<List<Joint.Placed>> found = new ArrayList<>();
        for (Future<List<Joint.Placed>> result : results) {
          found.add(result.get());
        }
        return found;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new CancellationException("interrupted");
      } catch (ExecutionException e) {
        if (e.getCause() instanceof Error error) {
          throw error; // out of memory, which callers report
        }
        throw (RuntimeException) e.getCause();
      } finally {
        pool.shutdownNow();
      }
    }

    private static List<List<Link>> cut(List<Link> coarse) {
      List<List<Link>> windows = new ArrayList<>();
      int step = 0;
      int end;
      do {
        end = firstBeyond(coarse, step, startOf(coarse, step) + CoarsePath.WINDOW);
        windows.add(coarse.subList(step, end));
        step = Math.max(step + 1, firstBeyond(coarse, step, startOf(coarse, end) - Joint.OVERLAP));
      } while (end < coarse.size());
      return windows;
    }

    /** The first step, not before {@code from}, that ends beyond a position. */
    private static int firstBeyond(List<Link> path, int from, int position) {
      int step = from;
      while (step < path.size()
          && path.get(step).left().end() + path.get(step).right().end() <= position) {
        step++;
      }
      return step;
    }

    private static int startOf(List<Link> path, int step) {
      if (step == path.size()) {
        Link last = path.get(step - 1);
        return last.left().end() + last.right().end();
      }
      return path.get(step).left().start() + path.get(step).right().start();
    }

    private List<Joint.Placed> search(List<Link> coarse) {
      Link first = coarse.get(0);
      Link last = coarse.get(coarse.size() - 1);
      Range left = new Range(first.left().start(), last.left().end());
      Range right = new Range(first.right().start(), last.right().end());
      if (left.isEmpty() || right.isEmpty()) {
        return coarse.stream().map(this::alone).toList();
      }
      BothTexts part = texts.slice(left, right);
      SearchOutcome outcome =
          coarsePath
              .search(part)
              .run(coarse.stream().map(l -> l.shifted(-left.start(), -right.start())).toList());
      List<Bead> beads = new Confidence(outcome, part, swapped).beads();
      List<Joint.Placed> placed = new ArrayList<>();
      for (int k = 0; k < beads.size(); k++) {
        Bead bead = beads.get(k);
        Link link = outcome.path().get(k).shifted(left.start(), right.start());
        Link turned = swapped ? link.swapped() : link;
        placed.add(
            new Joint.Placed(
                link, new Bead(turned.left(), turned.right(), bead.confidence(), bead.reasons())));
      }
      return placed;
    }

    void join(List<Joint.Placed> joined, List<Joint.Placed> next) {
      Joint joint = Joint.common(joined, next);
      if (joint == null) {
        // No common border: search again from the surest border of the first window.
        joint = Joint.of(joined);
        next = search(bridged(joined.get(joint.before() - 1).link(), next));
      }
      joined.subList(joint.before(), joined.size()).clear();
      joined.addAll(next.subList(joint.after(), next.size()));
    }

    /** A path from the end of {@code from} over the beads of a window that begin after it. */
    private static List<Link> bridged(Link from, List<Joint.Placed> window) {
      int row = from.left().end();
      int column = from.right().end();
      List<Link> rest =
          window.stream()
              .map(Joint.Placed::link)
              .filter(link -> link.left().start() >= row && link.right().start() >= column)
              .toList();
      Link last = window.get(window.size() - 1).link();
      int toRow = rest.isEmpty() ? last.left().end() : rest.get(0).left().start();
      int toColumn = rest.isEmpty() ? last.right().end() : rest.get(0).right().start();
      List<Link> steps = new ArrayList<>();
      for (int i = row; i < toRow; i++) {
        steps.add(new Link(new Range(i, i + 1), new Range(column, column)));
      }
      for (int j = column; j < toColumn; j++) {
        steps.add(new Link(new Range(toRow, toRow), new Range(j, j + 1)));
      }
      steps.addAll(rest);
      return steps;
    }

    private Joint.Placed alone(Link link) {
      Link turned = swapped ? link.swapped() : link;
      return new Joint.Placed(
          link,
          new Bead(
              turned.left(), turned.right(), 1, List.of("only here: the other text has ended")));
    }
  }

  /**
   * @param before number of beads kept from the first window
   * @param after number of beads dropped from the second window
   */
  record Joint(int before, int after) {

    /** Sentences shared by two neighbouring windows, both sides together. */
    static final int OVERLAP = 300;

    /**
     * @param link in the aligner's order of sides
     * @param bead in the user's order of sides
     */
    record Placed(Link link, Bead bead) {}

    private record Corner(int row, int column) {

      static Corner before(Placed bead) {
        return new Corner(bead.link().left().start(), bead.link().right().start());
      }

      static Corner after(Placed bead) {
        return new Corner(bead.link().left().end(), bead.link().right().end());
      }

      int position() {
        return row + column;
      }
    }

    /**
     * Finds the surest border common to two windows. Only the middle half of their overlap counts,
     * where each window has context on both sides.
     */
    static @Nullable Joint common(List<Placed> first, List<Placed> second) {
      int from = Corner.before(second.get(0)).position();
      int to = Corner.after(last(first)).position();
      int margin = (to - from) / 4;
      Map<Corner, Integer> borders = new HashMap<>();
      for (int k = first.size(); k > 0; k--) {
        Corner corner = Corner.after(first.get(k - 1));
        if (corner.position() < from + margin) {
          break;
        }
        borders.put(corner, k);
      }
      Joint best = null;
      double sureness = -1;
      for (int k = 0; k < second.size(); k++) {
        Corner corner = Corner.before(second.get(k));
        if (corner.position() > to - margin) {
          break;
        }
        Integer before = borders.get(corner);
        if (before != null) {
          double both =
              Math.min(sureness(first.get(before - 1).bead()), sureness(second.get(k).bead()));
          if (both > sureness) {
            sureness = both;
            best = new Joint(before, k);
          }
        }
      }
      return best;
    }

    /** The surest border of a single window in the same region, or its end if it is short. */
    static Joint of(List<Placed> window) {
      int end = Corner.after(last(window)).position();
      int best = window.size();
      double sureness = -1;
      for (int k = window.size(); k > 0; k--) {
        int position = Corner.after(window.get(k - 1)).position();
        if (position <= end - OVERLAP * 3 / 4) {
          break;
        }
        double sure = sureness(window.get(k - 1).bead());
        if (position <= end - OVERLAP / 4 && sure > sureness) {
          sureness = sure;
          best = k;
        }
      }
      return new Joint(best, 0);
    }

    private static double sureness(Bead bead) {
      return bead.isOneSided() ? 0 : bead.confidence();
    }

    private static Placed last(List<Placed> window) {
      return window.get(window.size() - 1);
    }
  }
}
