package ballast.revise;

import ballast.bitext.Lang;
import ballast.bitext.Range;
import ballast.language.matching.Pair;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Term problems of pairs whose source other pairs translate too. A term may stand in any sentence
 * that translates its source: all of them together are held against the glossary. What is missing
 * is said once, of the first of these pairs that was changed; what is wrong, of the pair that has
 * it.
 */
final class TermGroups {

  private final TermProblems terms;
  private final TextVersion old;
  private final TextVersion revised;
  private final List<SourceText> sources;
  private final Lang sourceLang;
  private final Map<Integer, Set<Integer>> oldOf = new HashMap<>();
  private final Map<Integer, Set<Integer>> newOf = new HashMap<>();
  private final Map<Integer, List<Pair>> pairsOf = new HashMap<>();

  /** Of several pairs; each of them asks for it. */
  private final Map<Set<Integer>, Group> groups = new HashMap<>();

  TermGroups(
      TermProblems terms,
      TextVersion old,
      TextVersion revised,
      List<SourceText> sources,
      Lang sourceLang) {
    this.terms = terms;
    this.old = old;
    this.revised = revised;
    this.sources = sources;
    this.sourceLang = sourceLang;
    index(old, oldOf);
    index(revised, newOf);
  }

  private static void index(TextVersion version, Map<Integer, Set<Integer>> into) {
    for (int i = 0; i < version.sentences().size(); i++) {
      for (int source : version.sentences().get(i).sources()) {
        into.computeIfAbsent(source, s -> new TreeSet<>()).add(i);
      }
    }
  }

  /** Says which sources a pair has; of all pairs before {@link #effects} of any. */
  void add(Pair pair, Set<Integer> mine) {
    mine.forEach(source -> pairsOf.computeIfAbsent(source, s -> new ArrayList<>()).add(pair));
  }

  /** Sentences of a version that translate the same sources. */
  private record Side(TextVersion version, Map<Integer, Integer> numbers, JudgedTexts judged) {

    List<TermProblem> problems(Range range, boolean withMissing) {
      Map<Integer, Integer> starts = new HashMap<>();
      int start = 0;
      for (int i = range.start(); i < range.end(); i++) {
        Integer number = numbers.get(i);
        if (number != null) {
          starts.put(number, start);
        }
        int gap = version.lang().isChinese() ? 0 : 1;
        start += version.sentences().get(i).text().length() + gap;
      }
      return judged.of(starts, withMissing);
    }
  }

  /**
   * What translates some sources.
   *
   * @param first of the pairs, the one of which is said what is missing
   */
  private record Group(Side old, Side revised, Pair first) {}

  /** What a pair did to terms. */
  TermEffects effects(Pair pair, Set<Integer> mine) {
    if (terms == TermProblems.NONE) {
      return new TermEffects(List.of(), List.of());
    }
    boolean alone = mine.stream().allMatch(source -> pairsOf(source).size() == 1);
    @Nullable Group group = alone ? null : groups.get(mine);
    if (group == null) {
      group = group(mine, pair);
      if (!alone) {
        groups.put(mine, group);
      }
    }
    boolean first = group.first().equals(pair);
    return new TermEffects(
        group.old().problems(pair.old(), first), group.revised().problems(pair.revised(), first));
  }

  private List<Pair> pairsOf(int source) {
    return pairsOf.getOrDefault(source, List.of());
  }

  private Group group(Set<Integer> mine, Pair pair) {
    List<SourceText> texts = mine.stream().map(sources::get).toList();
    Stream<String> before = texts.stream().map(SourceText::old);
    Stream<String> now = texts.stream().map(SourceText::current);
    return new Group(
        side(old, oldOf, mine, before.toList()),
        side(revised, newOf, mine, now.toList()),
        first(mine, pair));
  }

  private Side side(
      TextVersion version,
      Map<Integer, Set<Integer>> sentencesOf,
      Set<Integer> mine,
      List<String> sourceTexts) {
    Set<Integer> all = new TreeSet<>();
    mine.forEach(source -> all.addAll(sentencesOf.getOrDefault(source, Collections.emptySet())));
    Map<Integer, Integer> numbers = new HashMap<>();
    all.forEach(i -> numbers.put(i, numbers.size()));
    List<String> texts = all.stream().map(i -> version.sentences().get(i).text()).toList();
    String source = TextVersion.join(sourceLang, sourceTexts);
    boolean chinese = version.lang().isChinese();
    return new Side(version, numbers, new JudgedTexts(terms, source, texts, chinese));
  }

  private Pair first(Set<Integer> mine, Pair any) {
    List<Pair> group =
        mine.stream().flatMap(source -> pairsOf(source).stream()).distinct().toList();
    return group.stream()
        .filter(one -> !old.texts(one.old()).equals(revised.texts(one.revised())))
        .findFirst()
        .orElse(group.isEmpty() ? any : group.get(0));
  }
}
