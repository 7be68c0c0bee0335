package ballast.workflow.exchange;

import ballast.bitext.InputException;
import ballast.bitext.Unit;
import ballast.memory.Memory;
import ballast.memory.UnitFilter;
import ballast.workflow.Notices;
import ballast.workflow.Progress;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The units of an export: the wanted units, and their neighbours as context.
 *
 * @param wanted which units are wanted
 * @param revision the revision of the one document after which the units are taken; null: the
 *     current units
 */
record ExportedUnits(UnitFilter wanted, @Nullable Integer revision) {

  /** Passes the units to {@code action}, in the order of the export. */
  void forEach(Memory memory, Notices notices, Consumer<Unit> action) {
    check(memory);
    if (revision != null) {
      if (wanted.documents().size() != 1) {
        throw new InputException(
            "--revision needs one --document", "ballast tm list shows their names");
      }
      memory.unitsAt(wanted.documents().iterator().next(), revision).stream()
          .filter(unit -> wanted.statuses().contains(unit.provenance().status()))
          .forEach(action);
      return;
    }
    UnitFilter units =
        UnitFilter.CURRENT.inDocuments(wanted.documents()).withStatuses(wanted.statuses());
    Progress progress = Progress.ofUnits(notices, "exporting the units", memory, units, 1);
    memory.forEachUnit(units, progress.counting(action));
  }

  /** Imported units may name a document that has no revision. */
  private void check(Memory memory) {
    Set<String> missing = new HashSet<>(wanted.documents());
    memory.documents().forEach(document -> missing.remove(document.name()));
    if (!missing.isEmpty()) {
      memory.forEachUnit(
          UnitFilter.CURRENT.inDocuments(Set.copyOf(missing)),
          unit -> missing.remove(unit.provenance().document()));
    }
    for (String name : missing) {
      throw new InputException(
          "the memory has no document \"" + name + "\"", "ballast tm list shows their names");
    }
  }
}
