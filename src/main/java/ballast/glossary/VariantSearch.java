package ballast.glossary;

import ballast.bitext.Span;
import ballast.glossary.EnglishText.Break;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * Finds where a text has one word of a term of several words, and beside it another in place of the
 * rest: "ecological efforts" where "ecological progress" is meant. A word alone is a short form,
 * which is not found.
 */
final class VariantSearch {

  private final EnglishText text;
  private final IntPredicate free;

  /**
   * A search.
   *
   * @param free asked of the place of a word: whether nothing else is known for which it stands
   */
  VariantSearch(EnglishText text, IntPredicate free) {
    this.text = text;
    this.free = free;
  }

  /** The first such place; empty if there is none, or the term has one word of content. */
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
   * Whether another content word stands there, with nothing between.
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
