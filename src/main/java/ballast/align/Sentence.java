package ballast.align;

import java.util.List;
import java.util.Map;

/**
 * What the aligner knows of one sentence.
 *
 * @param length in Latin letters, see {@link SentenceReader}; never negative
 * @param tokens distinct words, Han characters and pairs, numbers, punctuation marks, in order of
 *     first appearance; only the first few hundred of a huge sentence
 * @param numbers the numbers it names, as values
 * @param latin distinct words of two Latin letters or more, lower case, in order, and how they are
 *     written
 */
record Sentence(
    double length, List<String> tokens, List<NumberValue> numbers, Map<String, String> latin) {

  Sentence {
    tokens = List.copyOf(tokens);
    numbers = List.copyOf(numbers);
  }

  boolean asks() {
    return tokens.contains("?");
  }
}
