package ballast.lexicon.train;

/**
 * How to train.
 *
 * @param largest bytes that the lexicon may have; entries that tell least are left out
 * @param jobs threads to use, at least 1; the result does not depend on it
 */
public record TrainingOptions(long largest, int jobs) {

  /** Rounds of expectation maximisation, as the bundled lexicon was trained. */
  static final int ROUNDS = 8;

  /** A word seen less often is not learnt. */
  static final int FEWEST = 3;

  public TrainingOptions {
    if (largest < 1 || jobs < 1) {
      throw new IllegalArgumentException("largest " + largest + ", jobs " + jobs + ": at least 1");
    }
  }
}
