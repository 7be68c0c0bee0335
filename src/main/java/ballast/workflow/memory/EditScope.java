package ballast.workflow.memory;

import ballast.memory.MemoryStore;
import ballast.memory.Origin;
import ballast.memory.UnitFilter;

/**
 * The units to edit and the author of the edit.
 *
 * @param memory must exist
 * @param units which units
 * @param origin the author and the command
 * @param dryRun whether nothing is written
 */
public record EditScope(MemoryStore memory, UnitFilter units, Origin origin, boolean dryRun) {

  /** All units of the memory that are neither retired nor deleted, without an author. */
  public static EditScope of(MemoryStore memory) {
    return new EditScope(memory, UnitFilter.CURRENT, new Origin("", ""), /* dryRun= */ false);
  }

  /** The same for these units. */
  public EditScope of(UnitFilter newUnits) {
    return new EditScope(memory, newUnits, origin, dryRun);
  }

  /** The same with another author. */
  public EditScope by(Origin newOrigin) {
    return new EditScope(memory, units, newOrigin, dryRun);
  }

  /** The same, writing nothing. */
  public EditScope tried() {
    return new EditScope(memory, units, origin, /* dryRun= */ true);
  }
}
