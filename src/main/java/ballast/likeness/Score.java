package ballast.likeness;

/**
 * The score of two texts shown to users: {@code floor(100 * (1 - d / l))}, where {@code d} is the
 * Levenshtein distance of their {@link Symbols} (insertions, deletions and substitutions count one
 * each) and {@code l} the number of symbols of the longer one. Computed in integers. {@link
 * #SPACING} for Chinese texts with the same symbols but other spaces.
 */
public final class Score {

  /** Minimum threshold of a search; the count filter is not valid below it. */
  public static final int MIN_THRESHOLD = 50;

  public static final int FULL = 100;

  static final int SPACING = 99;

  /** Maximum symbols of a text to search for. */
  public static final int MAX_SYMBOLS = 10_000;

  private Score() {}

  /** Returns the score at a distance; {@link #FULL} if neither text has symbols. */
  static int of(int distance, int length, int otherLength) {
    int longer = Math.max(length, otherLength);
    return longer == 0 ? FULL : (int) ((long) FULL * (longer - distance) / longer);
  }

  /** Returns the maximum distance at which texts of these lengths still score {@code threshold}. */
  public static int mostEdits(int threshold, int length, int otherLength) {
    return (int) ((long) (FULL - threshold) * Math.max(length, otherLength) / FULL);
  }

  /**
   * Returns the minimum length, in symbols, of a text that can score against one of {@code length}.
   */
  public static int shortest(int threshold, int length) {
    return (int) (((long) length * threshold + FULL - 1) / FULL);
  }

  /**
   * Returns the maximum length, in symbols, of a text that can score against one of {@code length}.
   */
  public static int longest(int threshold, int length) {
    return (int) Math.min(Integer.MAX_VALUE, (long) length * FULL / threshold);
  }
}
