package ballast.align;

/** One left sentence against the right sentences {@code from} to {@code to}. */
final class TokenRow {
  int from;
  int to;
  int tokens;

  /** For each right token. */
  float[] explained = new float[0];

  /** For each right sentence, for each left token. */
  float[] explaining = new float[0];

  /** For each column, for 1, 2, ... right sentences from there: see {@link TokenEvidence}. */
  float[] leftSums = new float[0];

  boolean[] summed = new boolean[0];
}
