package ballast.revise;

import ballast.bitext.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Several texts that together translate a source, compared with a glossary as one text. A missing
 * term is missing from all of them; a wrong one is in one of them.
 */
final class JudgedTexts {

  /** A problem and its number, by which the problems of several texts are put in order. */
  private record Numbered(int number, TermProblem problem) {}

  private static final List<Numbered> NOTHING = List.of();

  private final List<Numbered> missing = new ArrayList<>();
  private final Map<Integer, List<Numbered>> wrong = new HashMap<>();

  /**
   * @param source the source text; if it is blank, there are no problems
   * @param texts in order; if all are blank, there are no problems, because a missing translation
   *     is not judged
   * @param chinese whether the texts are Chinese
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
    for (TermProblem problem : terms.in(source, TextVersion.join(chinese, texts))) {
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
    // A match that extends from one sentence into the next is not a term.
    if (end <= texts.get(place.getValue()).length()) {
      TermProblem there = found.problem().withSpan(new Span(span.start() - by, end));
      wrong
          .computeIfAbsent(place.getValue(), text -> new ArrayList<>())
          .add(new Numbered(found.number(), there));
    }
  }

  /** The number of problems in all texts. */
  int size() {
    return missing.size() + wrong.values().stream().mapToInt(List::size).sum();
  }

  /**
   * The problems of some of the texts, in order.
   *
   * @param starts for each of these texts, by its number, its offset in their joined text, to which
   *     the spans of the problems refer
   * @param withMissing whether to include missing terms
   */
  List<TermProblem> of(Map<Integer, Integer> starts, boolean withMissing) {
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
