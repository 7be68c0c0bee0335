package ballast.lexicon.train;

/**
 * Options for training.
 *
 * @param largest the greatest size of the lexicon in bytes; the least useful entries are left out
 * @param jobs number of threads, at least 1; the result does not depend on it
 */
public record TrainingOptions(long largest, int jobs) {

  /** Rounds of expectation maximisation, as for the bundled lexicon. */
  static final int ROUNDS = 8;

  /** A word that occurs less often is not learnt. */
  static final int DEFAULT_MIN_OCCURRENCES = 3;

  public TrainingOptions {
    if (largest < 1 || jobs < 1) {
      throw new IllegalArgumentException("largest " + largest + ", jobs " + jobs + ": at least 1");
    }
  }
}
