package ballast.workflow.corpus;

import ballast.bitext.CountedNoun;
import ballast.bitext.Provenance;
import ballast.bitext.Unit;
import ballast.memory.ImportFate;
import ballast.memory.ImportedUnit;
import ballast.memory.MemoryStore;
import ballast.memory.UnitImport;
import ballast.workflow.Notices;
import java.util.EnumMap;
import java.util.Map;

/** What becomes of the units that are passed to one memory. */
final class ImportFates {

  private static final int NAMED = 20;

  private final Notices notices;
  private final Map<ImportFate, Long> fates = new EnumMap<>(ImportFate.class);
  private long refused;

  /**
   * @param notices is told of units that cannot be stored, the first of them by name
   */
  ImportFates(Notices notices) {
    this.notices = notices;
  }

  /** Passes units on to a memory. */
  UnitStream.Receiver into(UnitImport memory) {
    return unit -> {
      try {
        fates.merge(memory.take(new ImportedUnit(unit, false, false)), 1L, Long::sum);
      } catch (IllegalArgumentException e) {
        refuse(unit, e);
      }
    };
  }

  private void refuse(Unit unit, IllegalArgumentException e) {
    refused++;
    if (refused <= NAMED) {
      Provenance from = unit.provenance();
      notices.warn(
          "left out bead " + from.position() + " of " + from.document() + ": " + e.getMessage());
    }
  }

  /** The counts, when all units have been passed. */
  FilledMemory of(MemoryStore memory) {
    if (refused > NAMED) {
      notices.warn("left out " + CountedNoun.of(refused - NAMED, "more unit", "more units"));
    }
    return new FilledMemory(
        memory,
        fates.getOrDefault(ImportFate.ADDED, 0L),
        fates.getOrDefault(ImportFate.MERGED, 0L),
        refused);
  }
}
