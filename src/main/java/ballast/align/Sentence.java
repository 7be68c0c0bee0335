package ballast.align;

import ballast.language.NumberValue;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the aligner knows of one sentence.
 *
 * @param length in Latin letters, see {@link SentenceReader}; never negative
 * @param words the lexicon's keys of its words and punctuation marks, in order, with repeats; only
 *     the first few hundred of a huge sentence
 * @param anchors distinct features that read the same in both languages: number values and Latin
 *     words
 * @param numbers the numbers it names that are evidence, see {@link NumberEvidence}
 * @param latin distinct words of two Latin letters or more, lower case, in order, and how they are
 *     written
 */
record Sentence(
    double length,
    List<String> words,
    Set<String> anchors,
    List<NumberValue> numbers,
    Map<String, String> latin) {

  /** A sentence that says nothing. */
  static final Sentence SILENT = new Sentence(0, List.of(), Set.of(), List.of(), Map.of());

  Sentence {
    words = List.copyOf(words);
    numbers = List.copyOf(numbers);
  }

  boolean asks() {
    return words.contains("?");
  }
}
