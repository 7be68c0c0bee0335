package ballast.likeness.index;

import ballast.likeness.Score;

/**
 * What the grams that a text shares with a query must weigh, by its number of symbols: {@code T(n)}
 * of {@link Grams}.
 */
final class Bound {

  private final Grams grams;
  private final int length;
  private final int least;

  /**
   * @param grams of the query
   * @param length how many symbols the query has
   * @param least the score that a text must have
   */
  Bound(Grams grams, int length, int least) {
    this.grams = grams;
    this.length = length;
    this.least = least;
  }

  /** What a text of {@code n} symbols must share; 0 or less when every text is a candidate. */
  int shared(int n) {
    return grams.shared(Score.mostEdits(least, length, n), Math.max(0, n - length));
  }
}
