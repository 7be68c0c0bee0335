package ballast.workflow.corpus;

import ballast.bitext.CountedNoun;
import ballast.bitext.Provenance;
import ballast.memory.ImportFate;
import ballast.memory.ImportedUnit;
import ballast.memory.MemoryStore;
import ballast.memory.UnitImport;
import ballast.workflow.Notices;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What becomes of the units that are passed to one memory. */
final class ImportFates {

  private static final int NAMED = 20;
  private static final int MAX_PROBLEMS = 1_000;

  /** The only reason of {@link UnitImport#take}. */
  private static final String UNSTORABLE = "it has an unpaired surrogate or U+0000";

  private final Notices notices;
  private final Map<ImportFate, Long> fates = new EnumMap<>(ImportFate.class);
  private final List<FilledMemory.Problem> problems = new ArrayList<>();
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
        refuse(unit.provenance());
      }
    };
  }

  private void refuse(Provenance from) {
    refused++;
    if (refused <= NAMED) {
      notices.warn(
          "left out bead " + from.position() + " of " + from.document() + ": " + UNSTORABLE);
    }
    if (refused <= MAX_PROBLEMS) {
      problems.add(new FilledMemory.Problem(from.document(), from.position(), UNSTORABLE));
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
        refused,
        problems);
  }
}
