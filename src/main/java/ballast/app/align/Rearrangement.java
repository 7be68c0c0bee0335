package ballast.app.align;

import ballast.app.align.Rearranged.EditedBead;
import ballast.bitext.Bead;
import ballast.bitext.BlockType;
import ballast.bitext.Excerpt;
import ballast.bitext.InputException;
import ballast.bitext.Range;
import ballast.bitext.Segment;
import ballast.bitext.Side;
import ballast.bitext.Span;
import ballast.memory.PinnedBead;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
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

/** Moves beads of an article. Pure computation; use once. */
final class Rearrangement {

  private final OpenArticle article;
  private final NumberedBeads beads;

  private final BeadChanges changes;

  /**
   * @param author may be empty
   * @param time in whole seconds
   */
  Rearrangement(OpenArticle article, String author, Instant time) {
    this.article = article;
    this.beads = new NumberedBeads(article);
    this.changes = new BeadChanges(article, author, time);
  }

  Rearranged result() {
    return changes.result();
  }

  void merge(int first, int last) {
    List<Integer> merged = beads.checked(first, last);
    if (merged.size() < 2) {
      throw new InputException("one bead alone cannot be merged", "choose two or more");
    }
    take(merged);
    merged.forEach(changes::remove);
    changes.make(
        first, merged, beads.joined(merged, Side.SOURCE), beads.joined(merged, Side.TARGET));
  }

  void split(int bead, Cut inSource, Cut inTarget) {
    take(List.of(bead));
    CutSentences.Halves from = changes.source.cut(beads.range(bead, Side.SOURCE), inSource);
    CutSentences.Halves to = changes.target.cut(beads.range(bead, Side.TARGET), inTarget);
    if (BeadChanges.isNothing(from.first(), to.first())
        || BeadChanges.isNothing(from.second(), to.second())) {
      throw new InputException(
          "cannot split " + beads.shown(bead) + " there: one half would be empty",
          "split between its sentences, or inside one of them");
    }
    changes.cut(from.sentences(), to.sentences());
    changes.make(bead, List.of(bead), from.first(), to.first());
    changes.make(bead, List.of(bead), from.second(), to.second());
  }

  void shift(int upper, Side side, boolean down) {
    int lower = upper + 1;
    List<Integer> both = beads.checked(upper, lower);
    take(both);
    Range above = beads.range(upper, side);
    Range below = beads.range(lower, side);
    if ((down ? above : below).isEmpty()) {
      throw new InputException(
          beads.shown(down ? upper : lower) + " has no " + side + " sentence to shift",
          "shift the other side, or in the other direction");
    }
    if (!above.isEmpty() && !below.isEmpty() && above.end() != below.start()) {
      throw new InputException(
          "cannot shift: the next " + side + " sentence is elsewhere", "swap or link the beads");
    }
    int edge = down ? above.end() - 1 : below.start() + 1;
    Range first = new Range(above.isEmpty() ? below.start() : above.start(), edge);
    Range second = new Range(edge, below.isEmpty() ? above.end() : below.end());
    makeWith(upper, side, first);
    makeWith(lower, side, second);
  }

  private void makeWith(int bead, Side side, Range range) {
    Range other = beads.range(bead, side.other());
    boolean isSource = side == Side.SOURCE;
    changes.make(bead, List.of(bead), isSource ? range : other, isSource ? other : range);
  }

  void shiftRest(int bead, Side side) {
    beads.requireTwoSided(bead, "shift");
    take(List.of(bead));
    makeWith(bead, side, EditedBead.NONE);
    changes.freeSide();
    changes.free(beads.looseBelow(bead));
  }

  void swap(int bead) {
    List<Integer> both = beads.checked(bead, bead + 1);
    both.forEach(one -> beads.requireTwoSided(one, "swap"));
    take(both);
    makeWith(bead, Side.TARGET, beads.range(bead + 1, Side.TARGET));
    makeWith(bead + 1, Side.TARGET, beads.range(bead, Side.TARGET));
  }

  void unlink(int bead) {
    beads.requireTwoSided(bead, "unlink");
    take(List.of(bead));
    makeWith(bead, Side.TARGET, EditedBead.NONE);
    makeWith(bead, Side.SOURCE, EditedBead.NONE);
  }

