package ballast.glossary;

import ballast.bitext.Span;
import java.util.BitSet;

/**
 * An occurrence of an English term in a text.
 *
 * @param term the term
 * @param nearness how closely the text matches it
 * @param span from its first word to its last, UTF-16 units of the raw text
 * @param words indexes of the words of the text that belong to the term; other words may stand
 *     between them
 */
public record TermMatch(Term term, Nearness nearness, Span span, BitSet words) {

  public TermMatch {
    words = (BitSet) words.clone();
  }

  @Override
  public BitSet words() {
    return (BitSet) words.clone();
  }

  /** Whether its words are a proper subset of the other's. */
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
