package ballast.lexicon.train;

/**
 * Pairs as bags of numbered words.
 *
 * @param chinese the Chinese words of all pairs
 * @param english the English words of all pairs
 * @param weights of each pair
 */
@SuppressWarnings("ArrayRecordComponent") // millions of numbers, shared by all threads
record Corpus(Side chinese, Side english, float[] weights) {

  int size() {
    return weights.length;
  }

  /**
   * One side of all pairs.
   *
   * @param vocabulary the words
   * @param starts where the words of each pair begin, and at last where the last end
   * @param words numbers of the words of each pair, rising, each once
   * @param times how often each word is in its pair
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Side(Vocabulary vocabulary, int[] starts, int[] words, byte[] times) {}
}
