package ballast.app.units;

import ballast.app.HiddenUnit;
import ballast.app.Notices;
import ballast.app.Workplace;
import ballast.app.units.EditedMemory.EditScope;
import ballast.bitext.Unit;
import ballast.memory.AbsentUnits;
import ballast.memory.Memory;
import ballast.memory.MemoryCare;
import ballast.memory.MemoryCare.EditSummary;
import ballast.memory.MemoryStore;
import ballast.memory.Revision;
import ballast.memory.UnitEdit;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Approves, rejects, deletes or restores units of a memory.
 *
 * <pre>{@code
 * EditedMemory.EditScope all = EditedMemory.EditScope.of(Memories.at(folder.resolve("tm/memory.db")));
 * MemoryCare.EditSummary done =
 *     new UnitEditing(Workplace.in(folder))
 *         .run(new UnitEditing.Request(all, UnitEditing.UnitAction.APPROVE), edit -> {});
 * System.out.println(done.changed() + " units are approved now");
 * }</pre>
 */
public final class UnitEditing {

  public record Request(EditScope scope, UnitAction action) {}

  private final Workplace workplace;
  private final Notices notices;

  public UnitEditing(Workplace workplace) {
    this(workplace, Notices.NONE);
  }

  public UnitEditing(Workplace workplace, Notices notices) {
    this.workplace = workplace;
    this.notices = notices;
  }

  /**
   * Performs the action. Units named by the request but kept only for the history are skipped with
   * a warning.
   *
   * @param listener receives each unit that changes
   */
  public EditSummary run(Request request, Consumer<UnitEdit> listener) {
    EditScope scope = request.scope();
    Set<String> left = new TreeSet<>(scope.units().uids());
    EditSummary summary =
        EditedMemory.edit(
            scope,
            workplace.clock(),
            notices,
            "looking at the units",
            /* passes= */ 1,
            care ->
                request
                    .action()
                    .run(
                        care,
                        scope,
                        edit -> {
                          left.remove(edit.before().id());
                          listener.accept(edit);
                        }));
    if (summary.matched() < scope.units().uids().size()) {
      warnOfHidden(scope.memory(), left);
    }
    return summary;
  }

  /** Returns the deleted units of the documents in a scope, without documents that have none. */
  public SortedMap<String, AbsentUnits> absent(EditScope scope) {
    SortedMap<String, AbsentUnits> found = new TreeMap<>();
    if (scope.units().documents().isEmpty()) {
      return found;
    }
    try (Memory memory = scope.memory().openForReading()) {
      for (String document : scope.units().documents()) {
        memory
            .latestRevision(document)
            .map(Revision::absent)
            .filter(absent -> absent.count() > 0)
            .ifPresent(absent -> found.put(document, absent));
      }
    }
    return found;
  }

  private void warnOfHidden(MemoryStore store, Set<String> units) {
    try (Memory memory = store.openForReading()) {
      for (String unit : units) {
        HiddenUnit.refusal(memory, unit)
            .ifPresent(reason -> notices.warn(String.valueOf(reason.getMessage())));
      }
    }
  }

  /** Actions on units that do not change their texts. */
  public enum UnitAction {
    /** Marks units as right: evidence for the aligner, exported whatever their confidence. */
    APPROVE,
    /** Marks units as wrong: kept, but neither offered nor exported. */
    REJECT,
    /** Makes units drafts again, withdrawing any judgement. */
    REDRAFT,
    /** Deletes units, until they are restored or the memory is compacted. */
    DELETE,
    /** Restores deleted units with their former status. */
    RESTORE;

    EditSummary run(MemoryCare care, EditScope scope, Consumer<UnitEdit> listener) {
      return switch (this) {
        case APPROVE -> care.judge(scope.units(), Unit.Status.APPROVED, scope.origin(), listener);
        case REJECT -> care.judge(scope.units(), Unit.Status.REJECTED, scope.origin(), listener);
        case REDRAFT -> care.judge(scope.units(), Unit.Status.DRAFT, scope.origin(), listener);
        case DELETE -> care.delete(scope.units(), scope.origin(), listener);
        case RESTORE -> care.restore(scope.units(), scope.origin(), listener);
      };
    }
  }
}
