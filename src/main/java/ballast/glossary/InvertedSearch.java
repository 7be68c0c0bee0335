package ballast.glossary;

import ballast.glossary.EnglishText.Break;
import ballast.glossary.EnglishText.Token;
import java.util.BitSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Searches a text for the words of a two-word term the other way round. */
final class InvertedSearch {

  /** How many words, determiners not counted, may stand between the words of "B of A". */
  private static final int MAX_BETWEEN = 2;

  /** How participles end. */
  private static final Set<String> PARTICIPLE = Set.of("ed", "en", "wn");

  /** Adjectives that follow their noun. */
  private static final Set<String> POSTPOSED = Set.of("responsible", "available");

  /** How many words, determiners not counted, may stand between a verb and its object. */
  private static final int MAX_MODIFIERS = 1;

  /** Not "safety": "safe food" has no verb. */
  private static final Pattern NOUN_OF_VERB =
      Pattern.compile("(?:[ts]ion|ment|ing|al)s?$", Pattern.CASE_INSENSITIVE);

  /** A participle may be an adjective, too: "the protected environment". */
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
   * The words of a two-word term whose first is a participle or an adjective that may follow its
   * noun: "values returned" for "return value", "the person responsible"; null if they do not
   * occur. Only inflected: "plans developed" is not "development plan".
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
   * The words of a two-word term whose second is the noun of a verb, said by that verb: "sort
   * waste" for "waste sorting", "protect the environment" for "environmental protection"; null if
   * they do not occur.
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
