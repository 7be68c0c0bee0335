package ballast.workbench.browser;

import ballast.bitext.Unit;
import ballast.memory.Memory;
import ballast.memory.PinnedBead;
import ballast.memory.UnitFilter;
import ballast.memory.opening.Memories;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a memory has of the work of a person.
 *
 * @param memory its file
 */
record RecordedWork(Path memory) {

  /** The beads of a document that a person has set or confirmed. */
  List<PinnedBead> pins(String document) {
    try (Memory open = Memories.at(memory).openForReading()) {
      return open.pins(document);
    }
  }

  List<Unit> approved() {
    List<Unit> units = new ArrayList<>();
    try (Memory open = Memories.at(memory).openForReading()) {
      open.forEachUnit(UnitFilter.CURRENT.withStatuses(Set.of(Unit.Status.APPROVED)), units::add);
    }
    return units;
  }

  /** The approved units as "source = target". */
  List<String> approvedPairs() {
    return approved().stream().map(unit -> unit.source() + " = " + unit.target()).toList();
  }
}
