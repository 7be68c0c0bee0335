package ballast.glossary;

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
 * Finds the Chinese terms of a glossary in texts. Immutable and thread-safe; time linear in the
 * text and in what is found, whatever the size of the glossary.
 *
 * <p>Text and terms are compared without regard to width, traditional characters, capitals,
 * quotation marks and line breaks. Of all places where the characters of a term stand, those remain
 * where it is itself a word or words ({@code WordEdges}), outside the phrases that its concept
 * excludes, and not inside a longer term that remains; terms that overlap remain both.
 */
public final class TermFinder {

  /** What the automaton looks for: a term, a phrase that guards terms, or both. */
  private static final class Phrase {
    final int[] characters;
    final Set<Concept> guarded = new LinkedHashSet<>(1);
    final List<String> forms = new ArrayList<>(1);

    Phrase(int[] characters) {
      this.characters = characters;
    }
  }

  /** Characters of a phrase in a text; positions of a {@link HanText}. */
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

  /** By the number of a phrase; null where it only guards. */
  private final List<@Nullable TermEntry> entries = new ArrayList<>();

  private final List<Set<Concept>> guarded = new ArrayList<>();

  /**
   * A finder of all Chinese terms of a glossary.
   *
   * @param chineseWords what is known of Chinese writing
   * @param renderings what is known of translations, for words that are longer than a term
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

  /** Forms that differ only in what does not count are one term. */
  private static @Nullable TermEntry entry(List<String> forms, Glossary glossary) {
    if (forms.isEmpty()) {
      return null;
    }
    Set<Concept> concepts = new LinkedHashSet<>();
    forms.forEach(form -> concepts.addAll(glossary.judgedTogether(form)));
    return new TermEntry(forms.get(0), List.copyOf(concepts));
  }

  /**
   * The terms in a text, by rising start, at one start the longer first.
   *
   * @param chinese raw text
   */
  public List<TermHit> find(String chinese) {
    return scan(chinese).hits();
  }

  /** The same, and the terms whose characters stand in the text without being meant. */
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
    return new TermScan(hits(text, found), standing);
  }

  private List<TermHit> hits(HanText text, List<Occurrence> found) {
    found.sort(
        (one, other) ->
            one.from != other.from
                ? Integer.compare(one.from, other.from)
                : Integer.compare(other.to, one.to));
    WordEdges edges = new WordEdges(text, chineseWords);
    List<Occurrence> terms =
        found.stream().filter(occurrence -> isTerm(occurrence, edges)).toList();
    Guards guards = new Guards(found);
    List<TermHit> hits = new ArrayList<>();
    int reach = 0;
    for (Occurrence term : terms) {
      // By rising start, longer first: what lies inside another lies inside one that came before.
      if (term.to() > reach) {
        addUnguarded(term, guards, text, hits);
        reach = term.to();
      }
    }
    return hits;
  }

  /** The guard phrases of a text, asked about terms by rising start. */
  private final class Guards {

    /** By rising start. */
    private final List<Occurrence> all;

    private final int longest;

    /** How many of them begin no later than the last term that was asked about. */
    private int begun;

    Guards(List<Occurrence> found) {
      all = found.stream().filter(one -> !guarded.get(one.phrase()).isEmpty()).toList();
      longest = all.stream().mapToInt(one -> one.to() - one.from()).max().orElse(0);
    }

    /** The concepts that are not meant at a place, because a longer phrase stands there. */
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

  private void addUnguarded(Occurrence term, Guards guards, HanText text, List<TermHit> hits) {
    TermEntry entry = entries.get(term.phrase());
    if (entry == null) {
      return;
    }
    Set<Concept> excluded = guards.around(term);
    if (excluded.isEmpty()) {
      hits.add(new TermHit(entry, text.span(term.from(), term.to())));
      return;
    }
    List<Concept> meant = entry.concepts().stream().filter(c -> !excluded.contains(c)).toList();
    if (!meant.isEmpty()) {
      hits.add(new TermHit(new TermEntry(entry.zh(), meant), text.span(term.from(), term.to())));
    }
  }
}
