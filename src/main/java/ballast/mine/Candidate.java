package ballast.mine;

/**
 * A Chinese phrase and what it seems to be called in English.
 *
 * @param zh simplified
 * @param en the commonest of its forms, as written
 * @param frequency how many pairs have the Chinese
 * @param together how many pairs have both; never more than {@code frequency}
 * @param score more is better; comparable within one run only
 * @param example index of the first pair that has both, in the order in which they were added
 */
public record Candidate(
    String zh, String en, int frequency, int together, double score, int example) {}
