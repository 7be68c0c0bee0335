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
 * Texts that together translate a source, held against a glossary as one. What is missing is
 * missing from all of them; what is wrong stands in one.
 */
final class JudgedTexts {

  /** A problem and which of all it is, so that those of several texts can be put in order. */
  private record Numbered(int number, TermProblem problem) {}

  private static final List<Numbered> NOTHING = List.of();

  private final List<Numbered> missing = new ArrayList<>();
  private final Map<Integer, List<Numbered>> wrong = new HashMap<>();

  /**
   * @param source what they translate; where it is blank nothing is wrong
   * @param texts in order; where all are blank nothing is wrong: what is not there is not judged
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
    // What reaches from one sentence into the next is no term.
    if (end <= texts.get(place.getValue()).length()) {
      TermProblem there = found.problem().withSpan(new Span(span.start() - by, end));
      wrong
          .computeIfAbsent(place.getValue(), text -> new ArrayList<>())
          .add(new Numbered(found.number(), there));
    }
  }

  /** How much is wrong in all. */
  int size() {
    return missing.size() + wrong.values().stream().mapToInt(List::size).sum();
  }

  /**
   * What is wrong with some of the texts, in order.
   *
   * @param starts of each of them, by its number, where it begins in what they are joined to; the
   *     spans of the problems are of that
   * @param withMissing whether what is missing is to be said of them
   */
  List<TermProblem> of(Map<Integer, Integer> starts, boolean withMissing) {
    List<Numbered> mine = new ArrayList<>(withMissing ? missing : NOTHING);
    starts.forEach(
        (text, by) -> {
          for (Numbered one : wrong.getOrDefault(text, NOTHING)) {
            Span span = one.problem().span();
            Span there = new Span(span.start() + by, span.end() + by);
            mine.add(new Numbered(one.number(), one.problem().withSpan(there)));
          }
        });
    mine.sort(Comparator.comparingInt(Numbered::number));
    return mine.stream().map(Numbered::problem).toList();
  }
}
