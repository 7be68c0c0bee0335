package ballast.lexicon;

/**
 * The words of one language in a lexicon, with their counts. Immutable.
 *
 * @param index the words
 * @param counts training count of each, at least 1
 * @param links expected number of links of each to words of the other language, more than 0
 * @param tokens training count of all words together, including those that are not in the lexicon
 */
@SuppressWarnings("ArrayRecordComponent") // millions of numbers, never compared
public record WordTable(WordIndex index, int[] counts, float[] links, long tokens) {

  int size() {
    return counts.length;
  }

  /** The share of a word among all running words. */
  double share(int word) {
    return (double) counts[word] / tokens;
  }
}
