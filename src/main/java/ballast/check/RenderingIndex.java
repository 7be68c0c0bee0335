package ballast.check;

import ballast.glossary.Concept;
import ballast.glossary.EnglishText;
import ballast.glossary.Glossary;
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
import java.util.function.Predicate;

/** Finds which of all the glossary's English terms stand in a text. Immutable. */
final class RenderingIndex {

  /**
   * A rendering that stands in a text, in its words or their inflected forms.
   *
   * @param match where
   * @param concepts which terms it is a rendering of
   */
  record Found(TermMatch match, List<Concept> concepts) {}

  /** No record: entries are told apart by what they are, not by what they hold. */
  private static final class Entry {
    private final TermPattern pattern;
    private final List<Concept> concepts;

    Entry(TermPattern pattern, List<Concept> concepts) {
      this.pattern = pattern;
      this.concepts = concepts;
    }
  }

  private final TermMatcher matcher;

  /** By the forms of the longest word: few other terms have it. */
  private final Map<String, List<Entry>> byWord = new HashMap<>();

  /**
   * @param fewestWords how many of its words must say something
   */
  RenderingIndex(Glossary glossary, TermMatcher matcher, int fewestWords) {
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
            TermPattern pattern = matcher.pattern(term);
            if (pattern.contentWords() >= fewestWords) {
              add(new Entry(pattern, List.copyOf(having)));
            }
          }
        });
  }

  private void add(Entry entry) {
    for (String form : entry.pattern.rarestWord()) {
      byWord.computeIfAbsent(form, key -> new ArrayList<>()).add(entry);
    }
  }

  /**
   * The renderings in a text.
   *
   * @param wanted of which terms; asked before a text is searched, so that much need not be
   */
  List<Found> find(EnglishText text, Predicate<List<Concept>> wanted) {
    List<Found> found = new ArrayList<>();
    Set<Entry> seen = new HashSet<>();
    for (int i = 0; i < text.size(); i++) {
      for (String form : text.forms(i)) {
        for (Entry entry : byWord.getOrDefault(form, List.of())) {
          if (seen.add(entry) && wanted.test(entry.concepts) && entry.pattern.mayBeIn(text)) {
            for (TermMatch match : matcher.findPlain(entry.pattern, text)) {
              found.add(new Found(match, entry.concepts));
            }
          }
        }
      }
    }
    return found;
  }
}
