package ballast.mine;

/** How surely two things that are counted go together. */
final class Association {

  /** So high a ratio comes by chance in one of a thousand cases. */
  static final double CLEAR = 10.83;

  private Association() {}

  /**
   * The log-likelihood ratio of Dunning (1993).
   *
   * @param with of {@code all} cases, those that have it
   * @param otherWith the same of {@code otherAll} other cases
   * @return 0 or more; 0 too when it is no commoner in the first cases than in the others
   */
  static double of(int with, int all, int otherWith, int otherAll) {
    if (all == 0 || otherAll == 0 || (long) with * otherAll <= (long) otherWith * all) {
      return 0;
    }
    double share = ((double) with + otherWith) / ((double) all + otherAll);
    return 2
        * (part(with, all * share)
            + part(all - with, all * (1 - share))
            + part(otherWith, otherAll * share)
            + part(otherAll - otherWith, otherAll * (1 - share)));
  }

  private static double part(int seen, double expected) {
    return seen == 0 ? 0 : seen * Math.log(seen / expected);
  }
}
