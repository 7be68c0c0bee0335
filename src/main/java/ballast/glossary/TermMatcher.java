package ballast.glossary;

import ballast.bitext.Span;
import ballast.glossary.EnglishText.Break;
import ballast.glossary.EnglishText.Token;
import ballast.glossary.TermPattern.WordTest;
import ballast.language.FunctionWords;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Recognises English terms in texts.
 *
 * <p>The rules depend on the term's {@link Term.Match}. {@link Term.Match#AUTO} depends on the
 * number of content words. A single one must occur in some form. Two may have two other words
 * between them, come as "B of A" for "A B" and the other way round or, joined by "and", in reverse
 * order. Three or more may come in any order among three others, and one of them may be "it". In
 * all cases related words of other parts of speech count ("socialist" for "socialism"), articles
 * may be added or omitted, hyphens and spaces make no difference, British and American spellings
 * are equal, a number may be written out, and an acronym must have its capitals.
 *
 * <p>Thread-safe; reuse one instance, because it caches words.
 */
public final class TermMatcher {

  private final EnglishReader reader = new EnglishReader();

  public EnglishText read(String english) {
    return reader.read(english);
  }

  public TermPattern pattern(Term term) {
    return new TermPattern(term, reader);
  }

  /** The occurrences of a term in a text, each place once, the closest matches first. */
  public List<TermMatch> find(TermPattern pattern, EnglishText text) {
    if (pattern.words().isEmpty() || text.size() == 0) {
      return List.of();
    }
    Matches matches = new Matches(pattern, text);
    Term.Match match = pattern.term().use().match();
    int words = pattern.content().size();
    int present = pattern.wordsThatMayBeIn(text);
    matches.addPlain(present == words, match == Term.Match.EXACT);
    // One of three or more words may be a pronoun; of fewer, all must be present.
    boolean mayMatch = present >= (words > 2 ? words - 1 : words);
    if (match == Term.Match.EXACT || match == Term.Match.INFLECTED || !mayMatch) {
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
   * Finds one word of one of these terms, with another word in place of the rest.
   *
   * @param free whether the word at an index has no other known role
   */
  public Optional<Span> variant(List<TermPattern> patterns, EnglishText text, IntPredicate free) {
    VariantSearch search = new VariantSearch(text, free);
    return patterns.stream().flatMap(pattern -> search.first(pattern).stream()).findFirst();
  }

  private static void scattered(
      Matches matches, TermPattern pattern, EnglishText text, Term.Match match) {
    int words = pattern.content().size();
    if (words < 2) {
      return;
    }
    ScatteredSearch search = new ScatteredSearch(text, pattern);
    matches.add(Nearness.APART, search::inOrderAt);
    if (match == Term.Match.GAP) {
      return;
    }
    if (match == Term.Match.LOOSE || words > 2) {
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

  /**
   * @param span from its first word to its last, in UTF-16 units of the raw text
   * @param words indexes of the text's words that belong to the term; other words may be between
   *     them
   */
  public record TermMatch(Term term, Nearness nearness, Span span, BitSet words) {

    public TermMatch {
      words = (BitSet) words.clone();
    }

    @Override
    public BitSet words() {
      return (BitSet) words.clone();
    }

    public boolean isInside(TermMatch other) {
      if (words.cardinality() >= other.words.cardinality()) {
        return false;
      }
      for (int i = words.nextSetBit(0); i >= 0; i = words.nextSetBit(i + 1)) {
        if (!other.words.get(i)) {
          return false;
        }
      }
      return true;
    }
  }

  /** How closely the words of a text match a term, the closest first. */
  public enum Nearness {
    /** Word for word. */
    EXACT,
    /** In inflected forms, side by side. */
    INFLECTED,
    /** In another part of speech: "socialist" for "socialism". */
    DERIVED,
    /** With words between them. */
    APART,
    /** In another order. */
    REORDERED;

    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static final class PhraseSearch {

    private final EnglishText text;
    private final TermPattern pattern;
    private final List<Token> words;
    private final boolean exact;
    private final boolean derived;

    /**
     * @param exact whether words must be as written, including articles
     * @param derived whether a related word of another part of speech counts
     */
    PhraseSearch(EnglishText text, TermPattern pattern, boolean exact, boolean derived) {
      this.text = text;
      this.pattern = pattern;
      this.words = exact ? pattern.words() : pattern.withoutDeterminers();
      this.exact = exact;
      this.derived = derived;
    }

    /** The indexes of the term's words if it begins at word {@code start}, otherwise null. */
    @Nullable BitSet at(int start) {
      BitSet found = new BitSet();
      int at = start;
      int word = 0;
      while (word < words.size()) {
        if (at == text.size() || (word > 0 && text.token(at).before() == Break.HARD)) {
          return null;
        }
        Token wanted = words.get(word);
        Token here = text.token(at);
        if (WordTest.same(wanted, here, pattern.term(), exact, derived)) {
          found.set(at++);
          word++;
        } else if (word + 1 < words.size()
            && WordTest.isJoined(wanted, words.get(word + 1), here, exact)) {
          found.set(at++);
          word += 2;
        } else if (at + 1 < text.size()
            && text.token(at + 1).before() == Break.NONE
            && WordTest.isJoined(here, text.token(at + 1), wanted, exact)) {
          found.set(at, at + 2);
          at += 2;
          word++;
        } else if (!exact && word > 0 && here.isDeterminer()) {
          at++;
        } else {
          return null;
        }
      }
      return found;
    }
  }

  /**
   * Finds one word of a term of several words, with another word in place of the rest: "ecological
   * efforts" for "ecological progress". A single word is a short form, which is not found.
   */
  private record VariantSearch(EnglishText text, IntPredicate free) {

    /** The first such place; empty if there is none, or if the term has one content word. */
    Optional<Span> first(TermPattern pattern) {
      if (pattern.content().size() < 2) {
        return Optional.empty();
      }
      for (int at = 0; at < text.size(); at++) {
        if (isOf(pattern, at) && free.test(at)) {
          if (isBeside(at + 1, at + 1)) {
            return Optional.of(text.span(at, at + 2));
          }
          if (isBeside(at - 1, at)) {
            return Optional.of(text.span(at - 1, at + 1));
          }
        }
      }
      return Optional.empty();
    }

    /**
     * Whether another content word is at {@code at}, with nothing between.
     *
     * @param edge the second of the two words
     */
    private boolean isBeside(int at, int edge) {
      return at >= 0
          && edge < text.size()
          && text.token(edge).before() == Break.NONE
          && !text.token(at).isFunction()
          && free.test(at);
    }

    private boolean isOf(TermPattern pattern, int at) {
      return pattern.content().stream()
          .anyMatch(word -> WordTest.same(word, text.token(at), pattern.term(), false, true));
    }
  }

  /** Searches a text for the words of a term with gaps, in order or not. */
  private static final class ScatteredSearch {

    /** Maximum content words between two words of a term. */
    private static final int MAX_BETWEEN = 2;

    /** Maximum other content words among all words of a term. */
    private static final int MAX_MORE = 3;

    /** Maximum words of any kind up to the next word of the term; another phrase begins beyond. */
    private static final int FARTHEST = 12;

    /** Maximum steps from one place; terms that repeat words have many possible matches. */
    private static final int MAX_STEPS = 500;

    /** Minimum words of a term in which a pronoun may replace one word. */
    private static final int MIN_WORDS_FOR_PRONOUN = 3;

    private final EnglishText text;
    private final TermPattern pattern;
    private final int words;
    private int steps;

    ScatteredSearch(EnglishText text, TermPattern pattern) {
      this.text = text;
      this.pattern = pattern;
      this.words = pattern.content().size();
    }

    /**
     * The words of the term in order from {@code start} on, with up to {@value #MAX_BETWEEN} others
     * between two of them; null if they do not occur.
     */
    @Nullable BitSet inOrderAt(int start) {
      BitSet found = new BitSet();
      if (!isWord(0, start)) {
        return null;
      }
      found.set(start);
      steps = 0;
      return follow(1, start, 0, found) ? found : null;
    }

    private boolean follow(int word, int last, int more, BitSet found) {
      if (word == words) {
        return true;
      }
      int between = 0;
      for (int at = last + 1; at < Math.min(text.size(), last + FARTHEST); at++) {
        if (text.token(at).before() == Break.HARD || steps++ > MAX_STEPS) {
          return false;
        }
        if (isWord(word, at) && !isParted(word, last, at)) {
          found.set(at);
          if (follow(word + 1, at, more + between, found)) {
            return true;
          }
          found.clear(at);
        }
        between += text.token(at).isFunction() ? 0 : 1;
        if (between > MAX_BETWEEN || more + between > MAX_MORE) {
          return false;
        }
      }
      return false;
    }

    /**
     * Whether the words and marks between two words of the term separate them. "Ecological and
     * civilization" is not the term "ecological civilization". A comma separates phrases unless
     * modifiers are listed: "ecological, social and cultural progress".
     */
    private boolean isParted(int word, int last, int at) {
      if (at == last + 1 && text.token(at).before() == Break.NONE) {
        return false;
      }
      boolean joined = false;
      boolean comma = text.token(at).before() != Break.NONE;
      boolean empty = true;
      for (int i = last + 1; i < at; i++) {
        Token token = text.token(i);
        joined |= FunctionWords.isConjunction(token.forms().word());
        comma |= token.before() != Break.NONE;
        empty &= token.isFunction();
      }
      if (pattern.isCoordinated() || pattern.clause(word) != pattern.clause(word - 1)) {
        return false;
      }
      return comma ? !joined || empty : joined && empty && pattern.isAdjacent(word - 1, word);
    }

    /**
     * The words of the term in any order from {@code start} on, with at most {@code more} other
     * content words among them; null if they do not occur. The clauses of a term must come in
     * order, each with its words together.
     */
    @Nullable BitSet anyOrderFrom(int start, int more) {
      int[] places = new int[words];
      Arrays.fill(places, -1);
      int found = 0;
      int interruptions = 0;
      int end = Math.min(text.size(), start + FARTHEST + 3 * words);
      for (int at = start; at < end && interruptions <= more; at++) {
        if (at > start && text.token(at).before() == Break.HARD) {
          break;
        }
        int word = freeWord(at, places);
        if (word < 0 && at == start) {
          return null;
        }
        if (word >= 0) {
          places[word] = at;
          found++;
        } else if (takePronoun(at, places)) {
          found++;
        } else if (!text.token(at).isFunction()) {
          interruptions++;
        }
        if (found == words) {
          return clausesInOrder(places) && pronouns(places) <= 1 ? bits(places) : null;
        }
      }
      return null;
    }

    /** Uses "it" directly after a word of the term as its next word; false if impossible. */
    private boolean takePronoun(int at, int[] places) {
      if (words < MIN_WORDS_FOR_PRONOUN
          || !FunctionWords.isPronoun(text.token(at).forms().word())
          || text.token(at).before() != Break.NONE) {
        return false;
      }
      for (int i = 1; i < words; i++) {
        boolean adverb = pattern.content().get(i).forms().word().endsWith("ly");
        if (places[i] < 0 && places[i - 1] == at - 1 && !adverb) {
          places[i] = at;
          return true;
        }
      }
      return false;
    }

    private int pronouns(int[] places) {
      int count = 0;
      for (int place : places) {
        count += FunctionWords.isPronoun(text.token(place).forms().word()) ? 1 : 0;
      }
      return count;
    }

    private int freeWord(int at, int[] places) {
      for (int i = 0; i < words; i++) {
        if (places[i] < 0 && isWord(i, at)) {
          return i;
        }
      }
      return -1;
    }

    private boolean clausesInOrder(int[] places) {
      int reach = -1;
      int clause = 0;
      int end = -1;
      for (int i = 0; i < words; i++) {
        if (pattern.clause(i) != clause) {
          clause = pattern.clause(i);
          end = reach;
        }
        if (places[i] < end) {
          return false;
        }
        reach = Math.max(reach, places[i]);
      }
      return true;
    }

    private static BitSet bits(int[] places) {
      BitSet bits = new BitSet();
      for (int place : places) {
        bits.set(place);
      }
      return bits;
    }

    private boolean isWord(int word, int at) {
      return WordTest.same(
          pattern.content().get(word), text.token(at), pattern.term(), /* exact= */ false, true);
    }

    static int mostMore() {
      return MAX_MORE;
    }
  }

  /** Searches a text for the words of a two-word term in reverse order. */
  private static final class InvertedSearch {

    /** Maximum words, not counting determiners, between the words of "B of A". */
    private static final int MAX_BETWEEN = 2;

    private static final Set<String> PARTICIPLE = Set.of("ed", "en", "wn");

    private static final Set<String> POSTPOSED = Set.of("responsible", "available");

    /** Maximum words, not counting determiners, between a verb and its object. */
    private static final int MAX_MODIFIERS = 1;

    /** Endings of nouns made from verbs. Not "safety": "safe food" has no verb. */
    private static final Pattern NOUN_OF_VERB =
        Pattern.compile("(?:[ts]ion|ment|ing|al)s?$", Pattern.CASE_INSENSITIVE);

    /**
     * Endings of adjectives and agent nouns. A participle may be an adjective, too: "the protected
     * environment".
     */
    private static final Pattern ADJECTIVE_OR_DOER =
        Pattern.compile("(?:ive|al|[ai]ble|ory|ous|ic|[eo]rs?|ly|ed)$");

    private final EnglishText text;
    private final TermPattern pattern;
    private final boolean possible;

    InvertedSearch(EnglishText text, TermPattern pattern) {
      this.text = text;
      this.pattern = pattern;
      this.possible = pattern.content().size() == 2;
    }

    /**
     * The words of a two-word term in the form "B of A": "protection of property" for "property
     * protection"; null if they do not occur.
     */
    @Nullable BitSet inOfPhrase(int start) {
      if (!possible || !isWord(1, start) || !pattern.isAdjacent(0, 1) || start + 1 >= text.size()) {
        return null;
      }
      String link = text.token(start + 1).forms().word();
      if (!link.equals("of") && !link.equals("for") && !link.equals("in")) {
        return null;
      }
      int between = 0;
      for (int at = start + 2; at < text.size() && between <= MAX_BETWEEN; at++) {
        if (text.token(at).before() != Break.NONE) {
          return null;
        }
        if (isWord(0, at)) {
          return both(start, at);
        }
        between += text.token(at).isDeterminer() ? 0 : 1;
      }
      return null;
    }

    /**
     * The words of a two-word term "B of A" in the form "A B": "Finance Ministry" for "Ministry of
     * Finance"; null if they do not occur.
     */
    @Nullable BitSet asCompound(int start) {
      boolean compound =
          possible
              && pattern.isJoinedByOf()
              && isNext(start + 1)
              && isWord(1, start)
              && isWord(0, start + 1);
      return compound ? both(start, start + 1) : null;
    }

    /**
     * The words of a two-word term with a participle or adjective that may follow its noun: "values
     * returned" for "return value", "the person responsible"; null if they do not occur. Only
     * inflected: "plans developed" is not "development plan".
     */
    @Nullable BitSet postposed(int start) {
      boolean postposed =
          possible
              && pattern.isAdjacent(0, 1)
              && isNext(start + 1)
              && mayFollowNoun(text.token(start + 1))
              && isWord(1, start)
              && isWord(0, start + 1, /* derived= */ false);
      return postposed ? both(start, start + 1) : null;
    }

    /**
     * The words of a two-word term with its noun turned into a verb: "sort waste" for "waste
     * sorting", "protect the environment" for "environmental protection"; null if they do not
     * occur.
     */
    @Nullable BitSet asVerb(int start) {
      if (!possible || !pattern.isAdjacent(0, 1) || !isVerb(start)) {
        return null;
      }
      int at = start + 1;
      int modifiers = 0;
      while (isNext(at) && !isWord(0, at) && modifiers <= MAX_MODIFIERS) {
        modifiers += text.token(at).isDeterminer() ? 0 : 1;
        at++;
      }
      return isNext(at) && modifiers <= MAX_MODIFIERS ? both(start, at) : null;
    }

    /** Whether a word is a verb, by its form, that is related to the second word of the term. */
    private boolean isVerb(int at) {
      String surface = text.token(at).surface().toLowerCase(Locale.ROOT);
      return isWord(1, at)
          && (surface.endsWith("ing")
              || (NOUN_OF_VERB.matcher(pattern.content().get(1).surface()).find()
                  && !isWord(1, at, /* derived= */ false)))
          && !ADJECTIVE_OR_DOER.matcher(surface).find();
    }

    private static boolean mayFollowNoun(Token token) {
      String surface = token.surface().toLowerCase(Locale.ROOT);
      return PARTICIPLE.stream().anyMatch(surface::endsWith) || POSTPOSED.contains(surface);
    }

    private boolean isNext(int at) {
      return at < text.size() && text.token(at).before() == Break.NONE;
    }

    private static BitSet both(int one, int other) {
      BitSet found = new BitSet();
      found.set(one);
      found.set(other);
      return found;
    }

    private boolean isWord(int word, int at) {
      return isWord(word, at, /* derived= */ true);
    }

    private boolean isWord(int word, int at, boolean derived) {
      return WordTest.same(
          pattern.content().get(word), text.token(at), pattern.term(), /* exact= */ false, derived);
    }
  }
}
