package ballast.revise;

import ballast.bitext.Lang;
import ballast.bitext.Range;
import ballast.bitext.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Term problems of pairs whose source other pairs translate too. A term may stand in any sentence
 * that translates its source: all of them together are held against the glossary. What is missing
 * is said once, of the first of these pairs that was changed; what is wrong, of the pair that has
 * it.
 */
final class TermGroups {

  private final TermProblems terms;
  private final Version old;
  private final Version revised;
  private final List<SourceText> sources;
  private final Lang sourceLang;
  private final Map<Integer, Set<Integer>> oldOf = new HashMap<>();
  private final Map<Integer, Set<Integer>> newOf = new HashMap<>();
  private final Map<Integer, List<Pair>> pairsOf = new HashMap<>();

  TermGroups(
      TermProblems terms, Version old, Version revised, List<SourceText> sources, Lang sourceLang) {
    this.terms = terms;
    this.old = old;
    this.revised = revised;
    this.sources = sources;
    this.sourceLang = sourceLang;
    index(old, oldOf);
    index(revised, newOf);
  }

  private static void index(Version version, Map<Integer, Set<Integer>> into) {
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

  /** What a pair did to terms. */
  TermEffects effects(Pair pair, Set<Integer> mine) {
    boolean first = isFirst(pair, mine);
    List<SourceText> texts = mine.stream().map(sources::get).toList();
    String before = text(old, oldOf, mine);
    String after = text(revised, newOf, mine);
    String oldSource = Version.join(sourceLang, texts.stream().map(SourceText::old).toList());
    String source = Version.join(sourceLang, texts.stream().map(SourceText::current).toList());
    return new TermEffects(
        problems(oldSource, before, old.text(pair.old()), first),
        problems(source, after, revised.text(pair.revised()), first));
  }

  private boolean isFirst(Pair pair, Set<Integer> mine) {
    List<Pair> group =
        mine.stream()
            .flatMap(source -> pairsOf.getOrDefault(source, List.of()).stream())
            .distinct()
            .toList();
    Pair first =
        group.stream()
            .filter(one -> !old.texts(one.old()).equals(revised.texts(one.revised())))
            .findFirst()
            .orElse(group.isEmpty() ? pair : group.get(0));
    return first.equals(pair);
  }

  private static String text(
      Version version, Map<Integer, Set<Integer>> sentencesOf, Set<Integer> mine) {
    Set<Integer> all = new TreeSet<>();
    mine.forEach(source -> all.addAll(sentencesOf.getOrDefault(source, Collections.emptySet())));
    return Version.join(
        version.lang(), all.stream().map(i -> version.text(new Range(i, i + 1))).toList());
  }

  /** A sentence that is not there has nothing wrong with it. */
  private List<TermProblem> problems(String source, String all, String own, boolean first) {
    if (source.isBlank() || all.isBlank()) {
      return List.of();
    }
    List<TermProblem> problems = new ArrayList<>();
    for (TermProblem problem : terms.in(source, all)) {
      String wrong = problem.span().of(all);
      int at = wrong.isEmpty() ? -1 : own.indexOf(wrong);
      if (wrong.isEmpty() && first) {
        problems.add(problem);
      } else if (at >= 0) {
        problems.add(problem.withSpan(new Span(at, at + wrong.length())));
      }
    }
    return problems;
  }
}
