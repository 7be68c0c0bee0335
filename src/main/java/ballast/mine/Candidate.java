package ballast.mine;

/**
 * A Chinese phrase and its probable English rendering.
 *
 * @param zh the phrase as most of the texts write it
 * @param en the most common form of the rendering, as written
 * @param frequency how many pairs contain the Chinese phrase
 * @param together how many pairs contain both; never more than {@code frequency}
 * @param score higher is better; comparable only within one run
 * @param example index of the first pair that contains both, in the order in which pairs were added
 */
public record Candidate(
    String zh, String en, int frequency, int together, double score, int example) {

  Candidate withZh(String form) {
    return new Candidate(form, en, frequency, together, score, example);
  }
}
