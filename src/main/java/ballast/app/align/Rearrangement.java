package ballast.app.align;

import ballast.align.Pin;
import ballast.app.align.ArticlePins.Placed;
import ballast.bitext.Bead;
import ballast.bitext.BlockType;
import ballast.bitext.Excerpt;
import ballast.bitext.InputException;
import ballast.bitext.Range;
import ballast.bitext.Segment;
import ballast.bitext.Side;
import ballast.bitext.Span;
import ballast.format.file.Characters;
import ballast.memory.PinnedBead;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Moves beads of an article. Beads that a move neither makes nor frees stay. Pure computation; use
 * once.
 */
final class Rearrangement {

  private static final int MAX_SHOWN = 40;

  /** Maximum beads on either side of a move that are aligned again; more would take too long. */
  private static final int MAX_LOOSE = 100;

  private final OpenArticle article;
  private final String author;
  private final Instant time;

  /** The source sentences; a split may cut one in two. */
  private final List<Segment> source;

  private final List<Segment> target;

  /** New beads by the bead that they replace. */
  private final Map<Integer, List<EditedBead>> made = new HashMap<>();

  /** Beads that the aligner places again. */
  private final Set<Integer> free = new HashSet<>();

  private boolean isComplete = true;

  /**
   * @param author may be empty
   * @param time in whole seconds
   */
  Rearrangement(OpenArticle article, String author, Instant time) {
    this.article = article;
    this.author = author;
    this.time = time;
    this.source = new ArrayList<>(article.alignment().source());
    this.target = new ArrayList<>(article.alignment().target());
  }

  /**
   * A bead during a move.
   *
   * @param source positions in the source sentences; may be empty
   * @param target positions in the target sentences; may be empty if the source is not
   * @param old the aligner's bead; null if the move made it
   * @param pin what a person has set; null if nothing
   */
  record EditedBead(Range source, Range target, @Nullable Bead old, @Nullable PinnedBead pin) {

    static final Range NONE = new Range(0, 0);

    EditedBead {
      source = source.isEmpty() ? NONE : source;
      target = target.isEmpty() ? NONE : target;
    }

    boolean isOneSided() {
      return source.isEmpty() || target.isEmpty();
    }

    Pin forAligner() {
      return new Pin(source, target, pin == null ? "" : pin.author());
    }

    /** Returns the bead with empty sides placed at the end of the preceding sides. */
    Bead in(int sourceBefore, int targetBefore, boolean moved) {
      Range from = source.isEmpty() ? new Range(sourceBefore, sourceBefore) : source;
      Range to = target.isEmpty() ? new Range(targetBefore, targetBefore) : target;
      if (pin != null) {
        String by = pin.author().isEmpty() ? "a person" : pin.author();
        return new Bead(from, to, 1, List.of("set by " + by), moved);
      }
      return old == null
          ? new Bead(from, to, 1, List.of(), moved)
          : new Bead(from, to, old.confidence(), old.reasons(), moved);
    }
  }

  void merge(int first, int last) {
    List<Integer> merged = checked(first, last);
    if (merged.size() < 2) {
      throw new InputException("one bead alone cannot be merged", "choose two or more");
    }
    take(merged);
    merged.forEach(bead -> made.put(bead, List.of()));
    make(first, merged, joined(merged, Side.SOURCE), joined(merged, Side.TARGET));
  }

  void split(int bead, Cut inSource, Cut inTarget) {
    take(List.of(bead));
    List<Range> from = halves(bead, Side.SOURCE, inSource);
    List<Range> to = halves(bead, Side.TARGET, inTarget);
    for (int half = 0; half < 2; half++) {
      if (from.get(half).isEmpty() && to.get(half).isEmpty()) {
        throw new InputException(
            "cannot split " + shown(bead) + " there: one half would be empty",
            "split between its sentences, or inside one of them");
      }
      make(bead, List.of(bead), from.get(half), to.get(half));
    }
  }

