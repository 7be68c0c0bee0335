package ballast.revise;

/** Bands of the edit rate by which reviewers count sentences. */
public enum RateBand {
  NONE("0"),
  SMALL("1-10"),
  SOME("11-30"),
  MUCH("31-60"),
  MOST("61-100");

  private final String label;

  RateBand(String label) {
    this.label = label;
  }

  /** Percent, from and to: {@code 11-30}. */
  public String label() {
    return label;
  }

  /** The band of a rate in [0, 1]. */
  public static RateBand of(double rate) {
    double percent = rate * 100;
    if (percent <= 0) {
      return NONE;
    }
    if (percent <= 10) {
      return SMALL;
    }
    if (percent <= 30) {
      return SOME;
    }
    return percent <= 60 ? MUCH : MOST;
  }
}
