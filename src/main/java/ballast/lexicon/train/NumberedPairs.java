package ballast.lexicon.train;

import java.util.List;

/** Pairs as bags of numbered words. */
@SuppressWarnings("ArrayRecordComponent") // millions of numbers, shared by all threads
record NumberedPairs(Side chinese, Side english, float[] weights) {

  int size() {
    return weights.length;
  }

  /**
   * One side of all pairs.
   *
   * @param starts the start of the words of each pair, then the end of the last
   * @param words the numbers of the words of each pair, ascending, each once
   * @param times occurrences of each word in its pair
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Side(Vocabulary vocabulary, int[] starts, int[] words, byte[] times) {}

  /**
   * The words of one language in training, the most frequent first.
   *
   * @param counts the weighted count of each word
   * @param tokens the weighted count of all words in the texts, including words missing here
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
