package ballast.glossary;

import ballast.bitext.Span;
import ballast.language.ChineseWords;
import ballast.language.Renderings;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the Chinese terms of a glossary in texts. Immutable and thread-safe; takes time linear in
 * the length of the text and the number of occurrences, regardless of the size of the glossary.
 *
 * <p>Width, traditional characters, capitals, quotation marks and line breaks are ignored. The
 * characters of a term count as a hit if they form whole words ({@code WordEdges}), are not in code
 * ({@code CodeSpans}), not inside a phrase that the concept excludes, and not inside a longer hit.
 * Of two hits that merely overlap, both count.
 */
public final class TermFinder {

  /** A phrase that the automaton searches for: a term, a guard phrase, or both. */
  private static final class Phrase {
    final int[] characters;
    final Set<Concept> guarded = new LinkedHashSet<>(1);
    final List<String> forms = new ArrayList<>(1);

    Phrase(int[] characters) {
      this.characters = characters;
    }
  }

  /** An occurrence of a phrase, in positions of a {@link HanText}. */
  private record Occurrence(int phrase, int from, int to) {

    boolean contains(Occurrence other) {
      return from <= other.from && other.to <= to;
    }

    boolean isLongerThan(Occurrence other) {
      return to - from > other.to - other.from;
    }
  }

  private final ChineseWords chineseWords;
  private final Renderings renderings;
  private final PhraseAutomaton automaton;

  /** Indexed by phrase number; null for a phrase that is only a guard. */
  private final List<@Nullable TermEntry> entries = new ArrayList<>();

  private final List<Set<Concept>> guarded = new ArrayList<>();

  /**
   * A finder for all Chinese terms of a glossary.
   *
   * @param chineseWords knowledge about Chinese words and characters
   * @param renderings knowledge about translations, for words longer than a term
   */
  public TermFinder(Glossary glossary, ChineseWords chineseWords, Renderings renderings) {
    this.chineseWords = chineseWords;
    this.renderings = renderings;
    Map<String, Phrase> phrases = new LinkedHashMap<>();
    for (String form : glossary.zhForms()) {
      phrase(form, phrases).forms.add(form);
    }
    for (Concept concept : glossary.concepts()) {
      for (String guard : concept.conditions().notIn()) {
        phrase(guard, phrases).guarded.add(concept);
      }
    }
    List<int[]> characters = new ArrayList<>();
    for (Phrase phrase : phrases.values()) {
      characters.add(phrase.characters);
      entries.add(entry(phrase.forms, glossary));
      guarded.add(Set.copyOf(phrase.guarded));
    }
    this.automaton = new PhraseAutomaton(characters);
  }

  private Phrase phrase(String written, Map<String, Phrase> phrases) {
    int[] characters = HanText.of(written, chineseWords).codePoints();
    String key = new String(characters, 0, characters.length);
    return phrases.computeIfAbsent(key, k -> new Phrase(characters));
  }

  /** One entry for all forms that are equal under folding; null if there are none. */
  private static @Nullable TermEntry entry(List<String> forms, Glossary glossary) {
    if (forms.isEmpty()) {
      return null;
    }
    Set<Concept> concepts = new LinkedHashSet<>();
    forms.forEach(form -> concepts.addAll(glossary.judgedTogether(form)));
    return new TermEntry(forms.get(0), List.copyOf(concepts));
  }

  /**
   * The terms in a text, by ascending start, the longer first where starts are equal.
   *
   * @param chinese raw text
   */
  public List<TermHit> find(String chinese) {
    return scan(chinese).hits();
  }

  /** The terms in a text as in {@link #find}, and all concepts whose characters occur in it. */
  public TermScan scan(String chinese) {
    HanText text = HanText.of(chinese, chineseWords);
    List<Occurrence> found = new ArrayList<>();
    automaton.find(text, (phrase, from, to) -> found.add(new Occurrence(phrase, from, to)));
    if (found.isEmpty()) {
      return TermScan.NONE;
    }
    Set<Concept> standing = new HashSet<>();
    for (Occurrence occurrence : found) {
      TermEntry entry = entries.get(occurrence.phrase());
      if (entry != null) {
        standing.addAll(entry.concepts());
      }
    }
    HanRuns runs = new HanRuns(text, chineseWords);
    WordEdges edges = new WordEdges(text, chineseWords, runs);
    List<TermHit> hits = hits(text, CodeSpans.of(chinese), found, edges);
    return new TermScan(hits, standing, new HanWords(text, runs));
  }

  private List<TermHit> hits(
      HanText text, CodeSpans code, List<Occurrence> found, WordEdges edges) {
    found.sort(
        (one, other) ->
            one.from != other.from
                ? Integer.compare(one.from, other.from)
                : Integer.compare(other.to, one.to));
    List<Occurrence> terms =
        found.stream()
            .filter(one -> isTerm(one, edges) && !code.contain(text.span(one.from(), one.to())))
            .toList();
    Guards guards = new Guards(found);
    List<TermHit> hits = new ArrayList<>();
    int reach = 0;
    for (Occurrence term : terms) {
      // Sorted by start, longer first, so an inner occurrence always comes after the outer one.
      if (term.to() > reach) {
        TermEntry entry = unguarded(term, guards);
        if (entry != null) {
          Span span = text.span(term.from(), term.to());
          hits.add(new TermHit(entry, span, edges.words(term.from(), term.to())));
        }
        reach = term.to();
      }
    }
    return hits;
  }

  /** The guard phrases of a text; queried for terms by ascending start. */
  private final class Guards {

    /** In order of ascending start. */
    private final List<Occurrence> all;

    private final int longest;

    /** How many of them begin no later than the last term queried. */
    private int begun;

    Guards(List<Occurrence> found) {
      all = found.stream().filter(one -> !guarded.get(one.phrase()).isEmpty()).toList();
      longest = all.stream().mapToInt(one -> one.to() - one.from()).max().orElse(0);
    }

    /** The concepts that do not count for a term because a longer phrase surrounds it. */
    Set<Concept> around(Occurrence term) {
      while (begun < all.size() && all.get(begun).from() <= term.from()) {
        begun++;
      }
      Set<Concept> excluded = new HashSet<>();
      for (int i = begun - 1; i >= 0 && all.get(i).from() >= term.to() - longest; i--) {
        Occurrence other = all.get(i);
        if (other.isLongerThan(term) && other.contains(term)) {
          excluded.addAll(guarded.get(other.phrase()));
        }
      }
      return excluded;
    }
  }

  private boolean isTerm(Occurrence occurrence, WordEdges edges) {
    TermEntry entry = entries.get(occurrence.phrase());
    return entry != null
        && edges.isTerm(
            occurrence.from(),
            occurrence.to(),
            word -> entry.allowed().stream().anyMatch(en -> renderings.renders(word, en.text())));
  }

  /** The term with the concepts that no phrase around it excludes; null if none is left. */
  private @Nullable TermEntry unguarded(Occurrence term, Guards guards) {
    TermEntry entry = entries.get(term.phrase());
    Set<Concept> excluded = guards.around(term);
    if (entry == null || excluded.isEmpty()) {
      return entry;
    }
    List<Concept> meant = entry.concepts().stream().filter(c -> !excluded.contains(c)).toList();
    return meant.isEmpty() ? null : new TermEntry(entry.zh(), meant);
  }
}
