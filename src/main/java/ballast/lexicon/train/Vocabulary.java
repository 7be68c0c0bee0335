package ballast.lexicon.train;

import java.util.List;

/**
 * The words of one language in training, the most frequent first.
 *
 * @param words the keys
 * @param counts the weighted count of each word
 * @param tokens the weighted count of all words in the texts, including those left out here
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
