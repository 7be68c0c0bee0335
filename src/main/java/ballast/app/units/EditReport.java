package ballast.app.units;

import ballast.bitext.Side;
import ballast.memory.MemoryCare.Duplicates;
import ballast.memory.MemoryCare.EditSummary;
import ballast.memory.Replacement.ReplacedText;
import ballast.memory.UnitEdit;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Reports the effect of an editing command on each unit, while it runs. Methods throw {@link
 * UncheckedIOException} if the output cannot be written.
 */
public interface EditReport {

  EditReport NONE = new EditReport() {};

  /** Reports a unit with a new status or text, or a deleted or restored one. */
  default void edited(UnitEdit edit) {}

  /** Reports a unit to approve with its errors; it does not change if it is left out. */
  default void approved(UnitEdit edit, List<String> errors) {
    if (edit.changesStatus()) {
      edited(edit);
    }
  }

  /** Reports a unit with a match in one of its texts. */
  default void replaced(UnitEdit edit, Side side, ReplacedText replaced) {}

  /** Reports duplicates, one of which is kept. */
  default void merged(Duplicates duplicates) {}

  /** Reports the totals, after the last unit. */
  default void summary(EditSummary summary) {}
}
