package ballast.glossary;

import ballast.glossary.EnglishText.Break;
import ballast.glossary.EnglishText.Token;
import ballast.language.FunctionWords;
import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** Searches a text for the words of a term with other words between them, in order or not. */
final class ScatteredSearch {

  /** How many content words may stand between two words of a term. */
  private static final int MAX_BETWEEN = 2;

  /** How many content words may stand among all words of a term together. */
  private static final int MAX_MORE = 3;

  /**
   * How many words of any kind are examined for the next word of the term; what follows is another
   * phrase.
   */
  private static final int FARTHEST = 12;

  /**
   * How many steps a search from one place may take; terms that repeat words have many possible
   * matches.
   */
  private static final int MAX_STEPS = 500;

  /** In a term of at least this many words, one may be replaced by a pronoun. */
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
   * civilization" is not the term "ecological civilization", and a comma separates phrases unless
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
   * content words among them; null if they do not occur. The clauses of a term must come in order,
   * each with its words together.
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

  /**
   * Takes "it" directly after a word of the term as the term's next word; false if that is not
   * possible.
   */
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

  /** How many content words may stand among the words of a term. */
  static int mostMore() {
    return MAX_MORE;
  }
}
