package ballast.glossary;

import ballast.glossary.EnglishText.Break;
import ballast.glossary.EnglishText.Token;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Searches a text for the words of a term side by side. */
final class PhraseSearch {

  private final EnglishText text;
  private final TermPattern pattern;
  private final List<Token> words;
  private final boolean exact;
  private final boolean derived;

  /**
   * @param exact whether words must be as written, articles included
   * @param derived whether a related word of another part of speech counts
   */
  PhraseSearch(EnglishText text, TermPattern pattern, boolean exact, boolean derived) {
    this.text = text;
    this.pattern = pattern;
    this.words = exact ? pattern.words() : pattern.withoutDeterminers();
    this.exact = exact;
    this.derived = derived;
  }

  /**
   * The indexes of the words that form the term beginning at word {@code start}; null if it does
   * not begin there.
   */
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
