package ballast.revise;

import ballast.bitext.Range;
import ballast.language.ChineseWords;
import ballast.language.matching.PairOrder;
import ballast.revise.RevisedPassage.ChangedBy;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Groups the sentences of a draft and two reviews into passages and determines the reviewers that
 * changed each. Sentences joined by a pair of either step form one passage. So does a sentence that
 * the first review dropped and the second restored.
 */
public final class ThreeVersions {

  private static final int DRAFT = 0;
  private static final int FIRST = 1;
  private static final int SECOND = 2;

  private final List<TextVersion> versions;
  private final List<SourceText> sources;
  private final boolean apart;
  private final Comparison comparison;

  /**
   * Points from each sentence to another one of the same passage. Sentences are numbered through
   * all three versions.
   */
  private final int[] leader;

  private final int[] offsets = new int[3];
  private final boolean[] moved;

  /**
   * @param versions draft, first and second review
   * @param sources the list to which the sentences of the reviews refer; empty when no source is
   *     known
   * @param apart whether both reviewed the draft; otherwise the second reviewed the first's version
   */
  public ThreeVersions(
      List<TextVersion> versions, List<SourceText> sources, boolean apart, ChineseWords words) {
    if (versions.size() != 3) {
      throw new IllegalArgumentException(versions.size() + " versions");
    }
    this.versions = List.copyOf(versions);
    this.sources = List.copyOf(sources);
    this.apart = apart;
    this.comparison = new Comparison(words, TermProblems.NONE);
    int size = 0;
    for (int v = 0; v < 3; v++) {
      offsets[v] = size;
      size += versions.get(v).sentences().size();
    }
    this.leader = new int[size];
    for (int i = 0; i < size; i++) {
      leader[i] = i;
    }
    this.moved = new boolean[size];
  }

  /**
   * Returns the passages in the order of the second review; every sentence of the three versions is
   * in exactly one.
   *
   * @param toFirst pairs of draft and first review
   * @param toSecond pairs of first and second review
   */
  public List<RevisedPassage> passages(
      List<PairOrder.Pair> toFirst, List<PairOrder.Pair> toSecond) {
    join(toFirst, DRAFT);
    join(toSecond, FIRST);
    joinRestored();
    return inOrder().stream().map(this::passage).toList();
  }

  private void join(List<PairOrder.Pair> pairs, int from) {
    for (PairOrder.Pair pair : pairs) {
      int anchor =
          pair.old().isEmpty()
              ? offsets[from + 1] + pair.revised().start()
              : offsets[from] + pair.old().start();
      for (int i = pair.old().start(); i < pair.old().end(); i++) {
        join(anchor, offsets[from] + i, pair.moved());
      }
      for (int j = pair.revised().start(); j < pair.revised().end(); j++) {
        join(anchor, offsets[from + 1] + j, pair.moved());
      }
    }
  }

  private void join(int one, int other, boolean isMoved) {
    int a = find(one);
    int b = find(other);
    leader[Math.max(a, b)] = Math.min(a, b);
    moved[Math.min(a, b)] = moved[a] || moved[b] || isMoved;
  }

  private int find(int sentence) {
    int at = sentence;
    while (leader[at] != at) {
      leader[at] = leader[leader[at]];
      at = leader[at];
    }
    return at;
  }

  /**
   * Joins sentences missing from the first review that are the same in the draft and the second.
   */
  private void joinRestored() {
    Map<String, Deque<int[]>> dropped = new HashMap<>();
    List<int[]> added = new ArrayList<>();
    for (List<List<Integer>> sides : members().values()) {
      if (sides.get(FIRST).isEmpty() && sides.get(SECOND).isEmpty()) {
        int[] place = {offsets[DRAFT] + sides.get(DRAFT).get(0)};
        dropped.computeIfAbsent(text(DRAFT, sides), t -> new ArrayDeque<>()).add(place);
      } else if (sides.get(FIRST).isEmpty() && sides.get(DRAFT).isEmpty()) {
        added.add(new int[] {offsets[SECOND] + sides.get(SECOND).get(0)});
      }
    }
    for (int[] place : added) {
      String text = versions.get(SECOND).sentences().get(place[0] - offsets[SECOND]).text();
      Deque<int[]> found = dropped.getOrDefault(text, new ArrayDeque<>());
      if (!found.isEmpty()) {
        join(found.poll()[0], place[0], false);
      }
    }
  }

