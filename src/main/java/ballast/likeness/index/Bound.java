package ballast.likeness.index;

import ballast.likeness.Score;

/**
 * The least weight of the grams that a text shares with a query, by its number of symbols: {@code
 * T(n)} of {@link Grams}.
 */
final class Bound {

  private final Grams grams;
  private final int length;
  private final int threshold;

  /**
   * @param grams the grams of the query
   * @param length number of symbols of the query
   * @param threshold the score that a text must have
   */
  Bound(Grams grams, int length, int threshold) {
    this.grams = grams;
    this.length = length;
    this.threshold = threshold;
  }

  /**
   * The least weight that a text of {@code n} symbols must share; 0 or less if every text is a
   * candidate.
   */
  int shared(int n) {
    return grams.shared(Score.mostEdits(threshold, length, n), Math.max(0, n - length));
  }
}
