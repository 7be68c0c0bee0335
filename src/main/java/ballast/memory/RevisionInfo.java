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
 * @param absent its units that are deleted now; those of the latest revision only
 */
public record RevisionInfo(
    String document,
    int number,
    Instant created,
    AlignmentRun run,
    int units,
    PinTally pins,
    AbsentUnits absent) {

  /** A revision with which no bead was set or taken away, and of which no unit is deleted. */
  public RevisionInfo(String document, int number, Instant created, AlignmentRun run, int units) {
    this(document, number, created, run, units, PinTally.NONE, AbsentUnits.NONE);
  }

  /** The same without these units. */
  public RevisionInfo lacking(AbsentUnits units) {
    return new RevisionInfo(document, number, created, run, this.units, pins, units);
  }
}
