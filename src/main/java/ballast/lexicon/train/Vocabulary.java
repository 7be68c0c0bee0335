package ballast.lexicon.train;

import java.util.List;

/**
 * The words of one language in training, the most frequent first.
 *
 * @param words the keys
 * @param counts of each, weighted
 * @param tokens of all words in the texts, weighted, also of those that are not here
 */
@SuppressWarnings("ArrayRecordComponent") // never changed, never compared
record Vocabulary(List<String> words, double[] counts, double tokens) {

  Vocabulary {
    words = List.copyOf(words);
  }

  int size() {
    return words.size();
  }
}