  /** Returns the sentences of both halves of a side, after cutting one of them if necessary. */
  private List<Range> halves(int bead, Side side, Cut place) {
    Range range = range(bead, side);
    int at = range.start() + place.sentences();
    if (place.offset() == 0 && at <= range.end()) {
      return List.of(new Range(range.start(), at), new Range(at, range.end()));
    }
    if (at >= range.end()) {
      throw new InputException(
          "cannot split behind sentence " + place.sentences() + ": there are " + range.size(),
          "choose a place inside the bead");
    }
    List<Segment> sentences = side == Side.SOURCE ? source : target;
    sentences.addAll(at, parts(sentences.remove(at), place.offset()));
    return List.of(new Range(range.start(), at + 1), new Range(at + 1, range.end() + 1));
  }

  /**
   * @param sentences to move down; negative to move up
   */
  void shift(int upper, Side side, int sentences) {
    boolean down = sentences > 0;
    int lower = upper + 1;
    List<Integer> both = checked(upper, lower);
    take(both);
    Range above = range(upper, side);
    Range below = range(lower, side);
    if ((down ? above : below).size() < Math.max(1, Math.abs(sentences))) {
      throw new InputException(
          shown(down ? upper : lower) + " has no " + side + " sentence to shift",
          "shift the other side, or in the other direction");
    }
    if (!above.isEmpty() && !below.isEmpty() && above.end() != below.start()) {
      throw new InputException(
          "cannot shift: the next " + side + " sentence is elsewhere", "swap or link the beads");
    }
    int edge = (down ? above.end() : below.start()) - sentences;
    Range first = new Range(above.isEmpty() ? below.start() : above.start(), edge);
    Range second = new Range(edge, below.isEmpty() ? above.end() : below.end());
    makeWith(upper, side, first);
    makeWith(lower, side, second);
  }

  private void makeWith(int bead, Side side, Range range) {
    Range other = range(bead, side.other());
    boolean isSource = side == Side.SOURCE;
    make(bead, List.of(bead), isSource ? range : other, isSource ? other : range);
  }

  void shiftRest(int bead, Side side) {
    requireTwoSided(bead, "shift");
    take(List.of(bead));
    makeWith(bead, side, EditedBead.NONE);
    isComplete = false;
    free.addAll(loose(bead, 1));
  }

  void swap(int bead) {
    List<Integer> both = checked(bead, bead + 1);
    both.forEach(one -> requireTwoSided(one, "swap"));
    take(both);
    makeWith(bead, Side.TARGET, range(bead + 1, Side.TARGET));
    makeWith(bead + 1, Side.TARGET, range(bead, Side.TARGET));
  }

  void unlink(int bead) {
    requireTwoSided(bead, "unlink");
    take(List.of(bead));
    makeWith(bead, Side.TARGET, EditedBead.NONE);
    makeWith(bead, Side.SOURCE, EditedBead.NONE);
  }

  void link(int one, int other) {
    List<Integer> both = List.of(checked(one, one).get(0), checked(other, other).get(0));
    boolean isForward = range(one, Side.TARGET).isEmpty();
    int from = isForward ? one : other;
    int to = isForward ? other : one;
    if (!range(from, Side.TARGET).isEmpty() || !range(to, Side.SOURCE).isEmpty()) {
      throw new InputException(
          "cannot link %s and %s: one must be without a target, the other without a source"
              .formatted(shown(one), shown(other)),
          "unlink them from their partners first");
    }
    take(both);
    Range sources = range(from, Side.SOURCE);
    Range targets = range(to, Side.TARGET);
    if (marks(source, sources.start()) != marks(target, targets.start())) {
      throw new InputException(
          "cannot link %s and %s: a mark lies between them".formatted(shown(one), shown(other)),
          "take the mark out of both files, and align them again");
    }
    made.put(to, List.of());
    make(from, both, sources, targets);
  }

  void confirm(int first, int last) {
    checked(first, last).forEach(this::confirm);
  }

  private void confirm(int bead) {
    PinnedBead pin = article.pin(bead);
    if (!isCode(bead) && (pin == null || !pin.confirmed())) {
      fix(bead, /* confirmed= */ true, pin == null ? null : pin.type());
    }
  }

