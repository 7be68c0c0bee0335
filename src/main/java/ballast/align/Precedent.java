package ballast.align;

import ballast.lexicon.WordReader;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A known rendering and the words of its two sides. */
record Precedent(List<String> left, List<String> right, Rendering rendering) {

  /** Maximum words of a term; a longer rendering is a sentence. */
  private static final int MAX_TERM_WORDS = 6;

  static Precedent of(Rendering rendering, WordReader words, boolean swapped) {
    List<String> source = words.read(rendering.source());
    List<String> target = words.read(rendering.target());
    return new Precedent(swapped ? target : source, swapped ? source : target, rendering);
  }

  boolean isTerm() {
    return left.size() <= MAX_TERM_WORDS && right.size() <= MAX_TERM_WORDS;
  }

  /** Whether one text has the words of one side, and the other text those of the other. */
  boolean isIn(Set<String> here, Set<String> there) {
    return (here.containsAll(left) && there.containsAll(right))
        || (here.containsAll(right) && there.containsAll(left));
  }

  static Set<String> words(List<Sentence> sentences) {
    Set<String> words = new HashSet<>();
    sentences.forEach(sentence -> words.addAll(sentence.words()));
    return words;
  }
}
