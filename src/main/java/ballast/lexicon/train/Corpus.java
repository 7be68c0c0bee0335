package ballast.lexicon.train;

/**
 * Pairs as bags of numbered words.
 *
 * @param chinese the Chinese words of all pairs
 * @param english the English words of all pairs
 * @param weights the weight of each pair
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
   * @param starts the start of the words of each pair, and finally the end of the last
   * @param words the numbers of the words of each pair, ascending, each once
   * @param times how often each word occurs in its pair
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Side(Vocabulary vocabulary, int[] starts, int[] words, byte[] times) {}
}