  void confirmSure(double minConfidence) {
    for (int i = 0; i < article.beads().size(); i++) {
      Bead bead = article.beads().get(i);
      if (article.pin(i) == null
          && article.alignment().isUnit(bead)
          && bead.confidence() >= minConfidence) {
        confirm(i);
      }
    }
  }

  void release(int bead) {
    checked(bead, bead);
    if (article.pin(bead) == null) {
      throw new InputException(
          shown(bead) + " is not fixed", "only a bead that a person has fixed can be released");
    }
    loosen(new SharedSentences(article).with(bead));
  }

  void setType(int bead, BlockType type) {
    PinnedBead pin = article.pin(checked(bead, bead).get(0));
    if (pin == null || pin.type() != type) {
      take(List.of(bead));
      fix(bead, article.isConfirmed(bead), type);
    }
  }

  void realign(int first, int last) {
    List<Integer> range = checked(first, last);
    SharedSentences sentences = new SharedSentences(article);
    Set<Integer> loose = new HashSet<>();
    range.stream().filter(this::isSideEffect).forEach(loose::add);
    Set<Integer> released = new HashSet<>();
    for (int bead : range) {
      boolean all =
          sentences.with(bead).stream()
              .allMatch(one -> article.pin(one) == null || loose.contains(one));
      if (all && (article.pin(bead) == null ? !isCode(bead) : loose.contains(bead))) {
        released.add(bead);
      }
    }
    loosen(released);
  }

  /** Has the aligner place beads, and those around them that are not fixed. */
  private void loosen(Set<Integer> released) {
    free.addAll(released);
    for (int bead : released) {
      free.addAll(loose(bead, -1));
      free.addAll(loose(bead, 1));
    }
  }

  /** Whether a bead was set only as a side effect: neither confirmed nor typed. */
  private boolean isSideEffect(int bead) {
    PinnedBead pin = article.pin(bead);
    return pin != null && !pin.confirmed() && pin.type() == null;
  }

  private void take(List<Integer> taken) {
    taken.forEach(this::requireText);
  }

  private List<Integer> checked(int first, int last) {
    int count = article.beads().size();
    if (first < 0 || last < first || last >= count) {
      throw new InputException(
          "there is no bead %s: the article has %s"
              .formatted(first < 0 || first >= count ? first : last, count),
          "choose another bead");
    }
    List<Integer> beads = new ArrayList<>();
    for (int i = first; i <= last; i++) {
      beads.add(i);
    }
    return beads;
  }

  private Range range(int bead, Side side) {
    Bead one = article.beads().get(bead);
    return side == Side.SOURCE ? one.source() : one.target();
  }

  private Range joined(List<Integer> merged, Side side) {
    List<Range> ranges =
        merged.stream()
            .map(bead -> range(bead, side))
            .filter(range -> !range.isEmpty())
            .sorted(Comparator.comparingInt(Range::start))
            .toList();
    for (int i = 1; i < ranges.size(); i++) {
      if (ranges.get(i - 1).end() != ranges.get(i).start()) {
        throw new InputException(
            "cannot merge: the " + side + " sentences do not follow one another",
            "swap or link the beads first");
      }
    }
    return ranges.isEmpty()
        ? EditedBead.NONE
        : new Range(ranges.get(0).start(), ranges.get(ranges.size() - 1).end());
  }

  /** Whether a bead contains code or a user's mark, which keep their places. */
  private boolean isCode(int bead) {
    Bead one = article.beads().get(bead);
    return Stream.concat(
            one.source().of(article.alignment().source()).stream(),
            one.target().of(article.alignment().target()).stream())
        .anyMatch(segment -> segment.type().isWhole());
  }

  private void requireText(int bead) {
    checked(bead, bead);
    if (isCode(bead)) {
      throw new InputException(
          shown(bead) + " is code or a mark and keeps its place",
          "change the files, and align them again");
    }
  }

  private void requireTwoSided(int bead, String verb) {
    checked(bead, bead);
    if (article.beads().get(bead).isOneSided()) {
      throw new InputException(
          "cannot " + verb + " " + shown(bead) + ": it has sentences on one side only",
          "link it with a sentence of the other side first");
    }
  }

