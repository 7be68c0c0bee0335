package ballast.mine;

/** Measures how strongly two counted things are associated. */
final class Association {

  /**
   * A ratio this high arises by chance in one of a thousand cases (chi-squared, one degree of
   * freedom).
   */
  static final double CLEAR = 10.83;

  private Association() {}

  /**
   * The log-likelihood ratio of Dunning (1993).
   *
   * @param with how many of {@code all} cases have the property
   * @param otherWith how many of {@code otherAll} other cases have it
   * @return 0 or more; 0 also if the property is no more common in the first cases than in the
   *     others
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

  private static double part(int observed, double expected) {
    return observed == 0 ? 0 : observed * Math.log(observed / expected);
  }
}
