package ballast.memory;

/**
 * The units of a revision by their relation to the units that the memory had; each is counted once.
 *
 * @param added units that were not in the memory
 * @param changed units of the previous revision with another source, target or inline code
 * @param unchanged units of the previous revision with the same texts, in the same order
 * @param moved units of the previous revision with the same texts in another order
 * @param revived units that had been retired or deleted and are there again
 */
public record UnitTally(int added, int changed, int unchanged, int moved, int revived) {

  /** Units in the revision. */
  public int total() {
    return added + changed + unchanged + moved + revived;
  }
}
