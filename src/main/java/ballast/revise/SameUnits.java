package ballast.revise;

/**
 * Units that two versions have both, and that are not listed one by one.
 *
 * @param count how many there are in each version
 * @param size how much text that is: a rate of nothing changed
 * @param openTerms how many terms are wrong in them
 */
public record SameUnits(int count, EditRate size, int openTerms) {

  /** None. */
  public static final SameUnits NONE = new SameUnits(0, EditRate.NONE, 0);
}