  /** Returns the beads in a row above (-1) or below (1) a bead that are not fixed. */
  private List<Integer> loose(int bead, int step) {
    List<Integer> loose = new ArrayList<>();
    for (int i = bead + step; isLoose(i) && loose.size() < MAX_LOOSE; i += step) {
      loose.add(i);
    }
    return loose;
  }

  private boolean isLoose(int bead) {
    return bead >= 0 && bead < article.beads().size() && article.pin(bead) == null && !isCode(bead);
  }

  private String shown(int bead) {
    Bead one = article.beads().get(bead);
    String text =
        one.source().isEmpty()
            ? article.alignment().targetText(one)
            : article.alignment().sourceText(one);
    return '"' + Excerpt.of(text, MAX_SHOWN) + '"';
  }

  private void fix(int bead, boolean confirmed, @Nullable BlockType type) {
    Bead old = article.beads().get(bead);
    made.put(bead, List.of(fixed(old.source(), old.target(), old, confirmed, type)));
  }

  private void make(int at, List<Integer> from, Range sources, Range targets) {
    List<EditedBead> here = new ArrayList<>(made.getOrDefault(at, List.of()));
    if (!(sources.isEmpty() && targets.isEmpty())) {
      here.add(fixed(sources, targets, null, /* confirmed= */ false, type(from)));
    }
    made.put(at, here);
  }

  private EditedBead fixed(
      Range sources,
      Range targets,
      @Nullable Bead old,
      boolean confirmed,
      @Nullable BlockType type) {
    ArticlePins texts = article.read().pins();
    PinnedBead pin =
        new PinnedBead(
            texts.source(sources.of(source)),
            texts.target(targets.of(target)),
            confirmed,
            type,
            author,
            time);
    return new EditedBead(sources, targets, old, pin);
  }

  /** Returns the type set by people, if all of these beads that have one agree. */
  private @Nullable BlockType type(List<Integer> some) {
    List<BlockType> types =
        some.stream()
            .map(article::pin)
            .filter(Objects::nonNull)
            .map(PinnedBead::type)
            .filter(Objects::nonNull)
            .distinct()
            .toList();
    return types.size() == 1 ? types.get(0) : null;
  }

  private static long marks(List<Segment> sentences, int end) {
    return sentences.subList(0, end).stream()
        .filter(segment -> segment.type() == BlockType.MARK)
        .count();
  }