  void link(int one, int other) {
    List<Integer> both =
        List.of(beads.checked(one, one).get(0), beads.checked(other, other).get(0));
    boolean isForward = beads.range(one, Side.TARGET).isEmpty();
    int from = isForward ? one : other;
    int to = isForward ? other : one;
    if (!beads.range(from, Side.TARGET).isEmpty() || !beads.range(to, Side.SOURCE).isEmpty()) {
      throw new InputException(
          "cannot link %s and %s: one must be without a target, the other without a source"
              .formatted(beads.shown(one), beads.shown(other)),
          "unlink them from their partners first");
    }
    take(both);
    Range sources = beads.range(from, Side.SOURCE);
    Range targets = beads.range(to, Side.TARGET);
    if (changes.source.marksBefore(sources.start())
        != changes.target.marksBefore(targets.start())) {
      throw new InputException(
          "cannot link %s and %s: a mark lies between them"
              .formatted(beads.shown(one), beads.shown(other)),
          "take the mark out of both files, and align them again");
    }
    changes.remove(to);
    changes.make(from, both, sources, targets);
  }

  void confirm(int first, int last) {
    beads.checked(first, last).forEach(this::confirm);
  }

  private void confirm(int bead) {
    PinnedBead pin = article.pin(bead);
    if (!beads.isCode(bead) && (pin == null || !pin.confirmed())) {
      changes.fix(bead, /* confirmed= */ true, pin == null ? null : pin.type());
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
    beads.checked(bead, bead);
    if (article.pin(bead) == null) {
      throw new InputException(
          beads.shown(bead) + " is not fixed",
          "only a bead that a person has fixed can be released");
    }
    loosen(new SharedSentences(article).with(bead));
  }

  void setType(int bead, BlockType type) {
    PinnedBead pin = article.pin(beads.checked(bead, bead).get(0));
    if (pin == null || pin.type() != type) {
      take(List.of(bead));
      changes.fix(bead, article.isConfirmed(bead), type);
    }
  }

  void realign(int first, int last) {
    List<Integer> range = beads.checked(first, last);
    SharedSentences sentences = new SharedSentences(article);
    Set<Integer> loose = new HashSet<>();
    range.stream().filter(this::isLoose).forEach(loose::add);
    Set<Integer> released = new HashSet<>();
    for (int bead : range) {
      boolean all =
          sentences.with(bead).stream()
              .allMatch(one -> article.pin(one) == null || loose.contains(one));
      if (all && (article.pin(bead) == null ? !beads.isCode(bead) : loose.contains(bead))) {
        released.add(bead);
      }
    }
    loosen(released);
  }

  /** Has the aligner place beads, and those around them that are not fixed. */
  private void loosen(Set<Integer> released) {
    changes.free(released);
    for (int bead : released) {
      changes.free(beads.looseAbove(bead));
      changes.free(beads.looseBelow(bead));
    }
  }

  /** Whether a bead was set only as a side effect: neither confirmed nor typed. */
  private boolean isLoose(int bead) {
    PinnedBead pin = article.pin(bead);
    return pin != null && !pin.confirmed() && pin.type() == null;
  }

  private void take(List<Integer> taken) {
    taken.forEach(beads::requireText);
  }

  /** The beads of an article by number, and checks for moves. Immutable. */
  private static final class NumberedBeads {

    private static final int MAX_SHOWN = 40;

    /** Maximum beads on either side of a move that are aligned again; more would take too long. */
    private static final int MAX_LOOSE = 100;

    private final OpenArticle article;

    NumberedBeads(OpenArticle article) {
      this.article = article;
    }

    List<Integer> checked(int first, int last) {
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

    Range range(int bead, Side side) {
      Bead one = article.beads().get(bead);
      return side == Side.SOURCE ? one.source() : one.target();
    }

    Range joined(List<Integer> merged, Side side) {
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
    boolean isCode(int bead) {
      return Stream.of(Side.values())
          .flatMap(side -> range(bead, side).of(sentences(side)).stream())
          .anyMatch(segment -> segment.type().isWhole());
    }

    private List<Segment> sentences(Side side) {
      return side == Side.SOURCE ? article.alignment().source() : article.alignment().target();
    }

    void requireText(int bead) {
      checked(bead, bead);
      if (isCode(bead)) {
        throw new InputException(
            shown(bead) + " is code or a mark and keeps its place",
            "change the files, and align them again");
      }
    }

    void requireTwoSided(int bead, String verb) {
      checked(bead, bead);
      if (article.beads().get(bead).isOneSided()) {
        throw new InputException(
            "cannot " + verb + " " + shown(bead) + ": it has sentences on one side only",
            "link it with a sentence of the other side first");
      }
    }

    List<Integer> looseBelow(int bead) {
      return loose(bead, 1);
    }

    List<Integer> looseAbove(int bead) {
      return loose(bead, -1);
    }

    private List<Integer> loose(int bead, int step) {
      List<Integer> loose = new ArrayList<>();
      for (int i = bead + step; isLoose(i) && loose.size() < MAX_LOOSE; i += step) {
        loose.add(i);
      }
      return loose;
    }

    private boolean isLoose(int bead) {
      return bead >= 0
          && bead < article.beads().size()
          && article.pin(bead) == null
          && !isCode(bead);
    }

    String shown(int bead) {
      Bead one = article.beads().get(bead);
      String text =
          one.source().isEmpty()
              ? article.alignment().targetText(one)
              : article.alignment().sourceText(one);
      return '"' + Excerpt.of(text, MAX_SHOWN) + '"';
    }
  }

  /**
   * Collects the changes that a move makes to the beads of an article. Other beads stay unchanged.
   * Use once.
   */
  private static final class BeadChanges {

    private final OpenArticle article;
    private final String author;
    private final Instant time;

    /** New beads by the bead that they replace. */
    private final Map<Integer, List<EditedBead>> made = new HashMap<>();

    private final Set<Integer> free = new HashSet<>();

    private boolean isComplete = true;
    private CutSentences source;
    private CutSentences target;

    BeadChanges(OpenArticle article, String author, Instant time) {
      this.article = article;
      this.author = author;
      this.time = time;
      this.source = CutSentences.uncut(article.alignment().source());
      this.target = CutSentences.uncut(article.alignment().target());
    }

    /** Replaces the sentences. Beads made from now on count the parts of cut sentences. */
    void cut(CutSentences newSource, CutSentences newTarget) {
      source = newSource;
      target = newTarget;
    }

    void remove(int bead) {
      made.put(bead, List.of());
    }

    void free(Collection<Integer> beads) {
      free.addAll(beads);
    }

    /** Notes that some sentences of a bead are in no new bead, so that the aligner places them. */
    void freeSide() {
      isComplete = false;
    }

    void fix(int bead, boolean confirmed, @Nullable BlockType type) {
      Bead old = article.beads().get(bead);
      made.put(
          bead,
          List.of(
              new EditedBead(
                  old.source(),
                  old.target(),
                  old,
                  new EditedBead.Fixed(confirmed, type, author, time))));
    }

    void make(int at, List<Integer> from, Range sources, Range targets) {
      List<EditedBead> here = new ArrayList<>(made.getOrDefault(at, List.of()));
      if (!isNothing(sources, targets)) {
        here.add(
            new EditedBead(
                sources,
                targets,
                null,
                new EditedBead.Fixed(/* confirmed= */ false, type(from), author, time)));
      }
      made.put(at, here);
    }

    static boolean isNothing(Range from, Range to) {
      return from.isEmpty() && to.isEmpty();
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

    Rearranged result() {
      List<EditedBead> all = new ArrayList<>();
      for (int i = 0; i < article.beads().size(); i++) {
        List<EditedBead> instead = made.get(i);
        if (instead != null) {
          all.addAll(instead);
        } else if (!free.contains(i)) {
          Bead old = article.beads().get(i);
          PinnedBead pin = article.pin(i);
          all.add(
              new EditedBead(
                  source.moved(old.source()),
                  target.moved(old.target()),
                  old,
                  pin == null ? null : EditedBead.Fixed.of(pin)));
        }
      }
      return new Rearranged(
          source.sentences(), target.sentences(), all, isComplete && free.isEmpty());
    }
  }

  /**
   * The sentences of one side; at most one has been cut in two.
   *
   * @param sentences both parts replace the sentence that was cut
   * @param cutAt position of the sentence before it was cut; -1 if none was
   */
  private record CutSentences(List<Segment> sentences, int cutAt) {

    record Halves(CutSentences sentences, Range first, Range second) {}

    static CutSentences uncut(List<Segment> sentences) {
      return new CutSentences(sentences, -1);
    }

    /** Returns the new positions of uncut sentences. */
    Range moved(Range range) {
      return cutAt >= 0 && range.start() > cutAt
          ? new Range(range.start() + 1, range.end() + 1)
          : range;
    }

    long marksBefore(int sentence) {
      return sentences.subList(0, sentence).stream()
          .filter(segment -> segment.type() == BlockType.MARK)
          .count();
    }

    Halves cut(Range range, Cut place) {
      int at = range.start() + place.sentences();
      if (place.offset() == 0 && at <= range.end()) {
        return new Halves(this, new Range(range.start(), at), new Range(at, range.end()));
      }
      if (at >= range.end()) {
        throw new InputException(
            "cannot split behind sentence " + place.sentences() + ": there are " + range.size(),
            "choose a place inside the bead");
      }
      List<Segment> parts = new ArrayList<>(sentences.subList(0, at));
      parts.addAll(parts(sentences.get(at), place.offset()));
      parts.addAll(sentences.subList(at + 1, sentences.size()));
      return new Halves(
          new CutSentences(List.copyOf(parts), at),
          new Range(range.start(), at + 1),
          new Range(at + 1, range.end() + 1));
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
