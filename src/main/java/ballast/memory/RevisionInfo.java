package ballast.memory;

import java.time.Instant;

/**
 * One revision of a document.
 *
 * @param document the document's name
 * @param number counted from 1
 * @param created when it was recorded, UTC, whole seconds
 * @param run how its alignment was made
 * @param units number of units in it
 * @param pins how many beads were set and taken away with it
 */
public record RevisionInfo(
    String document, int number, Instant created, AlignmentRun run, int units, PinTally pins) {

  /** A revision with which no bead was set or taken away. */
  public RevisionInfo(String document, int number, Instant created, AlignmentRun run, int units) {
    this(document, number, created, run, units, PinTally.NONE);
  }
}
