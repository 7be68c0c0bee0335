package ballast.lexicon.train;

/**
 * Options for training.
 *
 * @param largest maximum size of the lexicon in bytes; the least useful entries are dropped
 * @param jobs number of threads, at least 1; the result does not depend on it
 */
public record TrainingOptions(long largest, int jobs) {

  /** Rounds of expectation maximisation, also used for the bundled lexicon. */
  static final int ROUNDS = 8;

  /** Minimum occurrences of a word to be learnt. */
  static final int DEFAULT_MIN_OCCURRENCES = 3;

  public TrainingOptions {
    if (largest < 1 || jobs < 1) {
      throw new IllegalArgumentException("largest " + largest + ", jobs " + jobs + ": at least 1");
    }
  }
}
