package ballast.check;

import ballast.glossary.Concept;
import ballast.glossary.EnglishText;
import ballast.glossary.Glossary;
import ballast.glossary.Term;
import ballast.glossary.TermMatcher;
import ballast.glossary.TermMatcher.TermMatch;
import ballast.glossary.TermPattern;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Finds all of the glossary's English terms in a text. Immutable. */
public final class RenderingIndex {

  /** A rendering in a text, word for word or inflected, and the terms that it translates. */
  public record Found(TermMatch match, List<Concept> concepts) {}

  /** Not a record: entries are compared by identity. */
  private record Entry(Term term, List<Concept> concepts) {}

  private final TermMatcher matcher;

  /** Entries by the forms of their rarest word. */
  private final Map<String, List<Entry>> byWord = new HashMap<>();

  /** The same for renderings with several content words, which are fewer. */
  private final Map<String, List<Entry>> phrasesByWord = new HashMap<>();

  RenderingIndex(Glossary glossary, TermMatcher matcher) {
    this.matcher = matcher;
    Map<String, List<Concept>> concepts = new LinkedHashMap<>();
    Map<String, Term> terms = new HashMap<>();
    for (Concept concept : glossary.concepts()) {
      for (Term term : concept.allowed()) {
        String key = term.text().toLowerCase(Locale.ROOT);
        concepts.computeIfAbsent(key, k -> new ArrayList<>(1)).add(concept);
        terms.putIfAbsent(key, term);
      }
    }
    Map<String, Integer> renderings = new HashMap<>();
    for (Term term : terms.values()) {
      for (List<String> forms : matcher.pattern(term).wordForms()) {
        forms.forEach(form -> renderings.merge(form, 1, Integer::sum));
      }
    }
    concepts.forEach((key, having) -> add(terms.get(key), List.copyOf(having), renderings));
  }

  private void add(@Nullable Term term, List<Concept> concepts, Map<String, Integer> renderings) {
    if (term != null) {
      // Patterns are made on demand: those of a large glossary would fill the heap.
      List<List<String>> words = matcher.pattern(term).wordForms();
      Entry entry = new Entry(term, concepts);
      for (String form : rarest(words, renderings)) {
        byWord.computeIfAbsent(form, key -> new ArrayList<>(1)).add(entry);
        if (words.size() > 1) {
          phrasesByWord.computeIfAbsent(form, key -> new ArrayList<>(1)).add(entry);
        }
      }
    }
  }

  /** The word of a rendering that is in the fewest renderings; the longest if several are equal. */
  private static List<String> rarest(List<List<String>> words, Map<String, Integer> renderings) {
    Comparator<List<String>> byRenderings =
        Comparator.comparingInt(
            forms -> forms.stream().mapToInt(form -> renderings.getOrDefault(form, 0)).sum());
    return words.stream()
        .min(byRenderings.thenComparing(forms -> -forms.get(0).length()))
        .orElse(List.of());
  }

  /**
   * The renderings in a text, nearest matches first, then by position.
   *
   * @param phrases whether to find only renderings with several content words
   * @param wanted the concepts to find; tested before the search, which avoids most of it
   * @param patterns compiles terms
   */
  List<Found> find(
      EnglishText text,
      boolean phrases,
      Predicate<List<Concept>> wanted,
      Function<Term, TermPattern> patterns) {
    List<Found> found = new ArrayList<>();
    Map<String, List<Entry>> index = phrases ? phrasesByWord : byWord;
    Set<Entry> seen = new HashSet<>();
    for (int i = 0; i < text.size(); i++) {
      for (String form : text.forms(i)) {
        for (Entry entry : index.getOrDefault(form, List.of())) {
          if (wanted.test(entry.concepts) && seen.add(entry)) {
            TermPattern pattern = patterns.apply(entry.term);
            if (pattern.mayBeIn(text)) {
              for (TermMatch match : matcher.findPlain(pattern, text)) {
                found.add(new Found(match, entry.concepts));
              }
            }
          }
        }
      }
    }
    found.sort(
        Comparator.comparing((Found one) -> one.match().nearness())
            .thenComparing(one -> one.match().span().start())
            .thenComparing(one -> -one.match().span().end()));
    return found;
  }
}
