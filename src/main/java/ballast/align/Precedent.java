package ballast.align;

import ballast.lexicon.WordReader;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A known rendering as the aligner compares it.
 *
 * @param left its words on the left
 * @param right its words on the right
 * @param rendering as it was given
 */
record Precedent(List<String> left, List<String> right, Rendering rendering) {

  /** More words than this are a sentence rather than a term. */
  private static final int TERM_WORDS = 6;

  static Precedent of(Rendering rendering, WordReader words, boolean swapped) {
    List<String> source = words.read(rendering.source());
    List<String> target = words.read(rendering.target());
    return new Precedent(swapped ? target : source, swapped ? source : target, rendering);
  }

  boolean isTerm() {
    return left.size() <= TERM_WORDS && right.size() <= TERM_WORDS;
  }

  /**
   * Whether all its words are among those of both sides.
   *
   * @param here sentences of one side, whichever
   * @param there sentences of the other
   */
  boolean isIn(List<Sentence> here, List<Sentence> there) {
    Set<String> one = words(here);
    Set<String> other = words(there);
    return (one.containsAll(left) && other.containsAll(right))
        || (one.containsAll(right) && other.containsAll(left));
  }

  private static Set<String> words(List<Sentence> sentences) {
    Set<String> words = new HashSet<>();
    sentences.forEach(sentence -> words.addAll(sentence.words()));
    return words;
  }
}
