package ballast.memory.store;

import ballast.bitext.BlockType;
import ballast.bitext.Unit;
import ballast.language.Han;
import ballast.language.matching.Likeness;
import ballast.language.matching.Likeness.Demands;
import ballast.language.matching.PairOrder;
import ballast.language.matching.SentenceMatcher;
import ballast.memory.AbsentUnits;
import ballast.memory.DocumentChange;
import ballast.memory.Revision;
import ballast.memory.Revision.UnitTally;
import ballast.memory.UnitFilter.UnitConditions;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Plans the change to every unit when a revision is recorded. Pure computation.
 *
 * @param steps for each unit of the new revision, in order
 * @param retired units of the previous revision missing from the new one, in its order
 */
public record RevisionPlan(List<Step> steps, List<StoredUnit> retired) {

  private static final int MAX_WORDS = 2000;

  enum Fate {
    ADDED,
    CHANGED,
    UNCHANGED,
    MOVED,
    REVIVED
  }

  /**
   * The change to one unit of the new revision.
   *
   * @param old the unit that it continues; null if it is added
   * @param codes new inline codes in the format of {@link CodesColumn}
   * @param confirmed whether a user has confirmed its bead
   * @param moved whether it comes in another order
   * @param restores whether a deleted unit comes back
   */
  record Step(
      @Nullable StoredUnit old,
      Unit unit,
      String codes,
      boolean confirmed,
      boolean moved,
      boolean restores) {

    Fate fate() {
      if (old == null) {
        return Fate.ADDED;
      }
      if (old.isRetired() || (old.isDeleted() && restores)) {
        return Fate.REVIVED;
      }
      if (changesText() || changesCodes()) {
        return Fate.CHANGED;
      }
      return moved ? Fate.MOVED : Fate.UNCHANGED;
    }

    /** Whether a text changes; false for an added unit. */
    boolean changesText() {
      return old != null
          && !(old.source().equals(unit.source()) && old.target().equals(unit.target()));
    }

    int hundredths() {
      return UnitConditions.hundredths(unit.provenance().confidence());
    }

    boolean changesCodes() {
      return old != null && !old.codes().equals(codes);
    }

    /** A judgement becomes void when the judged texts change. */
    Unit.Status status() {
      if (old == null) {
        return unit.provenance().status();
      }
      return changesText() ? Unit.Status.DRAFT : old.status();
    }

    /** Returns the change that confirmed the bead, perhaps this one; 0 if none did. */
    long confirmedIn(long change) {
      if (!confirmed) {
        return 0;
      }
      return old == null || old.confirmedIn() == 0 ? change : old.confirmedIn();
    }

    /** Whether the unit is deleted and stays so. A deletion is void when the texts change. */
    boolean isAbsent() {
      return old != null && old.isDeleted() && !restores && !changesText();
    }

    /**
     * Returns the unit's row after the step.
     *
     * @param document the row of its document
     * @param change the row of the change that makes the step
     */
    StoredUnit after(long id, String uid, long document, long change) {
      boolean isChanged = changesText() || changesCodes();
      return new StoredUnit(
          id,
          uid,
          document,
          unit.source(),
          unit.target(),
          codes,
          status(),
          hundredths(),
          old == null || isChanged ? change : old.changedIn(),
          0,
          old != null && isAbsent() ? old.deletedIn() : 0,
          confirmedIn(change));
    }

    boolean isBackToDraft() {
      return old != null && old.status() != status() && status() == Unit.Status.DRAFT;
    }
  }

  public RevisionPlan {
    steps = List.copyOf(steps);
    retired = List.copyOf(retired);
  }

