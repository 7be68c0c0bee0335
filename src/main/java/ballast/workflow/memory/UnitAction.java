package ballast.workflow.memory;

import ballast.bitext.Status;
import ballast.memory.EditSummary;
import ballast.memory.MemoryCare;
import ballast.memory.UnitEdit;
import java.util.function.Consumer;

/** The actions on units that do not change their texts. */
public enum UnitAction {
  /** Records that they are right: evidence for the aligner, exported whatever their confidence. */
  APPROVE,
  /** Records that they are wrong: kept, and neither offered nor exported. */
  REJECT,
  /** Makes drafts of them again: nobody has judged them. */
  REDRAFT,
  /** Deletes them, until they are restored or the memory is compacted. */
  DELETE,
  /** Brings deleted ones back with the status that they had. */
  RESTORE;

  EditSummary run(MemoryCare care, EditScope scope, Consumer<UnitEdit> listener) {
    return switch (this) {
      case APPROVE -> care.judge(scope.units(), Status.APPROVED, scope.origin(), listener);
      case REJECT -> care.judge(scope.units(), Status.REJECTED, scope.origin(), listener);
      case REDRAFT -> care.judge(scope.units(), Status.DRAFT, scope.origin(), listener);
      case DELETE -> care.delete(scope.units(), scope.origin(), listener);
      case RESTORE -> care.restore(scope.units(), scope.origin(), listener);
    };
  }
}
