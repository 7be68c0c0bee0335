package ballast.check;

import ballast.glossary.Concept;
import ballast.glossary.EnglishText;
import ballast.glossary.Glossary;
import ballast.glossary.Nearness;
import ballast.glossary.Term;
import ballast.glossary.TermMatch;
import ballast.glossary.TermMatcher;
import ballast.glossary.TermPattern;
import ballast.glossary.TermStatus;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Finds which of all the glossary's English terms stand in a text. Immutable. */
final class RenderingIndex {

  /**
   * A rendering that stands in a text, in its words or their inflected forms.
   *
   * @param match where
   * @param concepts which terms it is a rendering of
   * @param contentWords how many of its words say something
   */
  record Found(TermMatch match, List<Concept> concepts, int contentWords) {}

  private record Entry(TermPattern pattern, List<Concept> concepts) {}

  private final TermMatcher matcher;

  /** By the forms of the longest word: few other terms have it. */
  private final Map<String, List<Entry>> byWord = new HashMap<>();

  RenderingIndex(Glossary glossary, TermMatcher matcher) {
    this.matcher = matcher;
    Map<String, List<Concept>> concepts = new LinkedHashMap<>();
    Map<String, Term> terms = new HashMap<>();
    for (Concept concept : glossary.concepts()) {
      for (Term term : concept.allowed()) {
        String key = term.text().toLowerCase(Locale.ROOT);
        concepts.computeIfAbsent(key, k -> new ArrayList<>()).add(concept);
        terms.putIfAbsent(key, new Term(term.text(), TermStatus.PREFERRED));
      }
    }
    concepts.forEach(
        (key, having) -> {
          Term term = terms.get(key);
          if (term != null) {
            add(new Entry(matcher.pattern(term), List.copyOf(having)));
          }
        });
  }

  private void add(Entry entry) {
    for (String form : entry.pattern().rarestWord()) {
      byWord.computeIfAbsent(form, key -> new ArrayList<>()).add(entry);
    }
  }

  /** All renderings in a text. */
  List<Found> find(EnglishText text) {
    List<Found> found = new ArrayList<>();
    Set<Entry> seen = new HashSet<>();
    for (int i = 0; i < text.size(); i++) {
      for (String form : text.forms(i)) {
        for (Entry entry : byWord.getOrDefault(form, List.of())) {
          if (seen.add(entry)) {
            for (TermMatch match : matcher.findPlain(entry.pattern(), text)) {
              if (match.nearness().compareTo(Nearness.INFLECTED) <= 0) {
                found.add(new Found(match, entry.concepts(), entry.pattern().contentWords()));
              }
            }
          }
        }
      }
    }
    return found;
  }
}
