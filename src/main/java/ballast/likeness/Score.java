package ballast.likeness;

/**
 * The score of two texts that users see: {@code floor(100 * (1 - d / l))}, where {@code d} is the
 * Levenshtein distance of their {@link Symbols} (insertions, deletions and substitutions count one
 * each) and {@code l} the number of symbols of the longer one. All in whole numbers.
 */
public final class Score {

  /** The lowest threshold of a search; from here on the count filter is valid. */
  public static final int MIN_THRESHOLD = 50;

  /** The score of equal texts. */
  public static final int FULL = 100;

  /** The most symbols that a text to be searched for may have. */
  public static final int MAX_SYMBOLS = 10_000;

  private Score() {}

  /** The score at a distance; {@link #FULL} when neither text has symbols. */
  static int of(int distance, int length, int otherLength) {
    int longer = Math.max(length, otherLength);
    return longer == 0 ? FULL : (int) ((long) FULL * (longer - distance) / longer);
  }

  /** The greatest distance at which texts of these lengths still score {@code threshold}. */
  public static int mostEdits(int threshold, int length, int otherLength) {
    return (int) ((long) (FULL - threshold) * Math.max(length, otherLength) / FULL);
  }

  /**
   * The smallest number of symbols of a text that can score against one of {@code length} symbols.
   */
  public static int shortest(int threshold, int length) {
    return (int) (((long) length * threshold + FULL - 1) / FULL);
  }

  /**
   * The greatest number of symbols of a text that can score against one of {@code length} symbols.
   */
  public static int longest(int threshold, int length) {
    return (int) Math.min(Integer.MAX_VALUE, (long) length * FULL / threshold);
  }
}
