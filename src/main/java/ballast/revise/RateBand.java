package ballast.revise;

/** The bands of the edit rate into which sentences are grouped. */
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

  /** The range in percent: {@code 11-30}. */
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
