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
 * Term problems of pairs that share a source with other pairs. A term may be in any sentence that
 * translates its source, so these sentences are compared with the glossary together. A missing term
 * is reported once, for the first of these pairs that was changed; a wrong one for the pair that
 * has it.
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

  /** The groups, shared by their pairs. */
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

  /** Adds a pair with its sources; all pairs must be added before {@link #effects} is called. */
  void add(Pair pair, Set<Integer> pairSources) {
    pairSources.forEach(
        source -> pairsOf.computeIfAbsent(source, s -> new ArrayList<>()).add(pair));
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
   * The sentences that translate some sources.
   *
   * @param first the pair for which missing terms are reported
   */
  private record Group(Side old, Side revised, Pair first) {}

  /** The effects of a pair on terms. */
  TermEffects effects(Pair pair, Set<Integer> pairSources) {
    if (terms == TermProblems.NONE) {
      return new TermEffects(List.of(), List.of());
    }
    boolean alone = pairSources.stream().allMatch(source -> pairsOf(source).size() == 1);
    @Nullable Group group = alone ? null : groups.get(pairSources);
    if (group == null) {
      group = group(pairSources, pair);
      if (!alone) {
        groups.put(pairSources, group);
      }
    }
    boolean first = group.first().equals(pair);
    return new TermEffects(
        group.old().problems(pair.old(), first), group.revised().problems(pair.revised(), first));
  }

  private List<Pair> pairsOf(int source) {
    return pairsOf.getOrDefault(source, List.of());
  }

  private Group group(Set<Integer> pairSources, Pair pair) {
    List<SourceText> texts = pairSources.stream().map(sources::get).toList();
    Stream<String> before = texts.stream().map(SourceText::old);
    Stream<String> now = texts.stream().map(SourceText::current);
    return new Group(
        side(old, oldOf, pairSources, before.toList()),
        side(revised, newOf, pairSources, now.toList()),
        first(pairSources, pair));
  }

  private Side side(
      TextVersion version,
      Map<Integer, Set<Integer>> sentencesOf,
      Set<Integer> pairSources,
      List<String> sourceTexts) {
    Set<Integer> all = new TreeSet<>();
    pairSources.forEach(
        source -> all.addAll(sentencesOf.getOrDefault(source, Collections.emptySet())));
    Map<Integer, Integer> numbers = new HashMap<>();
    all.forEach(i -> numbers.put(i, numbers.size()));
    List<String> texts = all.stream().map(i -> version.sentences().get(i).text()).toList();
    String source = TextVersion.join(sourceLang, sourceTexts);
    boolean chinese = version.lang().isChinese();
    return new Side(version, numbers, new JudgedTexts(terms, source, texts, chinese));
  }

  private Pair first(Set<Integer> pairSources, Pair any) {
    List<Pair> group =
        pairSources.stream().flatMap(source -> pairsOf(source).stream()).distinct().toList();
    return group.stream()
        .filter(one -> !old.texts(one.old()).equals(revised.texts(one.revised())))
        .findFirst()
        .orElse(group.isEmpty() ? any : group.get(0));
  }
}
