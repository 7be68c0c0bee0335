package ballast.revise;

/**
 * The units common to two versions that are not listed one by one.
 *
 * @param count their number in each version
 * @param size the size of their texts, as a rate without edits
 * @param openTerms number of wrong terms in them
 */
public record SameUnits(int count, EditRate size, int openTerms) {

  /** No units. */
  public static final SameUnits NONE = new SameUnits(0, EditRate.NONE, 0);
}
