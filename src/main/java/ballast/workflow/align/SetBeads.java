package ballast.workflow.align;

import ballast.memory.PinnedBead;
import java.util.List;

/**
 * The beads that persons have set in an article, as the memory has them.
 *
 * @param pins in document order
 * @param discarded whether they are to be taken away; one that a table of corrections sets again
 *     keeps its author and time
 */
record SetBeads(List<PinnedBead> pins, boolean discarded) {

  /** Nobody has set a bead. */
  static final SetBeads NONE = new SetBeads(List.of(), false);

  SetBeads {
    pins = List.copyOf(pins);
  }

  /** Those that are to be kept. */
  List<PinnedBead> kept() {
    return discarded ? List.of() : pins;
  }

  /** Whether the memory has some that are to be taken away. */
  boolean hasDiscarded() {
    return discarded && !pins.isEmpty();
  }
}
