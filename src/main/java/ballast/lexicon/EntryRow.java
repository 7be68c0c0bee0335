package ballast.lexicon;

/**
 * The entries of a Chinese word as the file has them.
 *
 * @param english the ids of the English words, ascending
 * @param forward the expected links from the Chinese word to each, in the steps of {@link
 *     EntrySection}, 0 to 255
 * @param backward the same from each to the Chinese word
 */
@SuppressWarnings("ArrayRecordComponent") // numbers, never compared
record EntryRow(int[] english, byte[] forward, byte[] backward) {

  int size() {
    return english.length;
  }

  int forward(int entry) {
    return forward[entry] & 0xFF;
  }

  int backward(int entry) {
    return backward[entry] & 0xFF;
  }
}
