package ballast.glossary;

import ballast.bitext.Span;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Recognises English terms in texts.
 *
 * <p>What counts as an occurrence depends on the term's {@link Match}. {@link Match#AUTO} depends
 * on the number of content words: a single one must occur in some form; two may have two other
 * words between them, come as "B of A" for "A B" and the other way round or, joined by "and", in
 * reverse order; three or more may come in any order among three others, and one of them may be
 * "it". In all cases related words of other parts of speech count ("socialist" for "socialism"),
 * articles may be added or left out, hyphens and spaces make no difference, British and American
 * spellings are equal, a number may be written out, and an acronym must have its capitals.
 *
 * <p>Thread-safe; reuse one instance, because it caches words.
 */
public final class TermMatcher {

  private final EnglishReader reader = new EnglishReader();

  /** Prepares a text for {@link #find}. */
  public EnglishText read(String english) {
    return reader.read(english);
  }

  /** Prepares a term for {@link #find}. */
  public TermPattern pattern(Term term) {
    return new TermPattern(term, reader);
  }

  /** The occurrences of a term in a text, each place once, the closest matches first. */
  public List<TermMatch> find(TermPattern pattern, EnglishText text) {
    if (pattern.words().isEmpty() || text.size() == 0) {
      return List.of();
    }
    Matches matches = new Matches(pattern, text);
    Match match = pattern.term().use().match();
    int words = pattern.content().size();
    int present = pattern.wordsThatMayBeIn(text);
    matches.addPlain(present == words, match == Match.EXACT);
    // One of three or more words may be a pronoun; of fewer, all must be there.
    boolean mayMatch = present >= (words > 2 ? words - 1 : words);
    if (match == Match.EXACT || match == Match.INFLECTED || !mayMatch) {
      return matches.found;
    }
    matches.add(Nearness.DERIVED, new PhraseSearch(text, pattern, false, true)::at);
    scattered(matches, pattern, text, match);
    return matches.found;
  }

  /** The occurrences of a term's own words or their inflected forms, side by side. */
  public List<TermMatch> findPlain(TermPattern pattern, EnglishText text) {
    if (pattern.words().isEmpty() || text.size() == 0) {
      return List.of();
    }
    Matches matches = new Matches(pattern, text);
    matches.addPlain(pattern.wordsThatMayBeIn(text) == pattern.content().size(), false);
    return matches.found;
  }

  /**
   * The words that come closest to one of these terms, for display; empty if the text has no word
   * of any.
   */
  public Optional<Span> nearest(List<TermPattern> patterns, EnglishText text) {
    return nearest(patterns, text, Whereabouts.UNKNOWN);
  }

  /**
   * The words that most probably stand for one of these terms, which is not in the text, for
   * display; empty if nothing speaks for any.
   */
  public Optional<Span> nearest(
      List<TermPattern> patterns, EnglishText text, Whereabouts whereabouts) {
    return NearestSearch.of(patterns, text, whereabouts);
  }

  /**
   * A place of a text with the compounds, joined by hyphens, that belong to it.
   *
   * @param place the words that stand for a term
   * @param partly whether they say less than all of it
   */
  public Span withCompounds(Span place, boolean partly, EnglishText text, Whereabouts whereabouts) {
    return NearestSearch.withCompounds(place, partly, text, whereabouts);
  }

  /**
   * A place with one word of one of these terms, and another word in place of the rest.
   *
   * @param free asked of the place of a word: whether nothing else is known for which it stands
   */
  public Optional<Span> variant(List<TermPattern> patterns, EnglishText text, IntPredicate free) {
    VariantSearch search = new VariantSearch(text, free);
    return patterns.stream().flatMap(pattern -> search.first(pattern).stream()).findFirst();
  }

  private static void scattered(
      Matches matches, TermPattern pattern, EnglishText text, Match match) {
    int words = pattern.content().size();
    if (words < 2) {
      return;
    }
    ScatteredSearch search = new ScatteredSearch(text, pattern);
    matches.add(Nearness.APART, search::inOrderAt);
    if (match == Match.GAP) {
      return;
    }
    if (match == Match.LOOSE || words > 2) {
      int more = ScatteredSearch.mostMore();
      matches.add(Nearness.REORDERED, start -> search.anyOrderFrom(start, more));
    } else {
      InvertedSearch inverted = new InvertedSearch(text, pattern);
      matches.add(Nearness.REORDERED, inverted::inOfPhrase);
      matches.add(Nearness.REORDERED, inverted::asCompound);
      matches.add(Nearness.REORDERED, inverted::postposed);
      matches.add(Nearness.REORDERED, inverted::asVerb);
      if (pattern.isCoordinated()) {
        matches.add(Nearness.REORDERED, start -> search.anyOrderFrom(start, 1));
      }
    }
  }

  /** The occurrences of one term in one text found so far. */
  private static final class Matches {

    private final TermPattern pattern;
    private final EnglishText text;
    private final List<TermMatch> found = new ArrayList<>();
    private final Set<BitSet> seen = new HashSet<>();

    Matches(TermPattern pattern, EnglishText text) {
      this.pattern = pattern;
      this.text = text;
    }

    /**
     * Adds the occurrences of the term's own words, as written and, unless {@code exactly},
     * inflected.
     *
     * @param whole whether each word of the term may occur in the text; if not, only words written
     *     together can match
     */
    void addPlain(boolean whole, boolean exactly) {
      if (!whole && !pattern.mayBeWrittenTogether(text)) {
        return;
      }
      PhraseSearch exact = new PhraseSearch(text, pattern, true, false);
      PhraseSearch inflected = new PhraseSearch(text, pattern, false, false);
      List<TermMatch> matches = new ArrayList<>();
      for (int start = 0; start < text.size(); start++) {
        if (!pattern.mayBeginWith(text.token(start))) {
          continue;
        }
        BitSet words = exact.at(start);
        if (words != null) {
          add(Nearness.EXACT, words, found);
        }
        words = words != null || exactly ? null : inflected.at(start);
        if (words != null) {
          add(Nearness.INFLECTED, words, matches);
        }
      }
      found.addAll(matches);
    }

    void add(Nearness nearness, IntFunction<@Nullable BitSet> search) {
      for (int start = 0; start < text.size(); start++) {
        BitSet words = search.apply(start);
        if (words != null) {
          add(nearness, words, found);
        }
      }
    }

    private void add(Nearness nearness, BitSet words, List<TermMatch> into) {
      if (seen.add(words)) {
        Span span = text.span(words.nextSetBit(0), words.length());
        into.add(new TermMatch(pattern.term(), nearness, span, words));
      }
    }
  }
}
