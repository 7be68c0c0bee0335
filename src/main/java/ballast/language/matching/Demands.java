package ballast.language.matching;

/**
 * How alike sentences must be to correspond, in [0, 1]; above 1 none is.
 *
 * @param inOrder for two that keep their order
 * @param elsewhere for two of which one stands elsewhere
 * @param beside for two beside ones that have moved
 * @param replaced for two in the very place of each other, between sentences that stayed
 * @param joined whether several sentences may be one
 */
public record Demands(
    double inOrder, double elsewhere, double beside, double replaced, boolean joined) {

  /** What stands in for a demand that nothing meets. */
  public static final double NEVER = 2;
}