  /**
   * Plans a revision.
   *
   * @param before units of the previous revision, in order; empty if there is none
   * @param retiredEarlier the document's retired units, last retired first
   * @param confirmed positions of new units with beads that a user has confirmed
   */
  static RevisionPlan of(
      List<StoredUnit> before,
      DocumentChange change,
      List<StoredUnit> retiredEarlier,
      Set<Integer> confirmed) {
    List<Unit> after = change.units();
    RevisionMatcher matcher =
        new RevisionMatcher(
            before.stream().map(unit -> new TextPair(unit.source(), unit.target())).toList(),
            after.stream().map(unit -> new TextPair(unit.source(), unit.target())).toList());
    List<@Nullable StoredUnit> found = new ArrayList<>();
    for (int i = 0; i < after.size(); i++) {
      int old = matcher.beforeOf(i);
      found.add(old < 0 ? null : before.get(old));
    }
    IntPredicate isMoved = matcher::isMoved;
    return of(
        before, after, found, retiredEarlier, confirmed::contains, isMoved, change.restores());
  }

  /**
   * Plans a change by an editor.
   *
   * @param after units of the document now, in order; those with an id continue that unit
   */
  static RevisionPlan of(
      List<StoredUnit> before, List<Unit> after, List<StoredUnit> retiredEarlier) {
    Map<String, StoredUnit> byId = new HashMap<>();
    before.forEach(unit -> byId.put(unit.uid(), unit));
    List<@Nullable StoredUnit> found = new ArrayList<>();
    after.forEach(unit -> found.add(byId.remove(unit.id())));
    IntPredicate confirmed = i -> after.get(i).provenance().pairing().isConfirmed();
    return of(before, after, found, retiredEarlier, confirmed, moved -> false, false);
  }

