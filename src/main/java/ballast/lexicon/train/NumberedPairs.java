package ballast.lexicon.train;

import java.util.List;

/**
 * Pairs as bags of numbered words.
 *
 * @param chinese the Chinese words of all pairs
 * @param english the English words of all pairs
 * @param weights the weight of each pair
 */
@SuppressWarnings("ArrayRecordComponent") // millions of numbers, shared by all threads
record NumberedPairs(Side chinese, Side english, float[] weights) {

  int size() {
    return weights.length;
  }

  /**
   * One side of all pairs.
   *
   * @param vocabulary the words
   * @param starts the start of the words of each pair, and finally the end of the last
   * @param words the numbers of the words of each pair, ascending, each once
   * @param times how often each word occurs in its pair
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Side(Vocabulary vocabulary, int[] starts, int[] words, byte[] times) {}

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
}
