package ballast.workflow.memory;

import ballast.memory.EditSummary;
import ballast.memory.UnitEdit;
import ballast.workflow.Workplace;
import java.util.function.Consumer;

/**
 * Approves, rejects, deletes or restores units of a memory.
 *
 * <pre>{@code
 * EditScope all = EditScope.of(folder.resolve("tm/memory.db"));
 * EditSummary done =
 *     new UnitEditing(Workplace.in(folder))
 *         .run(new UnitEditing.Request(all, UnitAction.APPROVE), edit -> {});
 * System.out.println(done.changed() + " units are approved now");
 * }</pre>
 */
public final class UnitEditing {

  /**
   * A request for an edit of units.
   *
   * @param scope which units
   * @param action what is done to them
   */
  public record Request(EditScope scope, UnitAction action) {}

  private final Workplace workplace;

  public UnitEditing(Workplace workplace) {
    this.workplace = workplace;
  }

  /**
   * Performs the action.
   *
   * @param listener receives every unit that changes
   */
  public EditSummary run(Request request, Consumer<UnitEdit> listener) {
    EditScope scope = request.scope();
    return EditedMemory.with(
        scope.memory(),
        workplace.clock(),
        scope.dryRun(),
        care -> request.action().run(care, scope, listener));
  }
}
