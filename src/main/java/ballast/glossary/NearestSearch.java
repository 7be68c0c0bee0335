package ballast.glossary;

import ballast.bitext.Span;
import ballast.glossary.EnglishText.Break;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** Finds the words of an English text that come closest to a term that does not occur in it. */
final class NearestSearch {

  /** How many content words may stand between two words of the phrase. */
  private static final int MAX_BETWEEN = 2;

  private final EnglishText text;
  private int bestCount;
  private int shortest;
  private int from;
  private int to;

  private NearestSearch(EnglishText text) {
    this.text = text;
  }

  /**
   * The phrase that has the most words of one of the terms; empty if the text has no word of any.
   */
  static Optional<Span> of(List<TermPattern> patterns, EnglishText text) {
    NearestSearch search = new NearestSearch(text);
    for (TermPattern pattern : patterns) {
      for (int start = 0; start < text.size() && !pattern.words().isEmpty(); start++) {
        search.from(start, pattern);
      }
    }
    return search.bestCount == 0
        ? Optional.empty()
        : Optional.of(text.span(search.from, search.to));
  }

  private void from(int start, TermPattern pattern) {
    BitSet found = new BitSet();
    if (!mark(start, pattern, found)) {
      return;
    }
    keep(start, start + 1, found);
    int between = 0;
    for (int at = start + 1; at < text.size() && between <= MAX_BETWEEN; at++) {
      if (text.token(at).before() == Break.HARD) {
        return;
      }
      if (mark(at, pattern, found)) {
        keep(start, at + 1, found);
        between = 0;
      } else {
        between += text.token(at).isFunction() ? 0 : 1;
      }
    }
  }

  /** Marks a word that is a content word of the term not yet found; false if it is not one. */
  private boolean mark(int at, TermPattern pattern, BitSet found) {
    for (int i = 0; i < pattern.content().size(); i++) {
      boolean same =
          WordTest.same(pattern.content().get(i), text.token(at), pattern.term(), false, true);
      if (same && !found.get(i)) {
        found.set(i);
        return true;
      }
    }
    return false;
  }

  private void keep(int start, int end, BitSet found) {
    int count = found.cardinality();
    if (count > bestCount || (count == bestCount && end - start < shortest)) {
      bestCount = count;
      shortest = end - start;
      from = start;
      to = end;
    }
  }
}