  private static RevisionPlan of(
      List<StoredUnit> before,
      List<Unit> after,
      List<@Nullable StoredUnit> found,
      List<StoredUnit> retiredEarlier,
      IntPredicate confirmed,
      IntPredicate moved,
      boolean restores) {
    match(
        retiredEarlier,
        unit -> texts(unit.source(), unit.target()),
        after,
        unit -> texts(unit.source(), unit.target()),
        found);
    match(retiredEarlier, StoredUnit::source, after, Unit::source, found);
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < after.size(); i++) {
      Unit unit = after.get(i);
      String codes = CodesColumn.write(unit.codes());
      steps.add(new Step(found.get(i), unit, codes, confirmed.test(i), moved.test(i), restores));
    }
    Set<StoredUnit> kept = new HashSet<>(found);
    return new RevisionPlan(steps, before.stream().filter(unit -> !kept.contains(unit)).toList());
  }

  boolean changesNothing() {
    return retired.isEmpty() && count(Fate.UNCHANGED) == steps.size();
  }

  boolean changesConfidences() {
    return steps.stream()
        .anyMatch(step -> step.old() != null && step.old().confidence() != step.hundredths());
  }

  int count(Fate fate) {
    return (int) steps.stream().filter(step -> step.fate() == fate).count();
  }

  boolean hasAbsent() {
    return steps.stream().anyMatch(Step::isAbsent);
  }

  /** Returns the ids of units with texts that are no longer in the document. */
  Set<String> gone() {
    return Stream.concat(
            retired.stream(),
            steps.stream().filter(Step::changesText).map(Step::old).filter(Objects::nonNull))
        .map(StoredUnit::uid)
        .collect(Collectors.toSet());
  }

  Revision.Summary summary(
      String document,
      int revision,
      int previous,
      boolean isChanged,
      AbsentUnits absent,
      SortedMap<String, Integer> unrepresented) {
    return new Revision.Summary(
        document,
        revision,
        previous,
        isChanged,
        new UnitTally(
            count(Fate.ADDED),
            count(Fate.CHANGED),
            count(Fate.UNCHANGED),
            count(Fate.MOVED),
            count(Fate.REVIVED)),
        retired.size(),
        steps.stream()
            .filter(Step::isBackToDraft)
            .map(Step::old)
            .filter(Objects::nonNull)
            .map(StoredUnit::uid)
            .toList(),
        absent,
        unrepresented);
  }

  /** Returns both texts as a key; none of them contains the separator. */
  static String texts(String source, String target) {
    return source + '\0' + target;
  }

  /**
   * Gives each new item without an old one the first old item with an equal key.
   *
   * @param found the old items of the new ones; each is used once
   */
  static <S, T, K> void match(
      List<S> before,
      Function<S, K> keyBefore,
      List<T> after,
      Function<T, K> keyAfter,
      List<@Nullable S> found) {
    Set<@Nullable S> used = new HashSet<>(found);
    Map<K, Deque<S>> free = new HashMap<>();
    for (S old : before) {
      if (!used.contains(old)) {
        free.computeIfAbsent(keyBefore.apply(old), key -> new ArrayDeque<>()).add(old);
      }
    }
    for (int i = 0; i < after.size() && !free.isEmpty(); i++) {
      if (found.get(i) == null) {
        Deque<S> equal = free.get(keyAfter.apply(after.get(i)));
        found.set(i, equal == null ? null : equal.poll());
      }
    }
  }

  /**
   * The two texts of a unit.
   *
   * <p>Comparable so that hash tables stay fast when many pairs have the same hash code.
   */
  record TextPair(String source, String target) implements Comparable<TextPair> {

    @Override
    public int compareTo(TextPair other) {
      int bySource = source.compareTo(other.source);
      return bySource != 0 ? bySource : target.compareTo(other.target);
    }
  }

  /**
   * Matches the units of two revisions, in document order, one to one, by {@link SentenceMatcher}.
   * Pure computation.
   *
   * <p>The likeness of two units is the mean of the {@link RevisionPlan#similarity} of their
   * sources and of their targets. Below {@value #RELATED} they are unrelated. Finally, a unit
   * matches any remaining unit with the same source text.
   */
  static final class RevisionMatcher {

    static final double RELATED = 0.5;

    /** Minimum likeness of units in different places. */
    private static final double ELSEWHERE = 0.65;

    private static final Demands UNITS =
        new Demands(RELATED, ELSEWHERE, RELATED, Demands.NEVER, false);

    private static final int NONE = -1;

    private final int[] beforeOf;
    private final boolean[] moved;
    private final long comparisons;

    RevisionMatcher(List<TextPair> before, List<TextPair> after) {
      this.beforeOf = new int[after.size()];
      this.moved = new boolean[after.size()];
      Arrays.fill(beforeOf, NONE);
      Map<TextPair, Integer> pairs = new HashMap<>();
      Map<String, Integer> sources = new HashMap<>();
      UnitLikeness likeness = new UnitLikeness(before, after);
      List<Likeness.Item> olds = items(before, pairs, sources);
      List<Likeness.Item> news = items(after, pairs, sources);
      for (PairOrder.Pair pair : new SentenceMatcher(olds, news, likeness, UNITS).pairs()) {
        if (!pair.isOneSided()) {
          int old = pair.old().start();
          int revised = pair.revised().start();
          beforeOf[revised] = old;
          moved[revised] = pair.moved() && before.get(old).equals(after.get(revised));
        }
      }
      this.comparisons = likeness.comparisons;
    }

    private static List<Likeness.Item> items(
        List<TextPair> units, Map<TextPair, Integer> pairs, Map<String, Integer> sources) {
      List<Likeness.Item> items = new ArrayList<>();
      for (TextPair unit : units) {
        int text = pairs.computeIfAbsent(unit, u -> pairs.size());
        int source = sources.computeIfAbsent(unit.source(), s -> sources.size());
        items.add(new Likeness.Item(text, items.size(), BlockType.PARAGRAPH, source));
      }
      return items;
    }

    /** Returns the old unit that matches the new unit at {@code index}; -1 if there is none. */
    int beforeOf(int index) {
      return beforeOf[index];
    }

    /**
     * Whether the new unit at {@code index} has the texts of an old one but in a different order.
     */
    boolean isMoved(int index) {
      return moved[index];
    }

    long comparisons() {
      return comparisons;
    }
  }

  /**
   * The likeness of units: the mean of the {@link RevisionPlan#similarity} of their sources and of
   * their targets. A source word and a target word are never equal. Not thread-safe.
   */
  private static final class UnitLikeness implements Likeness {

    private final List<TextPair> before;
    private final List<TextPair> after;
    private final Map<String, Integer> sourceNumbers = new HashMap<>();
    private final Map<String, Integer> targetNumbers = new HashMap<>();
    private final Map<String, int[]> sources = new HashMap<>();
    private final Map<String, int[]> targets = new HashMap<>();
    private final int[][] oldWords;
    private final int[][] newWords;
    private long comparisons;

    UnitLikeness(List<TextPair> before, List<TextPair> after) {
      this.before = before;
      this.after = after;
      this.oldWords = new int[before.size()][];
      this.newWords = new int[after.size()][];
    }

    @Override
    public int[] oldWords(int position) {
      return words(oldWords, before, position);
    }

    @Override
    public int[] newWords(int position) {
      return words(newWords, after, position);
    }

    private int[] words(int[][] known, List<TextPair> units, int position) {
      int[] words = known[position];
      if (words == null) {
        words = words(units.get(position));
        known[position] = words;
      }
      return words;
    }

    private int[] words(TextPair unit) {
      int[] inSource = source(unit.source());
      int[] inTarget = target(unit.target());
      int[] words = new int[inSource.length + inTarget.length];
      for (int i = 0; i < inSource.length; i++) {
        words[i] = 2 * inSource[i];
      }
      for (int i = 0; i < inTarget.length; i++) {
        words[inSource.length + i] = 2 * inTarget[i] + 1;
      }
      Arrays.sort(words);
      return words;
    }

    @Override
    public double weight(int word) {
      return 1;
    }

    @Override
    public double of(int oldStart, int oldEnd, int newStart, int newEnd) {
      comparisons++;
      TextPair old = before.get(oldStart);
      TextPair revised = after.get(newStart);
      return (similarity(source(old.source()), source(revised.source()))
              + similarity(target(old.target()), target(revised.target())))
          / 2;
    }

    /** Units in the same place with the same source or the same target count as the same. */
    @Override
    public boolean areBound(int old, int revised) {
      return before.get(old).source().equals(after.get(revised).source())
          || before.get(old).target().equals(after.get(revised).target());
    }

    @Override
    public boolean mayHaveMoved(int old, int revised) {
      return true;
    }

    private int[] source(String text) {
      return sources.computeIfAbsent(text, t -> RevisionPlan.words(t, sourceNumbers));
    }

    private int[] target(String text) {
      return targets.computeIfAbsent(text, t -> RevisionPlan.words(t, targetNumbers));
    }
  }

  /**
   * Returns a text as a bag of words: their numbers, ascending, with repeats. Each Han character is
   * a word, and so is each run of other letters and digits, in lower case. Only the first {@value
   * #MAX_WORDS} words count.
   *
   * @param numbers the number of every word seen so far; grows
   */
  private static int[] words(String text, Map<String, Integer> numbers) {
    List<Integer> words = new ArrayList<>();
    for (int i = 0; i < text.length() && words.size() < MAX_WORDS; ) {
      int end = wordEnd(text, i);
      if (end > i) {
        String word = text.substring(i, end).toLowerCase(Locale.ROOT);
        words.add(numbers.computeIfAbsent(word, w -> numbers.size()));
        i = end;
      } else {
        i += Character.charCount(text.codePointAt(i));
      }
    }
    return words.stream().mapToInt(Integer::intValue).sorted().toArray();
  }

  /**
   * Returns the Dice coefficient of two bags: twice the common words divided by all words, in [0,
   * 1]; 0 if neither has a word.
   */
  private static double similarity(int[] words, int[] others) {
    int common = 0;
    int i = 0;
    int j = 0;
    while (i < words.length && j < others.length) {
      int order = Integer.compare(words[i], others[j]);
      if (order == 0) {
        common++;
      }
      if (order <= 0) {
        i++;
      }
      if (order >= 0) {
        j++;
      }
    }
    int all = words.length + others.length;
    return all == 0 ? 0 : 2.0 * common / all;
  }

  /** Returns the end of the word at {@code start}; {@code start} if no word begins there. */
  private static int wordEnd(String text, int start) {
    int end = start;
    while (end < text.length()) {
      int c = text.codePointAt(end);
      if (!Character.isLetterOrDigit(c)) {
        break;
      }
      if (Han.isHan(c)) {
        return end == start ? end + Character.charCount(c) : end;
      }
      end += Character.charCount(c);
    }
    return end;
  }
}
