package ballast.memory;

/**
 * What a revision did to the beads that persons have set. A bead that stays set counts nowhere.
 *
 * @param set how many were set or set again
 * @param takenAway how many were taken away, or no longer fitted the texts
 */
public record PinTally(int set, int takenAway) {

  /** No bead was set or taken away. */
  public static final PinTally NONE = new PinTally(0, 0);

  public PinTally {
    if (set < 0 || takenAway < 0) {
      throw new IllegalArgumentException("negative count: " + set + ", " + takenAway);
    }
  }
}
