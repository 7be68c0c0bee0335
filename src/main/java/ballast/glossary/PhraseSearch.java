package ballast.glossary;

import ballast.glossary.EnglishText.Break;
import ballast.glossary.EnglishText.Token;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** Looks for the words of a term side by side in a text. */
final class PhraseSearch {

  private final EnglishText text;
  private final TermPattern pattern;
  private final boolean exact;
  private final boolean derived;

  /**
   * @param exact whether words must be as written, articles included
   * @param derived whether a word of another part of speech will do
   */
  PhraseSearch(EnglishText text, TermPattern pattern, boolean exact, boolean derived) {
    this.text = text;
    this.pattern = pattern;
    this.exact = exact;
    this.derived = derived;
  }

  /** The words of the text that are the term, if it begins with the word {@code start}. */
  @Nullable BitSet at(int start) {
    BitSet found = new BitSet();
    return match(0, start, found) ? found : null;
  }

  private boolean match(int word, int at, BitSet found) {
    int words = pattern.words().size();
    if (word == words) {
      return true;
    }
    if (at == text.size()) {
      return !exact && isDeterminer(word) && match(word + 1, at, found);
    }
    if (word > 0 && text.token(at).before() == Break.HARD) {
      return false;
    }
    Token wanted = pattern.words().get(word);
    Token here = text.token(at);
    if (WordTest.same(wanted, here, pattern.term(), exact, derived)
        && take(word + 1, at, 1, found)) {
      return true;
    }
    if (word + 1 < words
        && WordTest.isJoined(wanted, pattern.words().get(word + 1), here, exact)
        && take(word + 2, at, 1, found)) {
      return true;
    }
    if (at + 1 < text.size()
        && text.token(at + 1).before() == Break.NONE
        && WordTest.isJoined(here, text.token(at + 1), wanted, exact)
        && take(word + 1, at, 2, found)) {
      return true;
    }
    if (exact) {
      return false;
    }
    return (isDeterminer(word) && match(word + 1, at, found))
        || (word > 0 && here.isDeterminer() && match(word, at + 1, found));
  }

  private boolean isDeterminer(int word) {
    return pattern.words().get(word).isDeterminer() && pattern.words().size() > 1;
  }

  private boolean take(int nextWord, int at, int count, BitSet found) {
    found.set(at, at + count);
    if (match(nextWord, at + count, found)) {
      return true;
    }
    found.clear(at, at + count);
    return false;
  }
}
