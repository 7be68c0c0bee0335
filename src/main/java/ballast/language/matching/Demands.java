package ballast.language.matching;

/**
 * The least likeness, in [0, 1], of sentences that correspond; a value above 1 excludes all.
 *
 * @param inOrder for sentences that keep their order
 * @param elsewhere for sentences of which one has moved
 * @param beside for neighbours of moved sentences
 * @param replaced for a sentence and its replacement in the same place, between unchanged sentences
 * @param joined whether several sentences may be joined into one
 */
public record Demands(
    double inOrder, double elsewhere, double beside, double replaced, boolean joined) {

  /** A demand that no sentences meet. */
  public static final double NEVER = 2;
}
