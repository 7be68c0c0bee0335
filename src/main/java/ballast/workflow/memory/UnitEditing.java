package ballast.workflow.memory;

import ballast.memory.EditSummary;
import ballast.memory.UnitEdit;
import ballast.workflow.Notices;
import ballast.workflow.Workplace;
import java.util.function.Consumer;

/**
 * Approves, rejects, deletes or restores units of a memory.
 *
 * <pre>{@code
 * EditScope all = EditScope.of(Memories.at(folder.resolve("tm/memory.db")));
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
  private final Notices notices;

  /** Without messages. */
  public UnitEditing(Workplace workplace) {
    this(workplace, Notices.NONE);
  }

  /**
   * @param notices receives the progress
   */
  public UnitEditing(Workplace workplace, Notices notices) {
    this.workplace = workplace;
    this.notices = notices;
  }

  /**
   * Performs the action.
   *
   * @param listener receives every unit that changes
   */
  public EditSummary run(Request request, Consumer<UnitEdit> listener) {
    EditScope scope = request.scope();
    return EditedMemory.edit(
        scope,
        workplace.clock(),
        notices,
        "looking at the units",
        /* passes= */ 1,
        care -> request.action().run(care, scope, listener));
  }
}
