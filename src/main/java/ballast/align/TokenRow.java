package ballast.align;

/** One left sentence and the right sentences {@code from} to {@code to}, exclusive, near it. */
final class TokenRow {
  int from;
  int to;
  int tokens;

  /** For each right token, how much this sentence explains it. */
  float[] explained = new float[0];

  /** For each right sentence, how much it explains each token of this sentence. */
  float[] explaining = new float[0];

  /**
   * For each column, the evidence of the 1, 2, ... right sentences from there; filled by {@link
   * TokenEvidence}.
   */
  float[] leftSums = new float[0];

  /** The columns for which {@link #leftSums} is filled. */
  boolean[] summed = new boolean[0];
}