  /** Maps each passage, by its leader, to its positions in each version. */
  private Map<Integer, List<List<Integer>>> members() {
    Map<Integer, List<List<Integer>>> members = new TreeMap<>();
    for (int v = 0; v < 3; v++) {
      for (int i = 0; i < versions.get(v).sentences().size(); i++) {
        members
            .computeIfAbsent(
                find(offsets[v] + i),
                l -> List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>()))
            .get(v)
            .add(i);
      }
    }
    return members;
  }

  /** Orders passages by place in the second review; those not in it follow their predecessor. */
  private List<List<List<Integer>>> inOrder() {
    Map<Integer, List<List<Integer>>> members = members();
    Map<Integer, Integer> places = new HashMap<>();
    members.forEach(
        (leads, sides) -> {
          if (!sides.get(SECOND).isEmpty()) {
            places.put(leads, sides.get(SECOND).get(0));
          }
        });
    for (int v : new int[] {FIRST, DRAFT}) {
      int last = -1;
      for (int i = 0; i < versions.get(v).sentences().size(); i++) {
        last = places.merge(find(offsets[v] + i), last, (place, other) -> place);
      }
    }
    List<Map.Entry<Integer, List<List<Integer>>>> sorted = new ArrayList<>(members.entrySet());
    sorted.sort(
        Comparator.<Map.Entry<Integer, List<List<Integer>>>>comparingInt(
                entry -> places.getOrDefault(entry.getKey(), -1))
            .thenComparing(entry -> entry.getValue().get(SECOND).isEmpty())
            .thenComparingInt(Map.Entry::getKey));
    return sorted.stream().map(Map.Entry::getValue).toList();
  }

  private RevisedPassage passage(List<List<Integer>> sides) {
    Change.Side draft = side(DRAFT, sides);
    Change.Side first = side(FIRST, sides);
    Change.Side second = side(SECOND, sides);
    int any = DRAFT;
    while (sides.get(any).isEmpty()) {
      any++;
    }
    return new RevisedPassage(
        ChangedBy.of(draft.text(), first.text(), second.text(), apart),
        moved[find(offsets[any] + sides.get(any).get(0))],
        sources(sides),
        List.of(
            comparison.between(draft, first), comparison.between(apart ? draft : first, second)));
  }

  private Change.Side side(int version, List<List<Integer>> sides) {
    List<Integer> places = sides.get(version);
    List<TextVersion.Sentence> sentences = versions.get(version).sentences();
    int position = places.isEmpty() ? 0 : places.get(0);
    return new Change.Side(
        position,
        places.isEmpty() ? 0 : sentences.get(position).line(),
        places.isEmpty() ? "" : sentences.get(position).place(),
        places.isEmpty() ? 0 : versions.get(version).inParagraph(position),
        places.stream().map(i -> sentences.get(i).text()).toList(),
        text(version, sides));
  }

  private String text(int version, List<List<Integer>> sides) {
    TextVersion of = versions.get(version);
    return TextVersion.join(
        of.lang(), sides.get(version).stream().map(i -> of.texts(one(i)).get(0)).toList());
  }

  private static Range one(int at) {
    return new Range(at, at + 1);
  }

  private List<SourceText> sources(List<List<Integer>> sides) {
    int version = sides.get(SECOND).isEmpty() ? FIRST : SECOND;
    TreeSet<Integer> all = new TreeSet<>();
    sides.get(version).forEach(i -> all.addAll(versions.get(version).sentences().get(i).sources()));
    return all.stream()
        .filter(i -> i < sources.size())
        .map(i -> sources.get(i).current())
        .filter(text -> !text.isEmpty())
        .map(SourceText::same)
        .toList();
  }
}
