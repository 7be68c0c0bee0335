package ballast.workflow.memory;

import ballast.memory.Origin;
import ballast.memory.UnitFilter;
import java.nio.file.Path;

/**
 * Which units are edited, and in whose name.
 *
 * @param memory its file, which must be there
 * @param units which units
 * @param origin who does it, and what was asked for
 * @param dryRun whether it is only found out what would be done
 */
public record EditScope(Path memory, UnitFilter units, Origin origin, boolean dryRun) {

  /** All units of the memory that are neither retired nor deleted, in nobody's name. */
  public static EditScope of(Path memory) {
    return new EditScope(memory, UnitFilter.CURRENT, new Origin("", ""), /* dryRun= */ false);
  }

  /** The same for these units. */
  public EditScope of(UnitFilter others) {
    return new EditScope(memory, others, origin, dryRun);
  }

  /** The same in another name. */
  public EditScope by(Origin other) {
    return new EditScope(memory, units, other, dryRun);
  }

  /** The same, writing nothing. */
  public EditScope tried() {
    return new EditScope(memory, units, origin, /* dryRun= */ true);
  }
}