  private static List<Segment> parts(Segment sentence, int offset) {
    String text = sentence.text();
    boolean inside =
        offset < text.length()
            && hasText(text.substring(0, offset))
            && hasText(text.substring(offset));
    if (!inside || Character.isLowSurrogate(text.charAt(offset))) {
      throw new InputException(
          "cannot split \"" + text + "\" at character " + offset + ": that is not inside it",
          "choose a place between two characters of the sentence");
    }
    int end = offset;
    while (Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    int start = offset;
    while (Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    int base = sentence.span().start();
    return List.of(
        part(sentence, base, base + end), part(sentence, base + start, sentence.span().end()));
  }

  private static boolean hasText(String part) {
    return !part.replace('"', ' ').isBlank();
  }

  private static Segment part(Segment of, int start, int end) {
    return new Segment(of.document(), of.blockIndex(), new Span(start, end));
  }

  /** Whether every sentence is in a bead; the aligner places the others. */
  boolean isComplete() {
    return isComplete && free.isEmpty();
  }

  /** Returns the fixed beads, in order. */
  List<PinnedBead> pins() {
    return beads().stream().map(EditedBead::pin).filter(Objects::nonNull).toList();
  }

  /** Returns the beads in {@link #source} and {@link #target}. */
  private List<EditedBead> beads() {
    List<EditedBead> all = new ArrayList<>();
    for (int i = 0; i < article.beads().size(); i++) {
      Bead old = article.beads().get(i);
      List<EditedBead> instead = made.get(i);
      if (instead != null) {
        all.addAll(instead);
      } else if (!free.contains(i)) {
        Range sources = range(old.source().of(article.alignment().source()), source);
        Range targets = range(old.target().of(article.alignment().target()), target);
        all.add(new EditedBead(sources, targets, old, article.pin(i)));
      }
    }
    return all;
  }

  /** Returns the beads in sentences that are divided only at the edges of fixed ones. */
  List<EditedBead> in(Placed placed) {
    List<EditedBead> all = new ArrayList<>();
    for (EditedBead bead : beads()) {
      Range sources = range(bead.source().of(source), placed.source());
      Range targets = range(bead.target().of(target), placed.target());
      all.add(new EditedBead(sources, targets, bead.old(), bead.pin()));
    }
    List<Pin> found =
        placed.pins().stream()
            .map(p -> new Pin(normal(p.source()), normal(p.target()), p.confidence(), p.reasons()))
            .toList();
    List<Pin> wanted =
        all.stream().filter(bead -> bead.pin() != null).map(EditedBead::forAligner).toList();
    if (!placed.lost().isEmpty() || !found.equals(wanted)) {
      throw new InputException(
          "the beads could not be told apart afterwards from others with the same texts",
          "confirm the beads before and behind these first");
    }
    return all;
  }

  private static Range normal(Range range) {
    return range.isEmpty() ? EditedBead.NONE : range;
  }

  private static Range range(List<Segment> sentences, List<Segment> parts) {
    if (sentences.isEmpty()) {
      return EditedBead.NONE;
    }
    String text = sentences.get(0).document().text();
    int start = sentences.get(0).span().start();
    int end = sentences.get(sentences.size() - 1).span().end();
    int first = start;
    while (first < end - 1 && isLeftOut(text.charAt(first))) {
      first++;
    }
    int last = end - 1;
    while (last > start && isLeftOut(text.charAt(last))) {
      last--;
    }
    return new Range(Segment.at(parts, first), Segment.at(parts, Math.max(first, last)) + 1);
  }

  /** At the edge of a part these characters may belong to the next one; see {@link ArticlePins}. */
  private static boolean isLeftOut(char c) {
    return c == '"' || Characters.isBlank(c);
  }

  /**
   * Finds the beads with parts of the same divided sentence. They can only be released together,
   * because a part is found again by the adjacent parts. Immutable.
   */
  private static final class SharedSentences {

    /** By bead, the beads that share a sentence with it on one side. */
    private final Map<Integer, Set<Integer>> shared = new HashMap<>();

    SharedSentences(OpenArticle article) {
      List<Bead> beads = article.beads();
      add(article.alignment().source(), article.read().sources(), beads, Bead::source);
      add(article.alignment().target(), article.read().targets(), beads, Bead::target);
    }

    private void add(
        List<Segment> parts, List<Segment> whole, List<Bead> beads, Function<Bead, Range> side) {
      if (parts.size() == whole.size()) {
        return;
      }
      int[] beadOf = new int[parts.size()];
      for (int b = 0; b < beads.size(); b++) {
        Range range = side.apply(beads.get(b));
        for (int i = range.start(); i < range.end(); i++) {
          beadOf[i] = b;
        }
      }
      int next = 0;
      for (Segment sentence : whole) {
        List<Integer> having = new ArrayList<>();
        while (next < parts.size() && parts.get(next).span().end() <= sentence.span().end()) {
          having.add(beadOf[next]);
          next++;
        }
        for (int bead : having) {
          if (having.size() > 1) {
            shared.computeIfAbsent(bead, b -> new HashSet<>()).addAll(having);
          }
        }
      }
    }

    /** Returns a bead and all that share sentences with it, directly or indirectly. */
    Set<Integer> with(int bead) {
      Set<Integer> all = new HashSet<>(Set.of(bead));
      Deque<Integer> open = new ArrayDeque<>(all);
      while (!open.isEmpty()) {
        for (int other : shared.getOrDefault(open.pop(), Set.of())) {
          if (all.add(other)) {
            open.push(other);
          }
        }
      }
      return all;
    }
  }
}
