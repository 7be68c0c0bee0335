package ballast.revise;

import ballast.bitext.Lang;
import ballast.bitext.Range;
import ballast.bitext.Span;
import ballast.language.matching.PairOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The effects of one pair's edits on terms. */
final class TermEffects {

  private final List<TermEffect> effects = new ArrayList<>();

  /** Compares the problems before and after; problems of one concept are matched in order. */
  TermEffects(List<TermProblems.Problem> before, List<TermProblems.Problem> after) {
    List<TermProblems.Problem> fixed = new ArrayList<>(before);
    for (TermProblems.Problem problem : after) {
      boolean open = removeOne(fixed, problem.concept());
      effects.add(
          new TermEffect(open ? TermEffect.Kind.OPEN : TermEffect.Kind.INTRODUCED, problem));
    }
    fixed.forEach(problem -> effects.add(new TermEffect(TermEffect.Kind.FIXED, problem)));
  }

  private static boolean removeOne(List<TermProblems.Problem> problems, String concept) {
    for (int i = 0; i < problems.size(); i++) {
      if (problems.get(i).concept().equals(concept)) {
        problems.remove(i);
        return true;
      }
    }
    return false;
  }

  List<TermEffect> effects() {
    return effects;
  }

  /** Gives edits that caused or fixed a problem the class {@link Edit.Kind#TERM}. */
  List<Edit> classify(List<Edit> edits) {
    return edits.stream()
        .map(edit -> isOfTerm(edit) ? edit.withClass(Edit.Kind.TERM) : edit)
        .toList();
  }

  private boolean isOfTerm(Edit edit) {
    boolean open = edit.editClass() == Edit.Kind.WORDING || edit.editClass() == Edit.Kind.NAME;
    return open && effects.stream().anyMatch(effect -> touches(edit, effect));
  }

  private static boolean touches(Edit edit, TermEffect effect) {
    TermProblems.Problem problem = effect.problem();
    boolean fixed = effect.kind() == TermEffect.Kind.FIXED;
    if (!problem.span().isEmpty()) {
      return (fixed ? edit.old() : edit.revised()).overlaps(problem.span());
    }
    // A missing term has no place, so the edit is searched for the expected term.
    return switch (effect.kind()) {
      case FIXED -> mentions(edit.newText(), problem);
      case INTRODUCED -> mentions(edit.oldText(), problem);
      case OPEN -> false;
    };
  }

  /**
   * Returns whether a text contains a word of an expected term, which may extend beyond the edit.
   */
  private static boolean mentions(String text, TermProblems.Problem problem) {
    String lower = text.toLowerCase(Locale.ROOT);
    return problem.expected().stream()
        .flatMap(term -> Arrays.stream(term.toLowerCase(Locale.ROOT).split("[^\\p{L}]+")))
        .anyMatch(word -> word.length() > 3 && lower.contains(stem(word)));
  }

  private static String stem(String word) {
    return word.length() > 5 ? word.substring(0, word.length() - 2) : word;
  }

  /**
   * Several texts that together translate a source, compared with a glossary as one text. A missing
   * term is missing from all of them; a wrong one is in one of them.
   */
  static final class JudgedTexts {

    /** A problem and its number, used to order the problems of several texts. */
    private record Numbered(int number, TermProblems.Problem problem) {}

    private static final List<Numbered> NOTHING = List.of();

    private final List<Numbered> missing = new ArrayList<>();
    private final Map<Integer, List<Numbered>> wrong = new HashMap<>();

    /**
     * @param source if it is blank, there are no problems
     * @param texts in order; if all are blank, there are no problems, because a missing translation
     *     is not judged
     */
    JudgedTexts(TermProblems terms, String source, List<String> texts, boolean chinese) {
      if (source.isBlank() || texts.stream().allMatch(String::isBlank)) {
        return;
      }
      NavigableMap<Integer, Integer> places = new TreeMap<>();
      int start = 0;
      for (int i = 0; i < texts.size(); i++) {
        places.put(start, i);
        start += texts.get(i).length() + (chinese ? 0 : 1);
      }
      int number = 0;
      for (TermProblems.Problem problem : terms.in(source, TextVersion.join(chinese, texts))) {
        add(new Numbered(number, problem), places, texts);
        number++;
      }
    }

