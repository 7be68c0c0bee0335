package ballast.lexicon;

/**
 * The entries of a Chinese word as the file has them.
 *
 * @param english the ids of the English words, ascending
 * @param forward the links of each, in steps, given the Chinese word
 * @param backward the same given the English word
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
