package ballast.lexicon;

/**
 * Entries in rows, one row per Chinese word.
 *
 * @param starts the start of each row, and finally the end of the last
 * @param englishWords the English word of each entry, ascending within a row
 * @param forward probability of the English word given the Chinese one
 * @param backward probability of the Chinese word given the English one
 */
@SuppressWarnings("ArrayRecordComponent") // millions of numbers, never compared
public record Entries(int[] starts, int[] englishWords, float[] forward, float[] backward) {

  int start(int row) {
    return starts[row];
  }

  int english(int entry) {
    return englishWords[entry];
  }

  double englishGivenChinese(int entry) {
    return forward[entry];
  }

  double chineseGivenEnglish(int entry) {
    return backward[entry];
  }
}
