package ballast.align;

import ballast.language.NumberValue;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One sentence as the aligner compares it.
 *
 * @param length in Latin letters, see {@link SentenceReader}; never negative
 * @param words the lexicon's keys of its words and punctuation marks, in order, with repeats; only
 *     the first few hundred of a huge sentence
 * @param cognates distinct number values and Latin words, which are the same in both languages
 * @param numbers its numbers that are evidence, see {@link NumberEvidence}
 * @param latin for each distinct word of two Latin letters or more, in order: the word in lower
 *     case, and as it is first written
 */
record Sentence(
    double length,
    List<String> words,
    Set<String> cognates,
    List<NumberValue> numbers,
    Map<String, String> latin) {

  /** A sentence without content, for a mark. */
  static final Sentence EMPTY = new Sentence(0, List.of(), Set.of(), List.of(), Map.of());

  Sentence {
    words = List.copyOf(words);
    numbers = List.copyOf(numbers);
  }

  boolean asks() {
    return words.contains("?");
  }
}