    private void add(Numbered found, NavigableMap<Integer, Integer> places, List<String> texts) {
      Span span = found.problem().span();
      Map.Entry<Integer, Integer> place = places.floorEntry(span.start());
      if (span.isEmpty() || place == null) {
        missing.add(found);
        return;
      }
      int by = place.getKey();
      int end = span.end() - by;
      // A match that extends into the next sentence is not a term.
      if (end <= texts.get(place.getValue()).length()) {
        TermProblems.Problem there = found.problem().withSpan(new Span(span.start() - by, end));
        wrong
            .computeIfAbsent(place.getValue(), text -> new ArrayList<>())
            .add(new Numbered(found.number(), there));
      }
    }

    int size() {
      return missing.size() + wrong.values().stream().mapToInt(List::size).sum();
    }

    /**
     * Returns the problems of some of the texts, in order.
     *
     * @param starts the offset of each text, by its number, in the joined text that the spans of
     *     the problems refer to
     */
    List<TermProblems.Problem> of(Map<Integer, Integer> starts, boolean withMissing) {
      List<Numbered> problems = new ArrayList<>(withMissing ? missing : NOTHING);
      starts.forEach(
          (text, by) -> {
            for (Numbered one : wrong.getOrDefault(text, NOTHING)) {
              Span span = one.problem().span();
              Span there = new Span(span.start() + by, span.end() + by);
              problems.add(new Numbered(one.number(), one.problem().withSpan(there)));
            }
          });
      problems.sort(Comparator.comparingInt(Numbered::number));
      return problems.stream().map(Numbered::problem).toList();
    }
  }

  /**
   * Term problems of pairs that share a source with other pairs. A term may be in any sentence that
   * translates its source, so these sentences are compared with the glossary together. A missing
   * term is reported once, for the first changed pair. A wrong term is reported for its own pair.
   */
  static final class Groups {

    private final TermProblems terms;
    private final TextVersion old;
    private final TextVersion revised;
    private final List<SourceText> sources;
    private final Lang sourceLang;
    private final Map<Integer, Set<Integer>> oldOf = new HashMap<>();
    private final Map<Integer, Set<Integer>> newOf = new HashMap<>();
    private final Map<Integer, List<PairOrder.Pair>> pairsOf = new HashMap<>();

    private final Map<Set<Integer>, Group> groups = new HashMap<>();

    Groups(
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
    void add(PairOrder.Pair pair, Set<Integer> pairSources) {
      pairSources.forEach(
          source -> pairsOf.computeIfAbsent(source, s -> new ArrayList<>()).add(pair));
    }

    /** Sentences of a version that translate the same sources. */
    private record Side(TextVersion version, Map<Integer, Integer> numbers, JudgedTexts judged) {

      List<TermProblems.Problem> problems(Range range, boolean withMissing) {
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
     * @param first the pair for which missing terms are reported
     */
    private record Group(Side old, Side revised, PairOrder.Pair first) {}

    TermEffects effects(PairOrder.Pair pair, Set<Integer> pairSources) {
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

    private List<PairOrder.Pair> pairsOf(int source) {
      return pairsOf.getOrDefault(source, List.of());
    }

    private Group group(Set<Integer> pairSources, PairOrder.Pair pair) {
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

    private PairOrder.Pair first(Set<Integer> pairSources, PairOrder.Pair any) {
      List<PairOrder.Pair> group =
          pairSources.stream().flatMap(source -> pairsOf(source).stream()).distinct().toList();
      return group.stream()
          .filter(one -> !old.texts(one.old()).equals(revised.texts(one.revised())))
          .findFirst()
          .orElse(group.isEmpty() ? any : group.get(0));
    }
  }
}
